const std = @import("std");

fn sum(gpa: std.mem.Allocator, n: usize) !usize {
    const items = try gpa.alloc(usize, n);
    defer gpa.free(items);
    for (items, 0..) |*item, i| item.* = i;
    var total: usize = 0;
    for (items) |item| total += item;
    return total;
}

test "heap debug allocator allocator" {
    var debug: std.heap.DebugAllocator(.{}) = .init;
    defer _ = debug.deinit();
    try std.testing.expectEqual(6, try sum(debug.allocator(), 4));
}
