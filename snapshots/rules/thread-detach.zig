const std = @import("std");

var is_done = std.atomic.Value(bool).init(false);

fn finish() void {
    is_done.store(true, .release);
}

test "a thread that nobody joins" {
    const thread = try std.Thread.spawn(.{}, finish, .{});
    thread.detach();
    while (!is_done.load(.acquire)) try std.Thread.yield();
    try std.testing.expect(is_done.load(.acquire));
}
