//! What branches on a type, reflects, or computes lengths becomes one item for each instantiation.
const std = @import("std");
const expectEqual = std.testing.expectEqual;

fn zero(comptime T: type) T {
    return switch (@typeInfo(T)) {
        .int => 0,
        .bool => false,
        .optional => null,
        else => @compileError("no zero of " ++ @typeName(T)),
    };
}

fn Bits(comptime T: type) type {
    return struct {
        words: [(@bitSizeOf(T) + 7) / 8]u8,

        fn count() usize {
            return @bitSizeOf(T);
        }
    };
}

fn sumOfFields(value: anytype) i64 {
    var sum: i64 = 0;
    inline for (std.meta.fields(@TypeOf(value))) |field| {
        sum += @field(value, field.name);
    }
    return sum;
}

fn repeated(comptime n: usize, byte: u8) [2 * n]u8 {
    var result: [2 * n]u8 = undefined;
    for (&result) |*r| r.* = byte;
    return result;
}

const Sizes = struct { width: i32, height: i16 };

test "instances" {
    try expectEqual(@as(u8, 0), zero(u8));
    try expectEqual(false, zero(bool));
    try expectEqual(@as(?u8, null), zero(?u8));
    try expectEqual(@as(usize, 12), Bits(u12).count());
    try expectEqual(@as(usize, 2), (Bits(u12){ .words = .{ 1, 2 } }).words.len);
    try expectEqual(@as(i64, 7), sumOfFields(Sizes{ .width = 3, .height = 4 }));
    try expectEqual([4]u8{ 9, 9, 9, 9 }, repeated(2, 9));
}
