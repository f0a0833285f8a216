const Flags = packed struct(u8) { a: bool, rest: u7 };
const Color = enum(u8) { red = 4, green };
const Point = struct { x: i32 = 1, y: i32 = 2 };
fn square(n: u32) u32 {
    return n * n;
}

const product = 7 * 6;
//    ^ comptime_int
//    = 42
const ratio = 1.0 / 4.0;
//    ^ comptime_float
//    = 0.25
const wrapped = @as(u8, 250) +% 10;
//    ^ u8
//    = 4
const is_known = 3 > 2 and !false;
//    ^ bool
//    = true
const size = @sizeOf(Flags);
//    ^ comptime_int
//    = 1
const alignment = @alignOf(u64);
//    ^ comptime_int
//    = 8
const bits = @bitSizeOf(Flags);
//    ^ comptime_int
//    = 8
const offset = @offsetOf(extern struct { a: u8, b: u32 }, "b");
//    ^ comptime_int
//    = 4
const number = @intFromEnum(Color.green);
//    ^ u8
//    = 5
const called = square(9);
//    ^ u32
//    = 81
const field = (Point{ .x = 5 }).y;
//    ^ i32
//    = 2
const element = ([_]u16{ 3, 5, 7 })[1];
//    ^ u16
//    = 5
const length = "four".len;
//    ^ usize
//    = 4
const chosen = if (product == 42) @as(i8, -3) else @compileError("not taken");
//    ^ i8
//    = -3
const looped = blk: {
    var total: u16 = 0;
    for (0..5) |n| total += n;
    break :blk total;
};
const looped_again = looped;
//    ^ u16
//    = 10
const unwrapped = @as(?u8, 6) orelse 0;
//    ^ u8
//    = 6
const caught = (error.Bad catch 8) + @as(u8, 1);
//    ^ u8
//    = 9
const bit_cast: u8 = @bitCast(Flags{ .a = true, .rest = 2 });
//    ^ u8
//    = 5
const reduced = @reduce(.Max, @Vector(3, u8){ 1, 9, 4 });
//    ^ u8
//    = 9
const made = @as(@Int(.signed, 9), -200);
//    ^ i9
//    = -200
