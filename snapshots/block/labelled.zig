//! Labelled blocks and their values.
const std = @import("std");

fn clampToTable(n: u32) u32 {
    const table = [_]u32{ 1, 10, 100 };
    const limit = blk: {
        for (table) |entry| {
            if (entry >= n) break :blk entry;
        }
        break :blk table[table.len - 1];
    };
    return limit + 1;
}

fn check(n: i32) i32 {
    var result: i32 = 0;
    steps: {
        if (n < 0) break :steps;
        result += 1;
        if (n > 10) break :steps;
        result += 1;
    }
    return result;
}

const start = blk: {
    var sum: u8 = 0;
    for (0..5) |i| sum += i;
    break :blk sum;
};

test "labelled blocks" {
    try std.testing.expectEqual(@as(u32, 11), clampToTable(7));
    try std.testing.expectEqual(@as(u32, 101), clampToTable(700));
    try std.testing.expectEqual(@as(i32, 0), check(-1));
    try std.testing.expectEqual(@as(i32, 2), check(3));
    try std.testing.expectEqual(@as(u8, 10), start);
}
