//! `inline for`: unrolled with each copy typed; over equal types a plain loop.
const std = @import("std");

fn total() u32 {
    var sum: u32 = 0;
    inline for (.{ 1, 2, 3 }) |n| sum += n;
    return sum;
}

fn describe(writer: *std.Io.Writer, value: anytype) std.Io.Writer.Error!void {
    inline for (.{ "width", "height" }) |name| {
        try writer.print("{s}={d};", .{ name, @field(value, name) });
    }
}

pub fn describeSquare(writer: *std.Io.Writer, side: u8) !void {
    try describe(writer, .{ .width = side, .height = @as(i32, side) });
}

const names = [_][]const u8{ "red", "green" };

fn lengths() usize {
    var sum: usize = 0;
    inline for (names) |name| sum += name.len;
    return sum;
}

test "inline for" {
    try std.testing.expectEqual(@as(u32, 6), total());
    var buffer: [32]u8 = undefined;
    var writer: std.Io.Writer = .fixed(&buffer);
    try describeSquare(&writer, 3);
    try std.testing.expectEqualStrings("width=3;height=3;", writer.buffered());
    try std.testing.expectEqual(@as(usize, 8), lengths());
}
