//! Counts how often each word occurs.

const std = @import("std");
const Allocator = std.mem.Allocator;
const text = @import("text.zig");

pub const Entry = struct {
    word: []const u8,
    count: u32,

    /// More frequent words first; equally frequent ones by the alphabet.
    pub fn before(_: void, a: Entry, b: Entry) bool {
        if (a.count != b.count) return a.count > b.count;
        return std.mem.lessThan(u8, a.word, b.word);
    }
};

pub const Counter = struct {
    counts: std.StringHashMap(u32),
    total: usize,
    longest: []const u8,

    pub fn init(gpa: Allocator) Counter {
        return .{ .counts = std.StringHashMap(u32).init(gpa), .total = 0, .longest = "" };
    }

    pub fn deinit(self: *Counter) void {
        self.counts.deinit();
    }

    pub fn add(self: *Counter, word: []const u8) !void {
        const found = try self.counts.getOrPut(word);
        if (found.found_existing) {
            found.value_ptr.* += 1;
        } else {
            found.value_ptr.* = 1;
        }
        self.total += 1;
        if (word.len > self.longest.len) self.longest = word;
    }

    /// Counts every word of a text.
    pub fn addAll(self: *Counter, source: []const u8) !void {
        var words = text.WordIterator.init(source);
        while (words.next()) |word| try self.add(word);
    }

    pub fn count(self: *const Counter, word: []const u8) u32 {
        return self.counts.get(word) orelse 0;
    }

    /// All words with their counts, the most frequent first; the caller frees the list.
    pub fn sorted(self: *const Counter, gpa: Allocator) !std.ArrayList(Entry) {
        var entries: std.ArrayList(Entry) = .empty;
        errdefer entries.deinit(gpa);
        var iterator = self.counts.iterator();
        while (iterator.next()) |entry| {
            try entries.append(gpa, .{ .word = entry.key_ptr.*, .count = entry.value_ptr.* });
        }
        std.mem.sort(Entry, entries.items, {}, Entry.before);
        return entries;
    }
};

test "words are counted" {
    var counter = Counter.init(std.testing.allocator);
    defer counter.deinit();
    try counter.addAll("a b a c a b");
    try std.testing.expectEqual(@as(u32, 3), counter.count("a"));
    try std.testing.expectEqual(@as(u32, 0), counter.count("d"));
    try std.testing.expectEqual(@as(usize, 6), counter.total);
}

test "the most frequent words come first" {
    const gpa = std.testing.allocator;
    var counter = Counter.init(gpa);
    defer counter.deinit();
    try counter.addAll("pear fig pear apple fig kiwi");
    var entries = try counter.sorted(gpa);
    defer entries.deinit(gpa);
    try std.testing.expectEqual(@as(usize, 4), entries.items.len);
    try std.testing.expectEqualStrings("fig", entries.items[0].word);
    try std.testing.expectEqualStrings("pear", entries.items[1].word);
    try std.testing.expectEqual(@as(u32, 1), entries.items[3].count);
    try std.testing.expectEqualStrings("apple", counter.longest);
}
