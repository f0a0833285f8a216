/** What asks for the build asks Rust: a program is no test, and a crate is built as both. */
import { describeSameBehaviour } from '../support/differential.js';

describeSameBehaviour('questions about the build', {
  'a program and its tests answer differently': `
    const std = @import("std");
    const builtin = @import("builtin");

    const is_debug = builtin.mode == .Debug;
    const verbose = is_debug and !builtin.is_test;

    fn checked(x: u32) u32 {
        if (builtin.mode == .Debug) {
            if (x > 10) @panic("too large");
        }
        if (builtin.is_test) return x + 1;
        return x;
    }

    fn level() u8 {
        const n: u8 = if (builtin.is_test) 3 else 1;
        var array: [n]u8 = undefined;
        @memset(&array, n);
        return array[0];
    }

    fn name() []const u8 {
        return if (is_debug) "debug" else "release";
    }

    fn note(comptime text: []const u8) void {
        if (verbose) std.debug.print("{s}\\n", .{text});
        if (!builtin.is_test and text.len > 3) std.debug.print("long\\n", .{});
        if (builtin.is_test or text.len > 3) std.debug.print("t\\n", .{});
    }

    fn other() void {
        if (!builtin.is_test) {
            const x: u32 = "not a number";
            _ = x;
        }
    }

    fn unsafely() u8 {
        // The same in every build that a crate has.
        if (builtin.mode != .Debug and builtin.mode != .ReleaseSafe) return 1;
        if (builtin.mode == .ReleaseFast or builtin.mode == .ReleaseSmall) return 2;
        return 3;
    }

    pub fn main() void {
        if (unsafely() != 3) @panic("unsafe");
        note("hello");
        std.debug.print("{d} {s} {d}\\n", .{ checked(3), name(), level() });
    }

    test "built for tests" {
        try std.testing.expectEqual(4, checked(3));
        try std.testing.expectEqualStrings("debug", name());
        other();
    }`,
});
