const std = @import("std");

fn maybe(n: u32) ?u16 {
    return if (n > 3) null else @intCast(n);
}

fn parse(text: []const u8) error{ Empty, TooLong }!u8 {
    if (text.len == 0) return error.Empty;
    if (text.len > 3) return error.TooLong;
    return text[0];
}

test "captures" {
    if (maybe(2)) |small| {
        try std.testing.expectEqual(2, small);
        //                             ^ u16
    }
    if (parse("")) |_| {
        return error.Unexpected;
    } else |err| {
        const copy = err;
        //    ^ error{Empty,TooLong}
        try std.testing.expect(copy == error.Empty);
    }
    const bytes = [_]u8{ 1, 2, 3 };
    for (bytes, 0..) |byte, index| {
        const sum = byte + index;
        //    ^ usize
        try std.testing.expect(sum > 0);
    }
    for (&bytes) |*pointer| {
        const copy = pointer;
        //    ^ *const u8
        try std.testing.expect(copy.* > 0);
    }
}

test "peers" {
    var flag = true;
    _ = &flag;
    const number = if (flag) @as(u8, 1) else @as(u16, 2);
    //    ^ u16
    const optional = if (flag) null else @as(u32, 3);
    //    ^ ?u32
    const union_ = if (flag) error.Bad else @as(i8, 4);
    //    ^ error{Bad}!i8
    const text = if (flag) "ab" else "cde";
    //    ^ [:0]const u8
    const value = maybe(9) orelse 7;
    //    ^ u16
    const byte = parse("x") catch 0;
    //    ^ u8
    try std.testing.expect(number == 1 and optional == null and value == 7 and byte == 'x' and text.len == 2);
    try std.testing.expectError(error.Bad, union_);
}

test "blocks and loops" {
    const broken = found: {
        for ([_]u8{ 1, 2 }) |one| {
            if (one == 2) break :found one;
        }
        break :found 0;
    };
    const looped = while (true) {
        break @as(i64, 5);
    } else 6;
    const switched = switch (broken) {
        0 => @as(f32, 1),
        1...9 => 2.5,
        else => unreachable,
    };
    try std.testing.expect(looped == 5 and switched == 2.5);
    //                     ^ i64
    //                                     ^ f32
}
