const std = @import("std");

test "array list add many as slice assume capacity" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u8) = try .initCapacity(gpa, 4);
    defer list.deinit(gpa);
    const added = list.addManyAsSliceAssumeCapacity(2);
    added[0] = 'a';
    added[1] = 'b';
    try std.testing.expectEqualStrings("ab", list.items);
}
