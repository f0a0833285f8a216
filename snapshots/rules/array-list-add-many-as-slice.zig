const std = @import("std");

test "array list add many as slice" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u8) = .empty;
    defer list.deinit(gpa);
    try list.append(gpa, 'a');
    @memcpy(try list.addManyAsSlice(gpa, 2), "bc");
    try std.testing.expectEqualStrings("abc", list.items);
}
