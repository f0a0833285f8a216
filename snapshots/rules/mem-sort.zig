const std = @import("std");

fn byLength(_: void, a: []const u8, b: []const u8) bool {
    return a.len < b.len;
}

test "mem sort" {
    var numbers = [_]u32{ 3, 1, 2 };
    std.mem.sort(u32, &numbers, {}, std.sort.asc(u32));
    try std.testing.expectEqual([_]u32{ 1, 2, 3 }, numbers);
    std.mem.sort(u32, &numbers, {}, std.sort.desc(u32));
    try std.testing.expectEqual([_]u32{ 3, 2, 1 }, numbers);
    var words = [_][]const u8{ "ccc", "a", "bb" };
    std.mem.sort([]const u8, &words, {}, byLength);
    try std.testing.expectEqualStrings("a", words[0]);
}
