const std = @import("std");

fn isEven(n: u32) bool {
    return n % 2 == 0;
}

test "testing expect" {
    try std.testing.expect(isEven(2));
    try std.testing.expect(!isEven(3));
}
