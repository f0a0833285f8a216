//! Tests that go on with what an earlier one left, in the order of the file.
const std = @import("std");

var stock: u32 = 10;
var sold: u32 = 0;

fn sell(n: u32) error{SoldOut}!void {
    if (n > stock) return error.SoldOut;
    stock -= n;
    sold += n;
}

test "open with ten" {
    try std.testing.expectEqual(10, stock);
}

test "sell some" {
    try sell(4);
    try std.testing.expectEqual(6, stock);
}

// Runs last, though its name comes first.
test "a last sale" {
    try std.testing.expectError(error.SoldOut, sell(7));
    try sell(6);
    try std.testing.expectEqual(10, sold);
}

test "touches none of it" {
    const price: f32 = 2.5;
    try std.testing.expectEqual(5.0, 2 * price);
}
