const std = @import("std");

const Node = struct {
    value: u32,
    left: ?*Node = null,
    right: ?*Node = null,

    fn sum(self: *const Node) u32 {
        var total = self.value;
        if (self.left) |left| total += left.sum();
        if (self.right) |right| total += right.sum();
        return total;
    }
};

fn node(arena: std.mem.Allocator, value: u32) !*Node {
    const made = try arena.create(Node);
    made.* = .{ .value = value };
    return made;
}

pub fn main() !void {
    var arena = std.heap.ArenaAllocator.init(std.heap.page_allocator);
    defer arena.deinit();
    const shared = try node(arena.allocator(), 3);
    const root = try node(arena.allocator(), 1);
    root.left = shared;
    root.right = shared;
    std.debug.print("{d}\n", .{root.sum()});
}
