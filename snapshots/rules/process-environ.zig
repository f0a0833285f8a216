const std = @import("std");

const System = struct {
    environ: std.process.Environ,
    verbose: bool,
};

pub fn main(init: std.process.Init.Minimal) void {
    const system: System = .{ .environ = init.environ, .verbose = true };
    std.debug.print("{}\n", .{system.verbose});
}
