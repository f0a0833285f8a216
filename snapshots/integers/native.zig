//! Types of numbers that both languages have.
const std = @import("std");
const expect = std.testing.expect;

const Sizes = struct {
    tiny: u8 = 1,
    small: i16 = -2,
    plain: u32 = 3,
    large: i64 = -4,
    huge: u128 = 1 << 100,
    lowest: i128 = std.math.minInt(i128),
    count: usize = 7,
    offset: isize = -8,
    single: f32 = 1.5,
    double: f64 = 0.1,
    flag: bool = true,
};

fn ofC(a: c_char, b: c_short, c: c_int, d: c_long, e: c_longlong) c_longlong {
    return a + b + c + d + e;
}

fn ofUnsignedC(a: c_ushort, b: c_uint, c: c_ulong, d: c_ulonglong) c_ulonglong {
    return a + b + c + d;
}

fn mean(values: []const f64) f64 {
    var sum: f64 = 0;
    for (values) |value| sum += value;
    return sum / @as(f64, @floatFromInt(values.len));
}

test "native" {
    const sizes: Sizes = .{};
    try expect(sizes.tiny == 1 and sizes.small == -2);
    try expect(sizes.plain + sizes.tiny == 4);
    try expect(sizes.huge >> 98 == 4);
    try expect(sizes.lowest < sizes.large);
    try expect(sizes.count == 7 and sizes.offset == -8);
    try expect(sizes.single * 2 == 3);
    try expect(sizes.double + 0.2 != 0.3);
    try expect(sizes.flag);
    try expect(ofC(1, -2, 3, -4, 5) == 3);
    try expect(ofUnsignedC(1, 2, 3, 4) == 10);
    try expect(mean(&.{ 1, 2, 4.5 }) == 2.5);
}
