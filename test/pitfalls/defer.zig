const std = @import("std");

fn nested(depth: *u32) u32 {
    depth.* += 1;
    defer depth.* -= 1;
    depth.* *= 10;
    return depth.*;
}

fn last(n: u32) u32 {
    var left = n;
    defer left = 0;
    left += 1;
    return left;
}

pub fn main() void {
    var depth: u32 = 0;
    std.debug.print("{d} {d} {d}\n", .{ nested(&depth), depth, last(4) });
}
