//! Blocks that only porting made are not written; the author's own stay.
const std = @import("std");
const expect = std.testing.expect;

fn bigger(comptime T: type, a: T, b: T) T {
    if (T == bool) {
        return a or b;
    } else if (a > b) {
        return a;
    } else {
        return b;
    }
}

fn sumOfSizes(seed: usize) usize {
    var sum = seed;
    // Each iteration has its own type.
    inline for (.{ u8, u16, u32 }) |T| {
        sum += @sizeOf(T);
    }
    return sum;
}

const Fault = error{ TooSmall, TooLarge };

fn check(value: u32) Fault!u32 {
    return switch (value) {
        0 => error.TooSmall,
        1...9 => value,
        else => return error.TooLarge,
    };
}

fn describe(value: u32) []const u8 {
    if (check(value)) |_| {
        return "fits";
    } else |err| switch (err) {
        error.TooSmall => return "too small",
        // There is nothing else.
        error.TooLarge => return "too large",
    }
}

fn steps(start: u32) u32 {
    var count: u32 = 0;
    sw: switch (start) {
        0 => return count,
        1...4 => |n| {
            count += 1;
            continue :sw n - 1;
        },
        else => unreachable,
    }
}

var total: u32 = 0;

fn next() u32 {
    total += 2;
    return total;
}

test "opened" {
    try expect(bigger(bool, false, true));
    try expect(bigger(u8, 3, 2) == 3);
    try expect(sumOfSizes(1) == 8);
    try expect(std.mem.eql(u8, describe(3), "fits"));
    try expect(std.mem.eql(u8, describe(30), "too large"));
    try expect(steps(3) == 3);
    try expect(next() == 2);
    var i: u32 = 1;
    var j: u32 = 1;
    while (i * j < 100) : ({
        i *= 2;
        j *= 3;
    }) {
        try expect(i <= j);
    }
    {
        try expect(i == 8);
    }
}
