const std = @import("std");

fn sum(gpa: std.mem.Allocator, n: usize) !usize {
    const items = try gpa.alloc(usize, n);
    defer gpa.free(items);
    for (items, 0..) |*item, i| item.* = i;
    var total: usize = 0;
    for (items) |item| total += item;
    return total;
}

test "heap arena allocator init" {
    var arena = std.heap.ArenaAllocator.init(std.testing.allocator);
    defer arena.deinit();
    try std.testing.expectEqual(6, try sum(arena.allocator(), 4));
}
