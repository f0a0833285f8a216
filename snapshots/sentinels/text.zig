//! Slices and pointers that end at a sentinel.
const std = @import("std");
const expect = std.testing.expect;

fn lengthOf(text: [*:0]const u8) usize {
    var length: usize = 0;
    while (text[length] != 0) length += 1;
    return length;
}

fn name(index: u8) [:0]const u8 {
    return switch (index) {
        0 => "zero",
        1 => "one",
        else => "many",
    };
}

/// Ends at -1.
fn sum(values: [:-1]const i16) i16 {
    var total: i16 = 0;
    for (values) |value| total += value;
    return total + values[values.len];
}

test "text" {
    try expect(lengthOf(name(1).ptr) == 3);
    try expect(name(2).len == 4 and name(2)[4] == 0);
    const many: []const u8 = name(7);
    try std.testing.expectEqualStrings("many", many);
    try std.testing.expectEqualStrings("zero", std.mem.span(@as([*:0]const u8, name(0))));
    try expect(sum(&.{ 3, 4 }) == 6);
    var buffer: [8]u8 = @splat('x');
    buffer[3] = 0;
    const part = buffer[0..3 :0];
    try expect(part.len == 3 and lengthOf(part) == 3);
}
