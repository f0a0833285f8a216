const std = @import("std");

fn index() usize {
    std.debug.print("index\n", .{});
    return 1;
}

fn value() u32 {
    std.debug.print("value\n", .{});
    return 7;
}

pub fn main() void {
    var array: [2]u32 = .{ 1, 2 };
    array[index()] = value();
    array[index()] += value();
    std.debug.print("{any}\n", .{array});
}
