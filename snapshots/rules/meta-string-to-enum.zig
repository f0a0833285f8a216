const std = @import("std");

const Color = enum { red, dark_green };

fn parse(text: []const u8) !Color {
    return std.meta.stringToEnum(Color, text) orelse error.NoColor;
}

test "meta string to enum" {
    try std.testing.expectEqual(Color.dark_green, try parse("dark_green"));
    try std.testing.expectError(error.NoColor, parse("Red"));
}
