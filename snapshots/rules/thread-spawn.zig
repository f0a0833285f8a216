const std = @import("std");

const Counter = struct {
    value: std.atomic.Value(u32) = .init(0),
};

fn count(counter: *Counter, times: usize) void {
    for (0..times) |_| {
        _ = counter.value.fetchAdd(1, .monotonic);
    }
}

fn check(n: u8) !void {
    if (n > 2) return error.TooLarge;
}

test "threads that share a counter" {
    var counter: Counter = .{};
    var threads: [3]std.Thread = undefined;
    for (&threads, 1..) |*thread, i| {
        thread.* = try std.Thread.spawn(.{}, count, .{ &counter, 10 * i });
    }
    for (threads) |thread| thread.join();
    try std.testing.expectEqual(60, counter.value.load(.monotonic));
}

test "a thread that is given values" {
    const thread = try std.Thread.spawn(.{ .stack_size = 1024 * 1024 }, check, .{2});
    thread.join();
    try std.testing.expect(true);
}
