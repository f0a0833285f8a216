const std = @import("std");

fn double(n: *u32) void {
    n.* *= 2;
}

test "the result is there when the thread has been joined" {
    var n: u32 = 21;
    const thread = try std.Thread.spawn(.{}, double, .{&n});
    thread.join();
    try std.testing.expectEqual(42, n);
}
