//! Variables of containers and of threads.
const std = @import("std");

var total: u32 = 0;
threadlocal var depth: u8 = 0;
const limit: u32 = 5;

const Counter = struct {
    var made: u32 = 0;

    id: u32,

    fn init() Counter {
        made += 1;
        return .{ .id = made };
    }
};

fn add(n: u32) bool {
    if (total + n > limit) return false;
    total += n;
    return true;
}

fn nested() u8 {
    depth += 1;
    defer depth -= 1;
    return depth;
}

test "added" {
    total = 0;
    try std.testing.expect(add(3));
    try std.testing.expect(!add(3));
    try std.testing.expectEqual(@as(u32, 3), total);
}

test "alone with the variables" {
    total = 4;
    try std.testing.expect(!add(2));
    try std.testing.expectEqual(@as(u8, 1), nested());
    try std.testing.expectEqual(@as(u32, 2), (blk: {
        _ = Counter.init();
        break :blk Counter.init();
    }).id);
}
