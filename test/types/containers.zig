const std = @import("std");

const Color = enum(u2) { red, green, blue };
const Shape = union(enum) { circle: f64, square: Square, nothing };
const Square = struct {
    side: u32 = 1,

    const unit: Square = .{};

    fn area(self: Square) u64 {
        const product = @as(u64, self.side) * self.side;
        //    ^ u64
        return product;
    }

    fn grow(self: *Square) *u32 {
        self.side += 1;
        return &self.side;
    }
};

fn Pair(comptime T: type) type {
    return struct { first: T, second: T };
}

fn larger(a: anytype, b: @TypeOf(a)) @TypeOf(a) {
    return if (a > b) a else b;
}

test "members" {
    var square: Square = .{ .side = 3 };
    const area = square.area();
    //    ^ u64
    const grown = square.grow();
    //    ^ *u32
    const unit = Square.unit;
    //    ^ containers.Square
    const shape: Shape = .{ .square = square };
    //    ^ containers.Shape
    const tag = @as(std.meta.Tag(Shape), shape);
    const raw = @intFromEnum(Color.green);
    //    ^ u2
    const name = @tagName(Color.blue);
    //    ^ *const [4:0]u8
    try std.testing.expect(area == 9 and grown.* == 4 and unit.side == 1 and raw == 1 and name.len == 4);
    try std.testing.expect(tag == .square);
    switch (shape) {
        .circle => |radius| try std.testing.expect(radius > 0),
        .square => |inner| {
            const side = inner.side;
            //    ^ u32
            try std.testing.expect(side == 4);
        },
        .nothing => {},
    }
}

test "generics" {
    const pair: Pair(i16) = .{ .first = 1, .second = -1 };
    const both = pair.first + pair.second;
    //    ^ i16
    const most = larger(@as(u8, 3), 4);
    //    ^ u8
    const length = "abc".len;
    //    ^ usize
    const tuple = .{ @as(u8, 1), true };
    const second = tuple[1];
    //    ^ bool
    try std.testing.expect(both == 0 and most == 4 and length == 3 and second);
}

test "list" {
    var list: std.ArrayList(u8) = .empty;
    defer list.deinit(std.testing.allocator);
    try list.append(std.testing.allocator, 7);
    const items = list.items;
    //    ^ []u8
    try std.testing.expect(items.len == 1);
}
