//! Tests, their assertions, and a test that is skipped.
const std = @import("std");
const testing = std.testing;

const Point = struct { x: i32, y: i32 };

fn half(n: u32) error{Odd}!u32 {
    return if (n % 2 == 0) n / 2 else error.Odd;
}

fn find(text: []const u8, c: u8) ?usize {
    return std.mem.indexOfScalar(u8, text, c);
}

test "assertions" {
    try testing.expect(find("abc", 'b') != null);
    try testing.expectEqual(null, find("abc", 'x'));
    try testing.expectEqual(Point{ .x = 1, .y = 2 }, Point{ .x = 1, .y = 2 });
    try testing.expectEqualSlices(u8, &.{ 1, 2 }, &[_]u8{ 1, 2 });
    try testing.expectError(error.Odd, half(3));
    try testing.expectEqual(5, half(10));
    try testing.expectApproxEqAbs(@as(f64, 0.3), 0.1 + 0.2, 1e-9);
}

test "skipped" {
    if (find("abc", 'x') == null) return error.SkipZigTest;
    try testing.expect(false);
}

test half {
    try testing.expectEqual(@as(u32, 4), try half(8));
}
