const std = @import("std");

fn count(args: std.process.Args) usize {
    var it = args.iterate();
    var n: usize = 0;
    while (it.next()) |_| n += 1;
    return n;
}

pub fn main(init: std.process.Init) void {
    std.debug.print("{d}\n", .{count(init.minimal.args)});
}
