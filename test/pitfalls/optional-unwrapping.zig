const std = @import("std");

fn fallback() u32 {
    std.debug.print("asked\n", .{});
    return 0;
}

fn or0(n: ?u32) u32 {
    return n orelse fallback();
}

pub fn main() void {
    std.debug.print("{d}\n", .{or0(1)});
    std.debug.print("{d}\n", .{or0(null)});
}
