const std = @import("std");

fn grow(gpa: std.mem.Allocator, old: []u8, len: usize) ![]u8 {
    if (gpa.remap(old, len)) |grown| return grown;
    const grown = try gpa.alloc(u8, len);
    @memcpy(grown[0..old.len], old);
    gpa.free(old);
    return grown;
}

test "allocator remap" {
    const gpa = std.testing.allocator;
    const grown = try grow(gpa, try gpa.dupe(u8, "ab"), 4);
    defer gpa.free(grown);
    try std.testing.expectEqualStrings("ab", grown[0..2]);
}
