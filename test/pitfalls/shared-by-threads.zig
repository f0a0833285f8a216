const std = @import("std");

const Tally = struct {
    done: std.atomic.Value(u32) = .init(0),
    slots: [2]u32 = .{ 0, 0 },

    fn work(self: *Tally, slot: usize, times: u32) void {
        for (0..times) |_| self.slots[slot] += 1;
        _ = self.done.fetchAdd(1, .release);
    }
};

pub fn main() !void {
    var tally: Tally = .{};
    const first = try std.Thread.spawn(.{}, Tally.work, .{ &tally, 0, 1000 });
    const second = try std.Thread.spawn(.{}, Tally.work, .{ &tally, 1, 500 });
    first.join();
    second.join();
    std.debug.print("{d} {d} {d}\n", .{ tally.done.load(.acquire), tally.slots[0], tally.slots[1] });
}
