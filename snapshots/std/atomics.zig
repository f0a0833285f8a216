//! Atomic values, with the orderings that the author chose.
const std = @import("std");

const Counter = struct {
    count: std.atomic.Value(u32) = .init(0),
    isDone: std.atomic.Value(bool) = .init(false),

    fn add(self: *Counter, n: u32) u32 {
        return self.count.fetchAdd(n, .monotonic) + n;
    }

    fn finish(self: *Counter) bool {
        return self.isDone.cmpxchgStrong(false, true, .acq_rel, .acquire) == null;
    }
};

test "atomics" {
    var counter: Counter = .{};
    try std.testing.expectEqual(3, counter.add(3));
    try std.testing.expectEqual(5, counter.add(2));
    try std.testing.expect(counter.finish() and !counter.finish());
    try std.testing.expectEqual(5, counter.count.load(.acquire));
    counter.count.store(9, .release);
    try std.testing.expectEqual(9, counter.count.swap(1, .seq_cst));
    var total: u64 = 40;
    try std.testing.expectEqual(40, @atomicRmw(u64, &total, .Add, 2, .seq_cst));
    try std.testing.expectEqual(42, @atomicLoad(u64, &total, .seq_cst));
}
