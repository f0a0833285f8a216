//! An arena: everything is freed at once.
const std = @import("std");

const Item = struct { name: []const u8, children: []const Item = &.{} };

fn parse(arena: std.mem.Allocator, text: []const u8) ![]const Item {
    var items: std.ArrayList(Item) = .empty;
    var lines = std.mem.tokenizeScalar(u8, text, '\n');
    while (lines.next()) |line| {
        const name = try arena.dupe(u8, std.mem.trim(u8, line, " "));
        try items.append(arena, .{ .name = name });
    }
    return items.toOwnedSlice(arena);
}

test "arena" {
    var arena = std.heap.ArenaAllocator.init(std.testing.allocator);
    defer arena.deinit();
    const items = try parse(arena.allocator(), "one\n  two\nthree");
    try std.testing.expectEqual(@as(usize, 3), items.len);
    try std.testing.expectEqualStrings("two", items[1].name);
}
