const std = @import("std");

fn sum(gpa: std.mem.Allocator) !u32 {
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2 });
    return list.items[0] + list.items[1];
}

pub fn main(init: std.process.Init) !void {
    std.debug.print("{d}\n", .{try sum(init.arena.allocator())});
}
