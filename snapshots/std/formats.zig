//! Formats: each prints what Zig prints.
const std = @import("std");

const Point = struct {
    x: i32,
    y: i32,

    pub fn format(self: Point, writer: *std.Io.Writer) std.Io.Writer.Error!void {
        try writer.print("<{d};{d}>", .{ self.x, self.y });
    }
};

const Level = enum { low, high };

test "specifiers" {
    const none: ?u32 = null;
    const failed: error{Bad}!u32 = error.Bad;
    try std.testing.expectFmt("42 ff FF 101 10", "{d} {x} {X} {b} {o}", .{ 42, 255, 255, 5, 8 });
    try std.testing.expectFmt("text c A", "{s} {c} {u}", .{ "text", 'c', 'A' });
    try std.testing.expectFmt("1.2345e3 3.14", "{e} {d:.2}", .{ 1234.5, 3.14159 });
    try std.testing.expectFmt("null error.Bad", "{?d} {!d}", .{ none, failed });
    try std.testing.expectFmt("high .low", "{t} {any}", .{ Level.high, Level.low });
    try std.testing.expectFmt("{ 1, 2 } {}", "{any} {{}}", .{[_]u8{ 1, 2 }});
}

test "width, fill, precision, positions, names" {
    try std.testing.expectFmt("[   42] [42   ] [ 42  ] [00042]", "[{d:5}] [{d:<5}] [{d:^5}] [{d:0>5}]", .{ 42, 42, 42, 42 });
    try std.testing.expectFmt("[   3.142] [-----abc]", "[{d:8.3}] [{s:->8}]", .{ 3.14159, "abc" });
    try std.testing.expectFmt("17 x 11", "{0d} {1s} {0x}", .{ 17, "x" });
    try std.testing.expectFmt("bob is 30", "{[name]s} is {[age]d}", .{ .name = "bob", .age = 30 });
}

test "a type that prints itself" {
    const point: Point = .{ .x = -1, .y = 2 };
    try std.testing.expectFmt("<-1;2>", "{f}", .{point});
}
