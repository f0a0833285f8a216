//! The test runner for Zig 0.11 to 0.15: it tells the same as test_runner.zig.

const builtin = @import("builtin");
const std = @import("std");
const testing = std.testing;
const posix = if (@hasDecl(std, "posix")) std.posix else std.os;

pub const std_options = if (@hasDecl(std, "Options"))
    std.Options{ .logFn = discardLog }
else
    struct {
        pub const logFn = discardLog;
    };

fn discardLog(comptime _: std.log.Level, comptime _: @TypeOf(.scope), comptime _: []const u8, _: anytype) void {}

pub fn main() void {
    const first = firstTest();
    for (builtin.test_functions, 0..) |test_fn, index| {
        if (index < first) continue;
        tell("start {d} {s}\n", .{ index, test_fn.name });
        testing.allocator_instance = .{};
        testing.log_level = .warn;
        const before = assertionCount();
        const result = test_fn.func();
        const assertions = assertionCount() - before;
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

fn firstTest() usize {
    var args = std.process.args();
    while (args.next()) |arg| {
        const option = "--from=";
        if (std.mem.startsWith(u8, arg, option)) return std.fmt.parseInt(usize, arg[option.len..], 10) catch 0;
    }
    return 0;
}

fn assertionCount() usize {
    return if (@hasDecl(testing, "assertion_count")) testing.assertion_count else 0;
}

fn tell(comptime format: []const u8, args: anytype) void {
    var buffer: [4096]u8 = undefined;
    const line = std.fmt.bufPrint(&buffer, format, args) catch return;
    _ = posix.system.write(3, line.ptr, line.len);
}
