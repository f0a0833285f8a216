const std = @import("std");

pub fn answer() u32 {
    return 42;
}

test "testing ref all decls" {
    std.testing.refAllDecls(@This());
    try std.testing.expectEqual(42, answer());
}
