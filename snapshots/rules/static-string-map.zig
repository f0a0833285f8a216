const std = @import("std");

const Kind = enum { apple, pear };

const kinds = std.StaticStringMap(Kind).initComptime(.{ .{ "apple", .apple }, .{ "pear", .pear } });

test "static string map" {
    try std.testing.expectEqual(Kind.pear, kinds.get("pear").?);
}
