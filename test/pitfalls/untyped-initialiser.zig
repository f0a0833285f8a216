const std = @import("std");

const Pair = struct { x: u32, y: u32 };

pub fn main() void {
    var pair: Pair = .{ .x = 1, .y = 2 };
    pair = .{ .x = pair.y, .y = pair.x };
    std.debug.print("{d} {d}\n", .{ pair.x, pair.y });
}
