//! A test runner that tells a parent process about each test, one line each, on file descriptor 3:
//!
//!     start <index> <name>
//!     pass|skip|leak <index> <assertions>
//!     fail <index> <assertions> <error name>
//!
//! A test that aborts the process leaves a `start` line without an end; the parent then starts again behind it with `--from=<index>`.
//! `assertions` counts the calls of `std.testing.expect*` at run time, where the library is the counting copy (zig-lib-copy.ts).

const builtin = @import("builtin");
const std = @import("std");
const testing = std.testing;

pub const std_options: std.Options = .{ .logFn = discardLog };

fn discardLog(comptime _: std.log.Level, comptime _: @EnumLiteral(), comptime _: []const u8, _: anytype) void {}

pub fn main(init: std.process.Init.Minimal) void {
    @disableInstrumentation();
    const first = firstTest(init);
    for (builtin.test_functions, 0..) |test_fn, index| {
        if (index < first) continue;
        tell("start {d} {s}\n", .{ index, test_fn.name });
        testing.allocator_instance = .{};
        testing.io_instance = .init(testing.allocator, .{ .argv0 = .init(init.args), .environ = init.environ });
        testing.log_level = .warn;
        testing.environ = init.environ;
        const before = assertionCount();
        const result = test_fn.func();
        const assertions = assertionCount() - before;
        testing.io_instance.deinit();
        const leaked = testing.allocator_instance.deinit() == .leak;
        if (result) |_| {
            if (leaked) tell("leak {d} {d}\n", .{ index, assertions }) else tell("pass {d} {d}\n", .{ index, assertions });
        } else |err| switch (err) {
            error.SkipZigTest => tell("skip {d} {d}\n", .{ index, assertions }),
            else => tell("fail {d} {d} {s}\n", .{ index, assertions, @errorName(err) }),
        }
    }
    tell("end\n", .{});
}

fn firstTest(init: std.process.Init.Minimal) usize {
    var buffer: [4096]u8 = undefined;
    var fixed: std.heap.FixedBufferAllocator = .init(&buffer);
    const args = init.args.toSlice(fixed.allocator()) catch return 0;
    for (args[1..]) |arg| {
        const option = "--from=";
        if (std.mem.startsWith(u8, arg, option)) return std.fmt.parseInt(usize, arg[option.len..], 10) catch 0;
    }
    return 0;
}

fn assertionCount() usize {
    return if (@hasDecl(testing, "assertion_count")) @atomicLoad(usize, &testing.assertion_count, .monotonic) else 0;
}

fn tell(comptime format: []const u8, args: anytype) void {
    var buffer: [4096]u8 = undefined;
    const line = std.fmt.bufPrint(&buffer, format, args) catch return;
    _ = std.posix.system.write(3, line.ptr, line.len);
}
