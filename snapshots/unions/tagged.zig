//! Tagged unions are enums with payloads; their tags stay a type.
const std = @import("std");
const expect = std.testing.expect;

const Shape = union(enum) {
    circle: f64,
    box: struct { width: f64, height: f64 },
    point,

    fn area(self: Shape) f64 {
        return switch (self) {
            .circle => |radius| 3 * radius * radius,
            .box => |box| box.width * box.height,
            .point => 0,
        };
    }

    fn grow(self: *Shape, by: f64) void {
        switch (self.*) {
            .circle => |*radius| radius.* *= by,
            .box => |*box| {
                box.width *= by;
                box.height *= by;
            },
            .point => {},
        }
    }
};

const Kind = enum(u8) { number = 1, text = 5 };

const Value = union(Kind) {
    number: i64,
    text: []const u8,
};

fn isText(value: Value) bool {
    return value == .text;
}

test "tagged" {
    var shape: Shape = .{ .box = .{ .width = 2, .height = 3 } };
    shape.grow(2);
    try expect(shape.area() == 24 and shape.box.width == 4);
    shape.box.height = 1;
    try expect(shape.area() == 4);
    shape = .point;
    try expect(shape == .point and shape.area() == 0);
    shape = .{ .circle = 2 };
    try expect(shape.area() == 12);
    try std.testing.expectEqualStrings("circle", @tagName(shape));
    const value: Value = .{ .text = "five" };
    try expect(isText(value) and @intFromEnum(value) == 5);
    const kind: Kind = value;
    try expect(kind == .text and std.meta.activeTag(value) != .number);
    const number = @unionInit(Value, "number", -4);
    try expect(number.number == -4);
}
