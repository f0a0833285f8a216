//! Comparisons of different widths and signs, of optionals, error unions and pointers.
const std = @import("std");
const expect = std.testing.expect;

fn less(a: i32, b: u32) bool {
    return a < b;
}

fn same(a: u8, b: i64) bool {
    return a == b;
}

fn beyond(a: u64, b: i64) bool {
    return a > b;
}

fn widest(a: u128, b: i8) bool {
    return a <= b;
}

fn isFive(value: ?u8) bool {
    return value == 5;
}

fn sameOptional(a: ?u8, b: ?u8) bool {
    return a == b;
}

fn failed(result: error{Closed}!u8) bool {
    if (result) |_| return false else |err| return err == error.Closed;
}

fn sameStart(a: []const u8, b: []const u8) bool {
    return a.ptr == b.ptr;
}

fn sameType(comptime T: type, a: T, b: T) bool {
    return T == u8 and a == b;
}

test "mixed" {
    try expect(less(-1, 0) and !less(5, 5) and same(7, 7) and !same(0, -1));
    try expect(beyond(1 << 63, -1) and beyond(0, -1) and !beyond(3, 3));
    try expect(widest(3, 4) and !widest(0, -1));
    try expect(isFive(5) and !isFive(null) and !isFive(4));
    try expect(sameOptional(null, null) and sameOptional(2, 2) and !sameOptional(2, null));
    try expect(failed(error.Closed) and !failed(3));
    const text = "text";
    try expect(sameStart(text, text[0..2]) and !sameStart(text, text[1..]));
    try expect(sameType(u8, 3, 3) and !sameType(u16, 3, 3));
}
