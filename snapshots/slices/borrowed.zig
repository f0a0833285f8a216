//! Slices are borrowed where it is proven that they can be.
const std = @import("std");
const expect = std.testing.expect;

fn largest(values: []const i32) ?i32 {
    if (values.len == 0) return null;
    var best = values[0];
    for (values[1..]) |value| best = @max(best, value);
    return best;
}

fn fill(values: []i32, with: i32) void {
    for (values) |*value| value.* = with;
}

fn raiseEnds(values: []i32, by: i32) void {
    values[0] += by;
    values[values.len - 1] += by;
}

fn trimmed(text: []const u8) []const u8 {
    var start: usize = 0;
    while (start < text.len and text[start] == ' ') start += 1;
    return text[start..];
}

/// Two parts of one array that overlap: these cannot be references.
fn shift(to: []i32, from: []const i32) void {
    for (from, 0..) |value, index| to[index] = value;
}

test "borrowed" {
    var values = [_]i32{ 3, 9, 4, 1 };
    try expect(largest(&values) == 9);
    try expect(largest(values[2..]) == 4);
    try expect(largest(&.{}) == null);
    raiseEnds(&values, 2);
    try expect(values[0] == 5 and values[3] == 3);
    fill(values[1..3], 7);
    try std.testing.expectEqualSlices(i32, &.{ 5, 7, 7, 3 }, &values);
    try std.testing.expectEqualStrings("text ", trimmed("  text "));
    shift(values[0..3], values[1..4]);
    try std.testing.expectEqualSlices(i32, &.{ 7, 7, 3, 3 }, &values);
}
