//! `anyopaque`, `noreturn`, `void` and `type`.
const std = @import("std");
const expect = std.testing.expect;

fn Holder(comptime T: type) type {
    return struct {
        value: T,

        fn get(self: @This()) T {
            return self.value;
        }
    };
}

fn firstOf(comptime T: type, items: []const T) T {
    return items[0];
}

fn fail(code: u8) noreturn {
    std.debug.panic("failed with {d}", .{code});
}

fn checked(value: u8) u8 {
    if (value > 100) fail(value);
    return value;
}

fn visit(context: *anyopaque, value: u32) void {
    const total: *u32 = @ptrCast(@alignCast(context));
    total.* += value;
}

fn each(values: []const u32, context: *anyopaque, call: *const fn (*anyopaque, u32) void) void {
    for (values) |value| call(context, value);
}

test "special" {
    const holder: Holder(u16) = .{ .value = 3 };
    try expect(holder.get() == 3);
    try expect(firstOf(u8, "abc") == 'a' and firstOf(bool, &.{true}));
    try expect(checked(7) == 7);
    var total: u32 = 0;
    each(&.{ 1, 2, 3 }, &total, visit);
    try expect(total == 6);
}
