const std = @import("std");

const Worker = struct {
    thread: ?std.Thread = null,
    result: u32 = 0,

    fn run(self: *Worker) void {
        self.result = 7;
    }

    fn start(self: *Worker) !void {
        self.thread = try std.Thread.spawn(.{}, run, .{self});
    }

    fn wait(self: *Worker) void {
        if (self.thread) |thread| thread.join();
        self.thread = null;
    }
};

test "a thread in a field" {
    var worker: Worker = .{};
    try worker.start();
    worker.wait();
    try std.testing.expectEqual(7, worker.result);
    try std.testing.expect(worker.thread == null);
}
