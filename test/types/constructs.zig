//! One caret for each construct that the other files only use on the way: control flow as a value, types as values, the rest of the operators
//! and of the builtins.
const std = @import("std");

const Side = enum(u8) { left = 1, right = 2, _ };
const Shape = union(enum) { dot, line: u32 };

pub const early = blk: { var sum = 0; for (1..4) |one| sum += one; break :blk sum; };
//        ^ comptime_int
//        = 6
pub const letter = 'z';
//        ^ comptime_int
//        = 122
pub const literal = .right;
//        ^ @EnumLiteral()
pub const has = @hasDecl(std, "mem");
//        ^ bool
//        = true
pub const kind = @TypeOf(@as(u32, 1), @as(u64, 1));
//        ^ type
//        = u64

pub const array = [4:0]u8;
//        ^ type
//        = [4:0]u8
pub const pointer = *align(8) const volatile [2]u16;
//        ^ type
//        = *align(8) const volatile [2]u16
pub const many = [*:0]const u8;
//        ^ type
//        = [*:0]const u8
pub const optional = ?anyerror!void;
//        ^ type
//        = ?anyerror!void
pub const merged = error{A} || error{B};
//        ^ type
//        = error{A,B}
pub const function = fn (u8, []const u8) callconv(.c) bool;
//        ^ type

test "control flow as a value" {
    var n: u8 = 3;
    _ = &n;
    const chosen = switch (n) { 0...2 => @as(u16, 1), 3 => 2, else => 3 };
    //    ^ u16
    const found = for ([_]u8{ 1, 2, 3 }) |one| { if (one == n) break @as(?u8, one); } else null;
    //    ^ ?u8
    const counted = while (n < 3) : (n += 1) { if (n == 9) break true; } else false;
    //    ^ bool
    const block = value: { if (n == 3) break :value @as(u32, 7); break :value 8; };
    //    ^ u32
    _ = .{ chosen, found, counted, block };
    const grouped = (n);
    //    ^ u8
    const failure = error.Missing;
    //    ^ error{Missing}
}

test "operators" {
    var a: u8 = 200;
    var b: i8 = -3;
    var flag = true;
    _ = .{ &a, &b, &flag };
    const remainder = a % 7;
    //    ^ u8
    const wrapped = a -% 201;
    //    ^ u8
    const negated = -%b;
    //    ^ i8
    const saturated = a *| 2;
    //    ^ u8
    const shifted = a <<| 3;
    //    ^ u8
    const bits = (a | 1) ^ 3;
    //    ^ u8
    const ordered = a <= 3 or b >= 0 or a != 4;
    //    ^ bool
    const inverted = !flag;
    //    ^ bool
    _ = .{ remainder, wrapped, negated, saturated, shifted, bits, ordered, inverted };
}

test "builtins" {
    var n: u32 = 300;
    var x: f64 = 2.5;
    var pair = [2]u16{ 1, 2 };
    var lanes = @Vector(2, u8){ 1, 2 };
    _ = .{ &n, &x, &pair, &lanes };
    const small = @as(u8, @truncate(n));
    //    ^ u8
    const cast = @as(i16, @intCast(n));
    //    ^ i16
    const float = @as(f32, @floatCast(x));
    //    ^ f32
    const fromInt = @as(f16, @floatFromInt(n));
    //    ^ f16
    const fromFloat = @as(i32, @intFromFloat(x));
    //    ^ i32
    const bytes = @as(*[4]u8, @ptrCast(&pair));
    //    ^ *[4]u8
    const side = @as(Side, @enumFromInt(7));
    //    ^ constructs.Side
    const shape = @unionInit(Shape, "line", n);
    //    ^ constructs.Shape
    const splat = @as(@Vector(4, u8), @splat(9));
    //    ^ @Vector(4, u8)
    const quotient = @divTrunc(@as(i32, -7), 2);
    //    ^ i32
    const exact = @divExact(n, 3);
    //    ^ u32
    const less = @subWithOverflow(@as(u8, 1), 2);
    //    ^ struct { u8, u1 }
    const root = @sqrt(x);
    //    ^ f64
    const equal = lanes == lanes;
    //    ^ @Vector(2, bool)
    _ = .{ small, cast, float, fromInt, fromFloat, bytes, side, shape, splat, quotient, exact, less, root, equal };
}
