const std = @import("std");

fn sum(text: []const u8) std.fmt.ParseIntError!u32 {
    var total: u32 = 0;
    var words = std.mem.tokenizeScalar(u8, text, ' ');
    while (words.next()) |word| {
        total += try std.fmt.parseInt(u32, word, 10);
    }
    return total;
}

test "fmt parse int" {
    try std.testing.expectEqual(1042, try sum("1_000 42"));
    try std.testing.expectError(error.Overflow, sum("4294967296"));
    try std.testing.expectEqual(-128, std.fmt.parseInt(i8, "-0x80", 0) catch 0);
}
