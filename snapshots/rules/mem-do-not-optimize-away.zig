const std = @import("std");

test "mem do not optimize away" {
    var sum: u32 = 0;
    for (0..10) |i| sum += @intCast(i);
    std.mem.doNotOptimizeAway(sum);
    try std.testing.expectEqual(45, sum);
}
