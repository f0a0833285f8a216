//! `switch` on integers, ranges, enums, tagged unions and errors.
const std = @import("std");
const expectEqual = std.testing.expectEqual;

const Shape = union(enum) {
    circle: f64,
    square: f64,
    rectangle: struct { width: f64, height: f64 },
    empty,

    fn area(self: Shape) f64 {
        return switch (self) {
            .circle => |radius| 3 * radius * radius,
            .square => |side| side * side,
            .rectangle => |r| r.width * r.height,
            .empty => 0,
        };
    }

    fn grow(self: *Shape, factor: f64) void {
        switch (self.*) {
            .circle, .square => |*length| length.* *= factor,
            .rectangle => |*r| {
                r.width *= factor;
                r.height *= factor;
            },
            .empty => {},
        }
    }
};

const Number = union(enum) {
    small: u8,
    large: u64,
    negative: i32,

    fn magnitude(self: Number) u64 {
        return switch (self) {
            // Payloads of different types: one arm for each.
            .small, .large => |n| n,
            .negative => |n| @abs(n),
        };
    }

    fn bits(self: Number) u16 {
        return switch (self) {
            inline else => |n| @bitSizeOf(@TypeOf(n)),
        };
    }
};

const Day = enum { monday, saturday, sunday };

fn kind(c: u8) []const u8 {
    return switch (c) {
        'a'...'z', 'A'...'Z', '_' => "letter",
        '0'...'9' => "digit",
        ' ', '\t' => "space",
        else => "other",
    };
}

fn isWeekend(day: Day) bool {
    return switch (day) {
        .saturday, .sunday => true,
        .monday => false,
    };
}

const Failure = error{ Missing, Denied, Slow };

fn code(failure: Failure) u8 {
    return switch (failure) {
        error.Missing => 4,
        error.Denied => 3,
        else => |other| @errorName(other)[0],
    };
}

fn tag(shape: Shape) u8 {
    return switch (shape) {
        .circle => 'c',
        inline .square, .rectangle => |_, t| @tagName(t)[0],
        else => '-',
    };
}

test "switch" {
    try expectEqual(@as(f64, 12), (Shape{ .rectangle = .{ .width = 3, .height = 4 } }).area());
    var shape: Shape = .{ .square = 2 };
    shape.grow(3);
    try expectEqual(@as(f64, 36), shape.area());
    try expectEqual(@as(u64, 7), (Number{ .negative = -7 }).magnitude());
    try expectEqual(@as(u16, 64), (Number{ .large = 7 }).bits());
    try std.testing.expectEqualStrings("letter", kind('q'));
    try std.testing.expectEqualStrings("other", kind('?'));
    try std.testing.expect(isWeekend(.sunday));
    try expectEqual(@as(u8, 'S'), code(error.Slow));
    try expectEqual(@as(u8, 's'), tag(shape));
}
