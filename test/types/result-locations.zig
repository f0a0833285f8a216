const std = @import("std");

const Color = enum(u2) {
    red,
    green,
    blue,

    const favourite: Color = .blue;
    fn parse(text: []const u8) ?Color {
        return if (text.len == 0) null else .red;
    }
};
const Point = struct {
    x: i32 = 0,
    color: Color = .green,

    const origin: Point = .{};
    fn init(x: i32) Point {
        return .{ .x = x };
    }
    fn tryInit(x: i32) error{Negative}!Point {
        return if (x < 0) error.Negative else .init(x);
    }
    fn moved(self: Point, by: struct { i32, Color }) Point {
        return .{ .x = self.x + by[0], .color = by[1] };
    }
};
fn pick(color: Color) u8 {
    return @intFromEnum(color);
}
fn optional(point: ?Point) bool {
    return point != null;
}
fn any(value: anytype) @TypeOf(value) {
    return value;
}

test "enum literals" {
    const named = Color.favourite;
    //    ^ result-locations.Color
    const picked = pick(.blue);
    //    ^ u8
    const literal = .red;
    const compared = named == .blue;
    //    ^ bool
    const switched = switch (named) {
        .red, .green => 1,
        .blue => @as(u8, 2),
    };
    _ = &switched;
    //   ^ u8
    const table = [_]Color{ .red, .blue };
    //    ^ [2]result-locations.Color
    const last = table[1];
    //    ^ result-locations.Color
    const parsed = Color.parse("x") orelse .green;
    //    ^ result-locations.Color
    const tag: std.meta.Tag(union(enum) { a, b }) = .b;
    const number = @intFromEnum(tag);
    //    ^ u1
    try std.testing.expect(picked == 2 and compared and switched == 2 and last == .blue and parsed == .red);
    try std.testing.expect(@as(Color, literal) == .red and number == 1);
}

test "initialisers without a type" {
    const origin: Point = .origin;
    const made = Point.init(4);
    //    ^ result-locations.Point
    const tried = Point.tryInit(-1);
    //    ^ error{Negative}!result-locations.Point
    const caught = Point.tryInit(-1) catch Point{};
    //    ^ result-locations.Point
    const moved = made.moved(.{ 3, .red });
    //    ^ result-locations.Point
    const present = optional(.{ .x = 1 });
    //    ^ bool
    const absent = optional(null);
    //    ^ bool
    const points = [2]Point{ .{}, .init(1) };
    //    ^ [2]result-locations.Point
    const anonymous = .{ 1, @as(u8, 2), "three" };
    //    ^ struct { comptime comptime_int = 1, comptime u8 = 2, comptime *const [5:0]u8 = "three" }
    const empty = .{};
    //    ^ @TypeOf(.{})
    const passed = any(@as(u16, 3));
    //    ^ u16
    const nested: struct { inner: Point, list: [2]Color } = .{ .inner = .{ .x = 2 }, .list = .{ .red, .blue } };
    const inner = nested.inner;
    //    ^ result-locations.Point
    const item = nested.list[1];
    //    ^ result-locations.Color
    const pointer: *const Point = &.{ .x = 9 };
    const nine = pointer.x;
    //    ^ i32
    const slice: []const Point = &.{ .{}, .init(2) };
    const second = slice[1].x;
    //    ^ i32
    try std.testing.expect(origin.x == 0 and moved.x == 7 and present and !absent and points.len == 2);
    try std.testing.expect(anonymous.len == 3 and empty.len == 0 and passed == 3 and inner.x == 2 and item == .blue);
    try std.testing.expect(nine == 9 and second == 2 and caught.x == 0);
    try std.testing.expectError(error.Negative, tried);
}

test "casts take the type that is wanted" {
    var wide: u64 = 300;
    _ = &wide;
    const narrow: u16 = @intCast(wide);
    const sum = narrow + 1;
    //    ^ u16
    const truncated = @as(u8, @truncate(wide));
    //    ^ u8
    const float = @as(f32, @floatFromInt(narrow)) * 2;
    //    ^ f32
    const back = @as(i9, @intFromFloat(float / 4));
    //    ^ i9
    const bits = @as(u32, @bitCast(float));
    //    ^ u32
    const color = @as(Color, @enumFromInt(wide & 1));
    //    ^ result-locations.Color
    const shifted = narrow << @intCast(wide & 7);
    //    ^ u16
    const chosen = @min(narrow, 1000);
    //    ^ u10
    const bounded = @max(@as(u8, truncated), 3);
    //    ^ u8
    const widened = @as(u32, truncated) * 2;
    //    ^ u32
    try std.testing.expect(sum == 301 and bits != 0 and color == .red and back == 150 and shifted > 0);
    try std.testing.expect(chosen == 300 and bounded == 44 and widened == 88);
}

test "destructuring" {
    const a, var b, const c: u64 = .{ @as(u8, 1), @as(i16, -2), 3 };
    b += 1;
    const first = a;
    //    ^ u8
    const second = b;
    //    ^ i16
    const third = c;
    //    ^ u64
    const pair = std.math.divCeil(u8, 7, 2) catch unreachable;
    //    ^ u8
    const overflowed = @addWithOverflow(a, 255);
    //    ^ struct { u8, u1 }
    const bit = overflowed[1];
    //    ^ u1
    try std.testing.expect(first == 1 and second == -1 and third == 3 and pair == 4 and bit == 1);
}
