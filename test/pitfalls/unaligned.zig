const std = @import("std");

fn word(bytes: []const u8) u32 {
    return @as(*align(1) const u32, @ptrCast(bytes.ptr)).*;
}

pub fn main() void {
    const bytes: [8]u8 align(4) = .{ 1, 2, 0, 0, 0, 3, 0, 0 };
    std.debug.print("{d} {d}\n", .{ word(bytes[0..4]), word(bytes[1..5]) });
}
