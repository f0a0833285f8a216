//! Embedded files and places in the source.
const std = @import("std");

const text = @embedFile("file/text.txt");

fn lines() usize {
    var count: usize = 0;
    for (text) |c| {
        if (c == '\n') count += 1;
    }
    return count;
}

fn here() []const u8 {
    return @src().fn_name;
}

test "embedded" {
    try std.testing.expectEqual(@as(usize, 2), lines());
    try std.testing.expectEqualStrings("here", here());
}
