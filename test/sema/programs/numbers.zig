//! Integers of any size, floats of every width, and their operators.
const std = @import("std");

const factorial_30 = blk: {
    var product = 1;
    for (1..31) |n| product *= n;
    break :blk product;
};
const fibonacci_300 = blk: {
    var a = 0;
    var b = 1;
    for (0..300) |_| {
        const next = a + b;
        a = b;
        b = next;
    }
    break :blk a;
};
const power_of_power = (1 << 512) - (1 << 255) + 1;
const negative_shift = -(1 << 100) >> 98;
const product_of_signs = -123456789012345678901234567890 * 987654321098765432109876543210;
const big_quotient = 123456789012345678901234567890123 / 987654321;
const big_remainder = 123456789012345678901234567890123 % 987654321;
const big_floor = @divFloor(-123456789012345678901234567890, 1000000007);
const big_mod = @mod(-123456789012345678901234567890, 1000000007);
const big_and = ((1 << 90) - 1) & 0xdead_beef_dead_beef_dead_beef;
const big_xor = ((1 << 90) - 1) ^ 0xdead_beef_dead_beef_dead_beef;
const negative_and = -1 & 0xff;
const negative_or = -256 | 3;
const greatest = @max(1 << 70, (1 << 70) + 1, 3);
const digits_of_power = blk: {
    var n = 3;
    for (0..7) |_| n *= n;
    var digits = 0;
    while (n > 0) : (n /= 10) digits += 1;
    break :blk digits;
};
const square_root = blk: {
    const n = 1 << 201;
    var low = 0;
    var high = n;
    @setEvalBranchQuota(5000);
    while (high - low > 1) {
        const middle = @divFloor(low + high, 2);
        if (middle * middle <= n) low = middle else high = middle;
    }
    break :blk low;
};
const modular_power = blk: {
    var base: u64 = 3;
    var exponent: u64 = 1_000_003;
    var result: u64 = 1;
    while (exponent > 0) : (exponent >>= 1) {
        if (exponent & 1 == 1) result = result * base % 1_000_000_007;
        base = base * base % 1_000_000_007;
    }
    break :blk result;
};
fn gcd(a: comptime_int, b: comptime_int) comptime_int {
    return if (b == 0) a else gcd(b, a % b);
}
const divisor = gcd(1 << 64, 6 * (1 << 40));
const wrapped_product = @as(u32, 0xffff_ffff) *% 0xffff_fffe;
const wrapped_negative = @as(i8, -128) -% 1;
const wrapped_minus = -%@as(i16, -32768);
const saturated_product = @as(i16, 30000) *| -3;
const saturated_shift = @as(u8, 0x81) <<| 1;
const saturated_minus = @as(u8, 3) -| 10;
const narrow: u5 = @truncate(@as(u32, 0b1111_0110));
const signed_narrow: i5 = @truncate(@as(i32, 0b1_1010));
const reinterpreted: i12 = @bitCast(@as(u12, 0xabc));
const rotated = std.math.rotl(u13, 0b1_0000_0000_0011, 3);
const rotated_right = std.math.rotr(u32, 1, 1);
const wide_popcount = @popCount(@as(u200, (1 << 200) - 1 - (1 << 77)));
const zeros = @clz(@as(i33, 1));
const no_ones = @ctz(@as(u17, 0));
const swapped = @byteSwap(@as(i48, 0x0102_0304_0506));
const mirrored = @bitReverse(@as(i7, 0b000_1011));
const exact = @divExact(@as(u128, 1 << 100), 1 << 37);
const shifted_exactly = @shrExact(@as(u16, 0x100), 8);
const overflowed_add = @addWithOverflow(@as(i8, 100), 100);
const overflowed_sub = @subWithOverflow(@as(u4, 3), 5);
const overflowed_mul = @mulWithOverflow(@as(u9, 100), 100);
const overflowed_shl = @shlWithOverflow(@as(u8, 0xc1), 1);
const negated_bits = ~@as(i20, 0x1234);
const compared_mixed = @as(u64, std.math.maxInt(u64)) > @as(i8, -1);
const smallest = std.math.minInt(i129);
const widest = std.math.maxInt(u1000) % 1_000_000_007;
const log = std.math.log10_int(@as(u128, 10_000_000_000));
const ceiling = std.math.divCeil(i32, -7, 2) catch unreachable;
const failed_division = std.math.divExact(u8, 7, 2);
const cast_fails = std.math.cast(u8, 300);
const cast_fits = std.math.cast(i8, -128);
const power_of_two = std.math.ceilPowerOfTwo(u16, 1025) catch unreachable;
const absolute = @abs(@as(i8, -128));
const absolute_big = @abs(-(1 << 99));
const sign = std.math.sign(@as(i64, -9));
const order = std.math.order(3, 5);
const int_of_bool = @intFromBool(1 << 80 > 1);

const third_half: f16 = 1.0 / 3.0;
const third_single: f32 = 1.0 / 3.0;
const third_extended: f80 = 1.0 / 3.0;
const third_quad: f128 = 1.0 / 3.0;
const third_exact = 1.0 / 3.0;
const sum_of_tenths = blk: {
    var total: f32 = 0;
    for (0..10) |_| total += 0.1;
    break :blk total;
};
const sum_of_exact_tenths = blk: {
    var total = 0.0;
    for (0..10) |_| total += 0.1;
    break :blk total;
};
const denormal: f32 = 1e-45;
const denormal_half: f16 = 6e-8;
const rounded_to_infinity = std.math.isInf(@as(f16, @floatCast(@as(f64, 1e6))));
const hexadecimal = 0x1.8p-3;
const hexadecimal_single: f32 = 0x1.fffffep127;
const float_of_big: f64 = 123456789012345683968;
const float_of_int: f32 = @floatFromInt((1 << 25) + 1);
const int_of_float: i70 = @intFromFloat(-1.5e20);
const quotient_of_floats = @divFloor(-7.5, 2.0);
const remainder_of_floats = @rem(-7.5, 2.0);
const modulus_of_floats = @mod(-7.5, 2.0);
const fused = @mulAdd(f32, 1.1, 1.1, -1.21);
const fused_quad = @mulAdd(f128, 1.1, 1.1, -1.21);
const root_of_two: f32 = @sqrt(2.0);
const root_double = @sqrt(@as(f64, 3.0));
const floor_negative = @floor(@as(f32, -0.5));
const ceil_float = @ceil(@as(f64, 1.000001));
const truncated = @trunc(@as(f80, -9.75));
const rounded_away = @round(@as(f16, 2.5));
const least_float = @min(@as(f32, 1.5), 2.5, -0.25);
const bits_of_single: u32 = @bitCast(@as(f32, -0.0));
const bits_of_double: u64 = @bitCast(@as(f64, 0.1));
const single_of_bits: f32 = @bitCast(@as(u32, 0x4048_f5c3));
const not_a_number = std.math.isNan(std.math.nan(f64));
const infinite = std.math.inf(f32) > std.math.floatMax(f32);
const epsilon = std.math.floatEps(f64);
const unequal_nan = std.math.nan(f32) == std.math.nan(f32);
const copied_sign = std.math.copysign(@as(f32, 2.0), -0.0);
const frexp_exponent = std.math.frexp(@as(f64, 48.0)).exponent;
const parsed_float = std.fmt.parseFloat(f64, "6.02214076e23") catch unreachable;
const parsed_hex_float = std.fmt.parseFloat(f32, "-0x1.4p+3") catch unreachable;
const interpolated = std.math.lerp(@as(f64, 2), 10, 0.25);
const hypotenuse = std.math.hypot(@as(f64, 3), 4);
