const std = @import("std");

fn count(gpa: std.mem.Allocator) usize {
    _ = gpa;
    return 1;
}

test "testing failing allocator" {
    try std.testing.expectEqual(1, count(std.testing.failing_allocator));
}
