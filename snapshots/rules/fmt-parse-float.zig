const std = @import("std");

fn half(text: []const u8) !f64 {
    const number = try std.fmt.parseFloat(f64, text);
    return number / 2;
}

test "fmt parse float" {
    try std.testing.expectEqual(0.75, try half("1.5"));
    try std.testing.expectError(error.InvalidCharacter, half("1.5.2"));
}
