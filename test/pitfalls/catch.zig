const std = @import("std");

fn digit(c: u8) error{NotADigit}!u8 {
    return if (c >= '0' and c <= '9') c - '0' else error.NotADigit;
}

pub fn main() void {
    std.debug.print("{d}\n", .{digit('7') catch unreachable});
    std.debug.print("{d}\n", .{digit('x') catch unreachable});
}
