//! Pointers to one item are references where it is proven that they can be.
const std = @import("std");
const expect = std.testing.expect;

const Counter = struct {
    count: u32 = 0,
    step: u32 = 1,

    fn advance(self: *Counter) void {
        self.count += self.step;
    }

    fn isPast(self: *const Counter, limit: u32) bool {
        return self.count > limit;
    }

    fn stepOf(self: *Counter) *u32 {
        return &self.step;
    }
};

fn exchange(a: *u32, b: *u32) void {
    const sum = a.* + b.*;
    a.* = sum - a.*;
    b.* = sum - a.*;
}

fn larger(a: *const Counter, b: *const Counter) *const Counter {
    return if (a.count > b.count) a else b;
}

/// Called with one counter for both: these cannot be references.
fn transfer(from: *Counter, to: *Counter) void {
    to.count += from.count;
    from.count = 0;
}

test "single" {
    var left: Counter = .{};
    var right: Counter = .{ .step = 10 };
    left.advance();
    right.advance();
    try expect(right.isPast(9) and !left.isPast(1));
    exchange(&left.count, &right.count);
    try expect(left.count == 10);
    left.stepOf().* = 5;
    left.advance();
    try expect(larger(&left, &right).count == 15);
    transfer(&left, &right);
    try expect(left.count == 0 and right.count == 16);
    transfer(&right, &right);
    try expect(right.count == 0);
}
