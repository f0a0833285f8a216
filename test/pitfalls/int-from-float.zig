const std = @import("std");

fn percent(share: f64) u8 {
    return @intFromFloat(share * 100);
}

pub fn main() void {
    std.debug.print("{d}\n", .{percent(0.5)});
    std.debug.print("{d}\n", .{percent(2.75)});
}
