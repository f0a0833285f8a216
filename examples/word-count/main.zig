//! Prints the most frequent words of a text, with a bar for each, and some figures about it.

const std = @import("std");
const text = @import("text.zig");
const Counter = @import("counter.zig").Counter;
const Entry = @import("counter.zig").Entry;

const shown = 8;
const bar_width = 30;

/// How many words occur how often.
const Histogram = struct {
    buckets: [4]usize = @splat(0),

    const limits = [_]u32{ 1, 3, 9 };

    fn add(self: *Histogram, count: u32) void {
        for (limits, 0..) |limit, bucket| {
            if (count <= limit) {
                self.buckets[bucket] += 1;
                return;
            }
        }
        self.buckets[limits.len] += 1;
    }

    fn label(bucket: usize) []const u8 {
        return switch (bucket) {
            0 => "once",
            1 => "up to three times",
            2 => "up to nine times",
            else => "more often",
        };
    }
};

fn barLength(count: u32, most: u32) usize {
    if (most == 0) return 0;
    return @as(usize, count) * bar_width / most;
}

fn printBar(length: usize) void {
    for (0..length) |_| std.debug.print("#", .{});
    std.debug.print("\n", .{});
}

fn printTable(entries: []const Entry) void {
    const most = if (entries.len > 0) entries[0].count else 0;
    for (entries[0..@min(shown, entries.len)], 1..) |entry, rank| {
        std.debug.print("{d:>2}. {s:<12} {d:>3} ", .{ rank, entry.word, entry.count });
        printBar(barLength(entry.count, most));
    }
}

fn printHistogram(entries: []const Entry) void {
    var histogram: Histogram = .{};
    for (entries) |entry| histogram.add(entry.count);
    for (histogram.buckets, 0..) |words, bucket| {
        if (words == 0) continue;
        std.debug.print("{d} words occur {s}\n", .{ words, Histogram.label(bucket) });
    }
}

pub fn main() !void {
    var state: std.heap.DebugAllocator(.{}) = .init;
    defer _ = state.deinit();
    const gpa = state.allocator();

    var counter = Counter.init(gpa);
    defer counter.deinit();
    try counter.addAll(text.sample);

    var entries = try counter.sorted(gpa);
    defer entries.deinit(gpa);

    std.debug.print("{d} words, {d} of them different\n", .{ counter.total, entries.items.len });
    printTable(entries.items);
    printHistogram(entries.items);
    std.debug.print("the longest is \"{s}\"\n", .{counter.longest});

    const average = @as(f64, @floatFromInt(counter.total)) / @as(f64, @floatFromInt(entries.items.len));
    std.debug.print("each occurs {d:.2} times on average\n", .{average});
}

test "bars are proportional" {
    try std.testing.expectEqual(@as(usize, 30), barLength(10, 10));
    try std.testing.expectEqual(@as(usize, 15), barLength(5, 10));
    try std.testing.expectEqual(@as(usize, 0), barLength(0, 0));
}

test "buckets" {
    var histogram: Histogram = .{};
    for ([_]u32{ 1, 1, 2, 9, 10 }) |count| histogram.add(count);
    try std.testing.expectEqualSlices(usize, &.{ 2, 1, 1, 1 }, &histogram.buckets);
    try std.testing.expectEqualStrings("once", Histogram.label(0));
}

test {
    _ = text;
    _ = @import("counter.zig");
}
