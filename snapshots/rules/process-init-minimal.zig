const std = @import("std");

pub fn main(init: std.process.Init.Minimal) void {
    var it = init.args.iterate();
    _ = it.skip();
    std.debug.print("{}\n", .{it.next() == null});
}
