const std = @import("std");

fn count(gpa: std.mem.Allocator) usize {
    _ = gpa;
    return 1;
}

test "failing allocator" {
    var failing: std.testing.FailingAllocator = .init(std.testing.allocator, .{});
    try std.testing.expectEqual(1, count(failing.allocator()));
}
