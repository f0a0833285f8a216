const std = @import("std");

const Level = enum(u8) { low = 1, high = 2 };

noinline fn level(n: u8) Level {
    return @enumFromInt(n);
}

pub fn main() void {
    std.debug.print("{t}\n", .{level(2)});
    std.debug.print("{t}\n", .{level(3)});
}
