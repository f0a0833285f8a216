const std = @import("std");

pub fn main(init: std.process.Init) void {
    var args: std.process.Args.Iterator = .init(init.minimal.args);
    std.debug.print("{} {}\n", .{ args.skip(), args.skip() });
}
