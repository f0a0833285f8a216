const std = @import("std");

fn sum(gpa: std.mem.Allocator, n: usize) !usize {
    const items = try gpa.alloc(usize, n);
    defer gpa.free(items);
    for (items, 0..) |*item, i| item.* = i;
    var total: usize = 0;
    for (items) |item| total += item;
    return total;
}

test "allocator alloc" {
    try std.testing.expectEqual(6, try sum(std.testing.allocator, 4));
}
