const std = @import("std");

const sum = blk: {
    var total: u32 = 0;
    for (0..100) |i| total += i;
    break :blk total;
};
const wrapped = @as(u8, 250) +% 10;
const saturated = @as(i8, 120) +| 20;
const negative_division = @divFloor(-7, 2);
const truncated_division = @divTrunc(-7, 2);
const remainder = @rem(-7, 3);
const modulus = @mod(-7, 3);
const large = 1 << 200;
const shifted = (1 << 130) >> 127;
const bits_not = ~@as(u16, 0xff);
const popped = @popCount(@as(u64, 0xdeadbeef));
const leading = @clz(@as(u24, 5));
const trailing = @ctz(@as(u24, 40));
const swapped = @byteSwap(@as(u32, 0x12345678));
const reversed = @bitReverse(@as(u8, 0b1010));
const tenth: f32 = 0.1;
const tenth_wide: f128 = 0.1;
const third = 1.0 / 3.0;
const third_extended: f80 = 1.0 / 3.0;
const half_precision: f16 = 3.14159;
const rounded = @round(2.5);
const root = @sqrt(2.0);
const float_bits: u32 = @bitCast(@as(f32, 1.5));
const wide_bits: u128 = @bitCast(@as(f128, 1.1));
const extended_bits: u80 = @bitCast(@as(f80, -2.7));
const half_bits: u16 = @bitCast(@as(f16, 65504));
const fused = @mulAdd(f64, 0.1, 10.0, -1.0);
const cast_float: i32 = @intFromFloat(-3.9);
const floored: i32 = @floor(-3.1);

fn fibonacci(n: u32) u64 {
    return if (n < 2) n else fibonacci(n - 1) + fibonacci(n - 2);
}
const fib_20 = blk: {
    @setEvalBranchQuota(100000);
    break :blk fibonacci(20);
};

fn isPrime(n: u32) bool {
    var i: u32 = 2;
    while (i * i <= n) : (i += 1) if (n % i == 0) return false;
    return n > 1;
}
const prime_count = blk: {
    @setEvalBranchQuota(20000);
    var count = 0;
    for (0..500) |n| {
        if (isPrime(n)) count += 1;
    }
    break :blk count;
};

fn parse(text: []const u8) !u32 {
    var result: u32 = 0;
    for (text) |c| switch (c) {
        '0'...'9' => result = result * 10 + (c - '0'),
        else => return error.BadDigit,
    };
    return result;
}
const parsed = parse("12345") catch unreachable;
const bad_digit = if (parse("12x")) |_| 0 else |e| @intFromBool(e == error.BadDigit);

const Shape = union(enum) { circle: u32, square: struct { side: u32 }, none };
fn area(shape: Shape) u32 {
    return switch (shape) {
        .circle => |r| r * r * 3,
        .square => |s| s.side * s.side,
        .none => 0,
    };
}
const areas = area(.{ .circle = 2 }) + area(.{ .square = .{ .side = 5 } }) + area(.none);

const Packed = packed struct { a: u3, b: i5, c: bool, d: u7 };
const packed_bits: u16 = @bitCast(Packed{ .a = 5, .b = -3, .c = true, .d = 99 });
const unpacked = @as(Packed, @bitCast(@as(u16, 0xbeef))).b;

const sorted_third = blk: {
    var items = [_]u8{ 9, 3, 7, 1, 8 };
    std.mem.sort(u8, &items, {}, std.sort.asc(u8));
    break :blk items[2];
};
const found = std.mem.indexOf(u8, "the quick brown fox", "brown").?;
const equal = std.mem.eql(u8, "abc", "ab" ++ "c");
const text_length = std.fmt.comptimePrint("{d}-{x}-{s}", .{ 42, 255, "z" }).len;
const text_byte = std.fmt.comptimePrint("{d:>5}|{e}", .{ 42, 1.5 })[3];
const logarithm = std.math.log2_int(u32, 1000);
const raised = std.math.pow(u64, 3, 20);
const checked_overflow = @intFromBool(std.meta.isError(std.math.add(u8, 200, 100)));
const field_count = @typeInfo(Shape).@"union".fields.len;
const field_name_length = @typeInfo(Shape).@"union".fields[1].name.len;
const name_length = @typeName([]const ?u8).len;
const smallest = @min(@as(u32, 9), 4);
const reinterpreted = blk: {
    var buffer: [8]u8 = undefined;
    const words: *align(1) [2]u32 = @ptrCast(&buffer);
    words.* = .{ 0x11223344, 0x55667788 };
    break :blk @as(u32, buffer[1]) + buffer[7];
};
const sub_slice = blk: {
    var array = [_]u16{ 1, 2, 3, 4, 5, 6 };
    const middle = array[2..5];
    for (middle) |*item| item.* *= 10;
    break :blk array[2] + array[4] + array[5];
};
const vector_sum = @reduce(.Add, @Vector(4, u32){ 1, 2, 3, 4 } * @as(@Vector(4, u32), @splat(3)));
const shuffled = @shuffle(u8, @Vector(2, u8){ 1, 2 }, @Vector(2, u8){ 3, 4 }, [4]i32{ 1, -1, 0, -2 })[3];
const overflow_bit = @addWithOverflow(@as(u8, 200), 100)[1];
const state_machine = blk: {
    var steps = 0;
    sw: switch (@as(u8, 0)) {
        0 => continue :sw 1,
        1 => {
            steps += 1;
            continue :sw if (steps < 5) 0 else 2;
        },
        else => break :blk steps,
    }
};
const deferred = blk: {
    var log: u32 = 0;
    {
        defer log = log * 10 + 1;
        defer log = log * 10 + 2;
        log = 3;
    }
    break :blk log;
};
