const std = @import("std");
const expect = std.testing.expect;

/// Counts its own calls.
fn nextTicket() u32 {
    const Counter = struct {
        var tickets: u32 = 0;
    };
    Counter.tickets += 1;
    return Counter.tickets;
}

fn sortByDistance(numbers: []i32, from: i32) void {
    const Context = struct {
        from: i32,

        fn isNearer(self: @This(), a: i32, b: i32) bool {
            return @abs(a - self.from) < @abs(b - self.from);
        }
    };
    std.mem.sort(i32, numbers, Context{ .from = from }, Context.isNearer);
}

const Shelf = struct {
    width: u32,

    /// The name of the class of the shelf.
    fn class(self: Shelf) []const u8 {
        const Class = enum { narrow, wide };
        const of: Class = if (self.width < 80) .narrow else .wide;
        return switch (of) {
            .narrow => "narrow",
            .wide => "wide",
        };
    }
};

/// Its type is seen from outside.
fn bounds(numbers: []const i32) struct { low: i32, high: i32 } {
    const Context = struct { low: i32, high: i32 };
    var found: Context = .{ .low = numbers[0], .high = numbers[0] };
    for (numbers[1..]) |number| {
        found.low = @min(found.low, number);
        found.high = @max(found.high, number);
    }
    return .{ .low = found.low, .high = found.high };
}

test "variables of a function keep their value" {
    const first = nextTicket();
    try expect(nextTicket() == first + 1);
}

test "contexts of one name" {
    var numbers = [_]i32{ 9, 1, 4, 6 };
    sortByDistance(&numbers, 5);
    try expect(std.mem.eql(i32, &numbers, &.{ 4, 6, 9, 1 }));
    const found = bounds(&numbers);
    try expect(found.low == 1 and found.high == 9);
    try std.testing.expectEqualStrings("wide", (Shelf{ .width = 80 }).class());
}

test "a struct with functions that fail" {
    const S = struct {
        fn half(number: u32) error{Odd}!u32 {
            if (number % 2 != 0) return error.Odd;
            return number / 2;
        }

        fn quarter(number: u32) !u32 {
            return half(try half(number));
        }
    };
    try expect(try S.quarter(12) == 3);
    try std.testing.expectError(error.Odd, S.quarter(6));
}

test "another struct of that name" {
    const S = struct {
        value: u8,

        fn doubled(self: @This()) @This() {
            return .{ .value = self.value * 2 };
        }
    };
    try expect((S{ .value = 4 }).doubled().value == 8);
}
