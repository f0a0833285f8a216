//! Types that are called as Rust's own keep their names; paths to Rust's are written out where they are shadowed.
const std = @import("std");
const expect = std.testing.expect;

const Option = struct { label: []const u8, chosen: bool };

const Result = union(enum) { done: u32, failed: []const u8 };

const Box = struct { width: u8, height: u8 };

fn first(options: []const Option) ?Option {
    return if (options.len > 0 and options[0].chosen) options[0] else null;
}

fn parse(digit: u8) error{BadDigit}!Result {
    return switch (digit) {
        '0'...'9' => .{ .done = digit - '0' },
        ' ' => .{ .failed = "blank" },
        else => error.BadDigit,
    };
}

fn area(self: Box) u16 {
    const super: u16 = self.width;
    const crate: u16 = self.height;
    return super * crate;
}

test "shadowing" {
    const options = [_]Option{ .{ .label = "a", .chosen = false }, .{ .label = "b", .chosen = true } };
    try std.testing.expectEqualStrings("b", first(options[1..]).?.label);
    try expect(first(&options) == null);
    try expect((try parse('7')).done == 7);
    try std.testing.expectEqualStrings("blank", (try parse(' ')).failed);
    try std.testing.expectError(error.BadDigit, parse('x'));
    try expect(area(.{ .width = 3, .height = 4 }) == 12);
}
