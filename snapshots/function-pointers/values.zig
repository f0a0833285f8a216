//! Functions as values.
const std = @import("std");
const expect = std.testing.expect;

const Operation = *const fn (i32, i32) i32;

fn add(a: i32, b: i32) i32 {
    return a + b;
}

fn multiply(a: i32, b: i32) i32 {
    return a * b;
}

const operations = [_]struct { name: u8, run: Operation }{
    .{ .name = '+', .run = add },
    .{ .name = '*', .run = &multiply },
};

fn find(name: u8) ?Operation {
    for (operations) |operation| {
        if (operation.name == name) return operation.run;
    }
    return null;
}

fn fold(values: []const i32, start: i32, with: Operation) i32 {
    var result = start;
    for (values) |value| result = with(result, value);
    return result;
}

fn twice(comptime with: fn (i32, i32) i32, value: i32) i32 {
    return with(with(value, value), value);
}

const Callback = ?*const fn (c_int) callconv(.c) c_int;

/// At the boundary to C.
export fn notify(callback: Callback, value: c_int) c_int {
    return if (callback) |call| call(value) else -1;
}

fn negated(value: c_int) callconv(.c) c_int {
    return -value;
}

test "values" {
    try expect(fold(&.{ 1, 2, 3 }, 0, add) == 6);
    try expect(fold(&.{ 2, 3, 4 }, 1, find('*').?) == 24);
    try expect(find('?') == null);
    try expect(twice(multiply, 3) == 27);
    try expect(find('+').? == &add);
    try expect(notify(negated, 5) == -5 and notify(null, 5) == -1);
}
