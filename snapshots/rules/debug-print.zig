const std = @import("std");

fn report(name: []const u8, count: u32) void {
    std.debug.print("{d} lines\n", .{count});
    std.debug.print("{s}: {d:>4} {x:0>2}\n", .{ name, count, count });
}

test "debug print" {
    report("log", 12);
}
