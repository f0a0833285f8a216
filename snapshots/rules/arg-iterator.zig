const std = @import("std");

const Options = struct {
    args: std.process.Args.Iterator,

    fn flag(self: *Options) ?u8 {
        const arg = self.args.next() orelse return null;
        return if (arg.len == 2 and arg[0] == '-') arg[1] else null;
    }
};

pub fn main(init: std.process.Init) void {
    var options: Options = .{ .args = init.minimal.args.iterate() };
    _ = options.args.skip();
    std.debug.print("{}\n", .{options.flag() == null});
}
