const std = @import("std");

noinline fn addTwice(to: *u32, from: *const u32) void {
    to.* += from.*;
    to.* += from.*;
}

pub fn main() void {
    var one: u32 = 1;
    var other: u32 = 5;
    addTwice(&other, &one);
    addTwice(&one, &one);
    std.debug.print("{d} {d}\n", .{ one, other });
}
