//! `orelse`, `.?` and comparisons with `null`.
const std = @import("std");

const Entry = struct { key: u8, value: ?u16 = null };

fn indexOf(entries: []const Entry, key: u8) ?usize {
    var i = entries.len;
    while (i > 0) {
        i -= 1;
        if (entries[i].key == key) return i;
    }
    return null;
}

fn find(entries: []const Entry, key: u8) ?Entry {
    const index = indexOf(entries, key) orelse return null;
    return entries[index];
}

fn valueOr(entries: []const Entry, key: u8, fallback: u16) u16 {
    const entry = find(entries, key) orelse return fallback;
    return entry.value orelse fallback / 2;
}

fn sumKnown(entries: []const Entry) u32 {
    var sum: u32 = 0;
    for (entries) |entry| sum += entry.value orelse continue;
    return sum;
}

fn must(entries: []const Entry, key: u8) u16 {
    return find(entries, key).?.value.?;
}

fn either(a: ?u8, b: ?u8) ?u8 {
    return a orelse b;
}

fn same(a: ?u8, b: u8) bool {
    return a == b;
}

test "optionals" {
    const entries = [_]Entry{ .{ .key = 1, .value = 10 }, .{ .key = 2 } };
    try std.testing.expectEqual(@as(u16, 10), valueOr(&entries, 1, 100));
    try std.testing.expectEqual(@as(u16, 50), valueOr(&entries, 2, 100));
    try std.testing.expectEqual(@as(u16, 100), valueOr(&entries, 3, 100));
    try std.testing.expectEqual(@as(u32, 10), sumKnown(&entries));
    try std.testing.expectEqual(@as(u16, 10), must(&entries, 1));
    try std.testing.expectEqual(@as(?u8, 4), either(null, 4));
    try std.testing.expect(same(7, 7));
    try std.testing.expect(find(&entries, 9) == null);
}
