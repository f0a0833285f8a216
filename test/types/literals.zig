const std = @import("std");

const answer = 42;
//    ^ comptime_int
//    = 42
const text = "abc";
//    ^ *const [3:0]u8
const ratio: f32 = 0.5;
//    ^ f32

test "locals" {
    var small: u8 = 7;
    //  ^ u8
    _ = &small;
    const wide = @as(u32, small) + 1;
    //    ^ u32
    const optional: ?u8 = small;
    //    ^ ?u8
    const slice: []const u8 = text;
    //    ^ []const u8
    try std.testing.expect(wide == 8 and optional.? == small and slice.len == 3);
    //                     ^ u32
    //                                   ^ ?u8
    //                                                           ^ []const u8
}

test "addresses" {
    var array = [_]u16{ 1, 2, 3 };
    //  ^ [3]u16
    const first = &array[0];
    //    ^ *u16
    const rest = array[1..];
    //    ^ *[2]u16
    try std.testing.expect(first.* == 1 and rest.len == 2);
    //                          ^ u16
}
