const std = @import("std");

const Small = error{Small};
const Large = error{ Large, Huge };
const Shape = union(enum) { circle: u8, square: u16, none };

fn maybe(flag: bool) ?u8 {
    return if (flag) 1 else null;
}
fn small(flag: bool) Small!u8 {
    return if (flag) 1 else error.Small;
}
fn large(flag: bool) Large!u16 {
    return if (flag) 1 else error.Large;
}
fn either(flag: bool) !u32 {
    return try small(flag) + try large(flag);
}

test "arms" {
    var flag = true;
    _ = &flag;
    const ints = if (flag) @as(u8, 1) else @as(u32, 2);
    //    ^ u32
    const signs = if (flag) @as(u8, 1) else @as(i16, -2);
    //    ^ i16
    const sizes = if (flag) @as(u64, 1) else @as(usize, 2);
    //    ^ u64
    const floats = if (flag) @as(f16, 1) else @as(f64, 2);
    //    ^ f64
    const known = if (flag) @as(u8, 1) else 2;
    //    ^ u8
    const optionals = if (flag) maybe(flag) else 3;
    //    ^ ?u8
    const nulls = if (flag) null else @as(u16, 3);
    //    ^ ?u16
    const errors = if (flag) error.A else error.B;
    //    ^ error{A,B}
    const unions = if (flag) small(flag) else error.Other;
    //    ^ error{Other,Small}!u8
    const strings = if (flag) "a" else "bc";
    //    ^ [:0]const u8
    const same = if (flag) "ab" else "cd";
    //    ^ *const [2:0]u8
    const mixed = if (flag) "ab" else @as([]const u8, "c");
    //    ^ []const u8
    const never = if (flag) @as(u8, 1) else return;
    //    ^ u8
    const enums = if (flag) .gt else std.math.Order.lt;
    //    ^ math.Order
    const arrays = if (flag) [2]u8{ 1, 2 } else .{ 3, 4 };
    //    ^ [2]u8
    const pointers = if (flag) &@as(u8, 1) else null;
    //    ^ ?*const u8
    try std.testing.expect(ints == 1 and signs == 1 and sizes == 1 and floats == 1 and known == 1);
    try std.testing.expect(optionals == 1 and nulls == null and errors == error.A and strings.len == 1);
    try std.testing.expect(same.len == 2 and mixed.len == 2 and never == 1 and arrays[0] == 1 and pointers.?.* == 1);
    try std.testing.expect(try unions == 1);
    _ = &enums;
}

test "switches, blocks and loops" {
    var n: u8 = 2;
    _ = &n;
    const switched = switch (n) {
        0 => @as(u8, 1),
        1 => @as(u16, 2),
        2...9 => null,
        else => unreachable,
    };
    _ = &switched;
    //   ^ ?u16
    const broken = blk: {
        if (n == 1) break :blk @as(u8, 1);
        if (n == 2) break :blk error.Two;
        break :blk @as(u32, 4);
    };
    _ = &broken;
    //   ^ error{Two}!u32
    const looped = for ([_]u8{ 1, 2, 3 }) |one| {
        if (one == n) break one;
    } else @as(i32, -1);
    _ = &looped;
    //   ^ i32
    const while_ = while (n < 100) : (n += 1) {
        if (n == 50) break @as(?u8, n);
    } else null;
    _ = &while_;
    //   ^ ?u8
    const labelled = again: switch (n) {
        50 => continue :again 51,
        51 => @as(u8, 1),
        else => @as(u64, 2),
    };
    _ = &labelled;
    //   ^ u64
    const shape: Shape = if (n == 50) .{ .square = 3 } else .none;
    const payload = switch (shape) {
        .circle => |radius| radius,
        .square => |side| side,
        .none => 0,
    };
    _ = &payload;
    //   ^ u16
    try std.testing.expect(switched == null and looped == 2 and while_.? == 50 and labelled == 1 and payload == 3);
    try std.testing.expectError(error.Two, broken);
}

test "orelse, catch and try" {
    var flag = false;
    _ = &flag;
    const or_value = maybe(flag) orelse @as(u16, 5);
    //    ^ u16
    const or_null = maybe(flag) orelse null;
    //    ^ ?u8
    const or_return = maybe(true) orelse return;
    //    ^ u8
    const caught = small(flag) catch @as(u32, 7);
    //    ^ u32
    const caught_error = small(flag) catch |err| err;
    //    ^ error{Small}!u8
    const chained = maybe(flag) orelse small(flag) catch 9;
    //    ^ u8
    const tried = try large(true);
    //    ^ u16
    const unwrapped = maybe(true).?;
    //    ^ u8
    const result = either(true);
    //    ^ @typeInfo(@typeInfo(@TypeOf(peers.either)).@"fn".return_type.?).error_union.error_set!u32
    const total = result catch |err| switch (err) {
        error.Small => 1,
        error.Large, error.Huge => 2,
    };
    _ = &total;
    //   ^ u32
    try std.testing.expect(or_value == 5 and or_null == null and or_return == 1 and caught == 7 and chained == 9);
    try std.testing.expect(tried == 1 and unwrapped == 1 and total == 2);
    try std.testing.expectError(error.Small, caught_error);
}

test "arithmetic" {
    var byte: u8 = 3;
    var word: u16 = 500;
    var single: f32 = 1.5;
    _ = .{ &byte, &word, &single };
    const sum = byte + word;
    //    ^ u16
    const wrapped = byte *% 200;
    //    ^ u8
    const saturated = word -| 600;
    //    ^ u16
    const divided = word / byte;
    //    ^ u16
    const remainder = @rem(@as(i16, -7), 2);
    //    ^ i16
    const shifted = word >> 3;
    //    ^ u16
    const masked = word & 0xff;
    //    ^ u16
    const negated = -single;
    //    ^ f32
    const inverted = ~byte;
    //    ^ u8
    const not = !(byte == 3);
    //    ^ bool
    const logical = byte > 1 and word < 3 or not;
    //    ^ bool
    const ordered = byte < word;
    //    ^ bool
    const known = 7 * 6;
    const ratio = 1.0 / 4.0;
    const joined = "ab" ++ "cd";
    //    ^ *const [4:0]u8
    const repeated = [_]u8{ 1, 2 } ** 3;
    //    ^ [6]u8
    const merged = Small || Large;
    try std.testing.expect(sum == 503 and wrapped == 88 and saturated == 0 and divided == 166 and remainder == -1);
    try std.testing.expect(shifted == 62 and masked == 244 and negated < 0 and inverted == 252 and !logical and ordered);
    try std.testing.expect(known == 42 and ratio == 0.25 and joined.len == 4 and repeated.len == 6 and merged == (Large || Small));
}
