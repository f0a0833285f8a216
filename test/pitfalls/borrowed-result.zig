const std = @import("std");

const List = struct {
    items: [4]u32,

    fn at(self: *List, index: usize) *u32 {
        return &self.items[index];
    }

    noinline fn reset(self: *List, kept: *u32) u32 {
        self.items[0] = 1;
        kept.* = 2;
        return self.items[0];
    }
};

pub fn main() void {
    var list: List = .{ .items = .{ 7, 8, 9, 10 } };
    const kept = list.at(0);
    std.debug.print("{d}\n", .{list.reset(kept)});
}
