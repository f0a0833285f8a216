const std = @import("std");

pub fn main(init: std.process.Init) !void {
    var args: std.process.Args.Iterator = try .initAllocator(init.minimal.args, init.gpa);
    defer args.deinit();
    std.debug.print("{} {}\n", .{ args.skip(), args.skip() });
}
