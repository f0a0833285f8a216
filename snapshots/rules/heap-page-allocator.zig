const std = @import("std");

fn sum(gpa: std.mem.Allocator, n: usize) !usize {
    const items = try gpa.alloc(usize, n);
    defer gpa.free(items);
    for (items, 0..) |*item, i| item.* = i;
    var total: usize = 0;
    for (items) |item| total += item;
    return total;
}

test "heap page allocator" {
    try std.testing.expectEqual(6, try sum(std.heap.page_allocator, 4));
}
