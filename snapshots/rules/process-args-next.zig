const std = @import("std");

pub fn main(init: std.process.Init) void {
    var args = init.minimal.args.iterate();
    _ = args.next();
    while (args.next()) |arg| std.debug.print("{s}\n", .{arg});
}
