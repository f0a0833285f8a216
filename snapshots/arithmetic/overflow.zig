//! Arithmetic that traps, wraps, saturates, or tells.
const std = @import("std");
const expect = std.testing.expect;

fn area(width: u32, height: u32) u32 {
    return width * height;
}

fn average(a: i32, b: i32) i32 {
    return @divTrunc(a + b, 2);
}

fn opposite(value: i16) i16 {
    return -value;
}

fn wrappedOpposite(value: i8) i8 {
    return -%value;
}

fn hash(text: []const u8) u32 {
    var result: u32 = 2166136261;
    for (text) |byte| {
        result ^= byte;
        result *%= 16777619;
    }
    return result;
}

fn around(value: u8) u8 {
    return value +% 10 -% 20;
}

fn clamped(value: i8, by: i8) i8 {
    return (value +| by) -| by *| 2;
}

fn addCarry(a: u64, b: u64, carry: u1) struct { u64, u1 } {
    const first = @addWithOverflow(a, b);
    const second = @addWithOverflow(first[0], carry);
    return .{ second[0], first[1] | second[1] };
}

fn difference(a: u8, b: u8) struct { u8, u1 } {
    return @subWithOverflow(a, b);
}

fn doubled(value: u8, times: u3) struct { u8, u1 } {
    return @shlWithOverflow(value, times);
}

fn checkedProduct(a: u16, b: u16) ?u16 {
    const product, const overflowed = @mulWithOverflow(a, b);
    return if (overflowed == 0) product else null;
}

test "overflow" {
    try expect(area(3, 4) == 12 and average(-3, 6) == 1 and opposite(5) == -5);
    try expect(hash("zig") != hash("giz"));
    try expect(around(250) == 240 and wrappedOpposite(-128) == -128);
    try expect(clamped(120, 20) == 87 and clamped(-120, -20) == -88);
    const sum, const carry = addCarry(std.math.maxInt(u64), 0, 1);
    try expect(sum == 0 and carry == 1);
    try expect(checkedProduct(200, 300) == 60000 and checkedProduct(300, 300) == null);
    const less, const borrowed = difference(3, 5);
    try expect(less == 254 and borrowed == 1);
    const shifted = doubled(0x81, 1);
    try expect(shifted[0] == 2 and shifted[1] == 1);
}
