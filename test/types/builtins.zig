const std = @import("std");

const Flags = packed struct(u8) { a: bool, rest: u7 };
const Color = enum(u8) { red, green };

test "vectors" {
    var a: @Vector(4, i32) = .{ 1, -2, 3, -4 };
    _ = &a;
    const sum = a + a;
    //    ^ @Vector(4, i32)
    const compared = a > @as(@Vector(4, i32), @splat(0));
    //    ^ @Vector(4, bool)
    const element = a[2];
    //    ^ i32
    const selected = @select(i32, compared, a, sum);
    //    ^ @Vector(4, i32)
    const shuffled = @shuffle(i32, a, sum, [2]i32{ 0, -1 });
    //    ^ @Vector(2, i32)
    const reduced = @reduce(.Add, a);
    //    ^ i32
    const all = @reduce(.And, compared);
    //    ^ bool
    const absolute = @abs(a);
    //    ^ @Vector(4, u32)
    const popped = @popCount(absolute);
    //    ^ @Vector(4, u6)
    const smallest = @min(a, sum);
    //    ^ @Vector(4, i32)
    const array: [4]i32 = a;
    const first = array[0];
    //    ^ i32
    const bools = @as(u4, @bitCast(compared));
    //    ^ u4
    try std.testing.expect(element == 3 and selected[1] == -4 and shuffled[0] == 1 and reduced == -2 and !all);
    try std.testing.expect(popped[0] == 1 and smallest[0] == 1 and first == 1 and bools == 0b0101);
}

test "integers and floats" {
    var n: i17 = -5;
    var f: f32 = 2.5;
    _ = .{ &n, &f };
    const absolute = @abs(n);
    //    ^ u17
    const ones = @popCount(n);
    //    ^ u5
    const leading = @clz(n);
    //    ^ u5
    const trailing = @ctz(@as(u8, 8));
    //    ^ u4
    const swapped = @byteSwap(@as(u32, 1));
    //    ^ u32
    const reversed = @bitReverse(n);
    //    ^ i17
    const floor = @divFloor(n, 2);
    //    ^ i17
    const modulus = @mod(n, 3);
    //    ^ i17
    const overflow = @mulWithOverflow(n, 2);
    //    ^ struct { i17, u1 }
    const shifted = @shlWithOverflow(@as(u8, 200), 1);
    //    ^ struct { u8, u1 }
    const exact = @shlExact(@as(u8, 1), 3);
    //    ^ u8
    const root = @sqrt(f);
    //    ^ f32
    const rounded = @floor(f);
    //    ^ f32
    const fused = @mulAdd(f32, f, f, f);
    //    ^ f32
    const whole = @as(i32, @intFromFloat(f));
    //    ^ i32
    const bit = @intFromBool(f > 1);
    //    ^ u1
    const limited = @min(@as(u32, 300), @as(u8, 7));
    //    ^ u3
    try std.testing.expect(absolute == 5 and ones > 0 and leading == 0 and trailing == 3 and swapped != 1 and reversed != 0);
    try std.testing.expect(floor == -3 and modulus == 1 and overflow[1] == 0 and shifted[1] == 1 and exact == 8);
    try std.testing.expect(root > 1 and rounded == 2 and fused > 8 and whole == 2 and bit == 1 and limited == 7);
}

test "types and memory" {
    const size = @sizeOf(Flags);
    const alignment = @alignOf(u64);
    const bits = @bitSizeOf(Flags);
    const offset = @offsetOf(extern struct { a: u8, b: u32 }, "b");
    const name = @typeName(Color);
    //    ^ *const [14:0]u8
    const tag = @tagName(Color.green);
    //    ^ *const [5:0]u8
    const error_name = @errorName(error.Oops);
    //    ^ *const [4:0]u8
    const has = @hasField(Flags, "a");
    //    ^ bool
    const info = @typeInfo(u8);
    const kind = @typeInfo(Flags).@"struct".layout;
    //    ^ builtin.Type.ContainerLayout
    const field = @FieldType(Flags, "rest");
    const made = @as(@Int(.signed, 9), -3);
    //    ^ i9
    const Made = @Struct(.auto, null, &.{"x"}, &.{u8}, &.{.{}});
    const of_made = (Made{ .x = 1 }).x;
    //    ^ u8
    var atomic: u32 = 1;
    const old = @atomicRmw(u32, &atomic, .Add, 1, .seq_cst);
    //    ^ u32
    const loaded = @atomicLoad(u32, &atomic, .seq_cst);
    //    ^ u32
    const exchanged = @cmpxchgStrong(u32, &atomic, 5, 6, .seq_cst, .seq_cst);
    //    ^ ?u32
    const here = @src();
    //    ^ builtin.SourceLocation
    const number = @intFromError(error.Oops);
    //    ^ u16
    const of_int = @as(Color, @enumFromInt(1));
    //    ^ builtins.Color
    var buffer: [4]u8 = undefined;
    @memset(&buffer, 0);
    @memcpy(buffer[0..2], "ab");
    const byte = buffer[1];
    //    ^ u8
    try std.testing.expect(size == 1 and alignment == 8 and bits == 8 and offset == 4 and name.len > 0 and tag.len == 5);
    try std.testing.expect(error_name.len == 4 and has and info == .int and kind == .@"packed" and field == u7 and made == -3);
    try std.testing.expect(of_made == 1 and old == 1 and loaded == 2 and exchanged.? == 2 and here.line > 0 and number > 0);
    try std.testing.expect(of_int == .green and byte == 'b');
}

test "embedded, imported and unreachable" {
    const module = @import("builtin");
    const os = module.os.tag;
    //    ^ Target.Os.Tag
    const debug = std.debug.runtime_safety;
    //    ^ bool
    const this = @This();
    const in_comptime = @inComptime();
    //    ^ bool
    const peer = @TypeOf(@as(u8, 1), @as(u16, 2));
    const unreachable_ = if (os == .linux or debug) @as(u8, 1) else unreachable;
    //    ^ u8
    try std.testing.expect(this == @This() and !in_comptime and peer == u16 and unreachable_ == 1);
}
