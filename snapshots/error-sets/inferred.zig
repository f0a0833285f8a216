//! Sets that Zig infers are computed exactly; equal sets are one type; `anyerror` is the crate's own.
const std = @import("std");
const expect = std.testing.expect;

fn open(n: u8) !u8 {
    if (n == 0) return error.Missing;
    return n;
}

fn check(n: u8) !u8 {
    if (n > 9) return error.OutOfRange;
    return open(n);
}

/// Handles all that `check` can give: no arm is dead, none is missing.
fn code(n: u8) u8 {
    return check(n) catch |err| switch (err) {
        error.Missing => 1,
        error.OutOfRange => 2,
    };
}

const First = error{ OutOfRange, Missing };
const Second = error{ Missing, OutOfRange };

fn same(n: u8) First!u8 {
    const result: Second!u8 = check(n);
    return result;
}

fn depth(n: u8) !u8 {
    if (n == 0) return error.TooDeep;
    return if (n < 3) n else depth(n - 3);
}

fn any(n: u8) anyerror!u8 {
    if (n == 7) return error.Unlucky;
    return check(n);
}

const Check = *const fn (u8) anyerror!u8;

fn run(with: Check, n: u8) []const u8 {
    _ = with(n) catch |err| return @errorName(err);
    return "fine";
}

test "inferred" {
    try expect(code(0) == 1 and code(12) == 2 and code(5) == 5);
    try std.testing.expectError(error.Missing, same(0));
    try expect(try depth(7) == 1);
    try std.testing.expectError(error.TooDeep, depth(3));
    try std.testing.expectError(error.Unlucky, any(7));
    try std.testing.expectEqualStrings("OutOfRange", run(any, 10));
    try std.testing.expectEqualStrings("Missing", run(check, 0));
    try std.testing.expectEqualStrings("fine", run(&open, 1));
}
