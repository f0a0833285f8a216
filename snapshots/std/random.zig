//! Random numbers are those that Zig gives, bit by bit.
const std = @import("std");

test "random" {
    var prng: std.Random.DefaultPrng = .init(1234);
    const random = prng.random();
    try std.testing.expectEqual(13965075828013061239, random.int(u64));
    try std.testing.expectEqual(7827044556653101013, random.int(u64));
    const roll = random.intRangeAtMost(u8, 1, 6);
    try std.testing.expect(roll >= 1 and roll <= 6);
    try std.testing.expect(random.float(f64) < 1);
    var items = [_]u8{ 1, 2, 3, 4, 5 };
    random.shuffle(u8, &items);
    var sum: u32 = 0;
    for (items) |item| sum = sum * 10 + item;
    try std.testing.expect(sum >= 12345 and sum <= 54321);
}

test "other generators" {
    var pcg: std.Random.Pcg = .init(5);
    try std.testing.expectEqual(4123214184, pcg.random().int(u32));
    var isaac: std.Random.Isaac64 = .init(5);
    try std.testing.expectEqual(7385700470854160620, isaac.random().int(u64));
}
