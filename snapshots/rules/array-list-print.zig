const std = @import("std");

test "array list print" {
    const allocator = std.testing.allocator;
    var list: std.ArrayList(u8) = .empty;
    defer list.deinit(allocator);
    try list.appendSlice(allocator, "n: ");
    try list.print(allocator, "{d}, {s}", .{ 7, "seven" });
    try std.testing.expectEqualStrings("n: 7, seven", list.items);
}
