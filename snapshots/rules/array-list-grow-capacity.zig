const std = @import("std");

test "array list grow capacity" {
    try std.testing.expectEqual(32, std.ArrayList(u32).growCapacity(0));
    try std.testing.expectEqual(182, std.ArrayList(u32).growCapacity(100));
}
