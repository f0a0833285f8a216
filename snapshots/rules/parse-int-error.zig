const std = @import("std");

fn number(text: []const u8) error{ InvalidCharacter, Overflow }!u8 {
    return std.fmt.parseInt(u8, text, 10);
}

test "parse int error" {
    try std.testing.expectEqual(7, try number("7"));
    try std.testing.expectError(error.Overflow, number("256"));
    try std.testing.expectError(error.InvalidCharacter, number("x"));
}
