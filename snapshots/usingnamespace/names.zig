//! Names that a file or a type brings in.
const std = @import("std");
const expect = std.testing.expect;

pub usingnamespace @import("shapes/units.zig");

const defaults = struct {
    pub const width: u32 = 80;

    pub fn doubled(n: u32) u32 {
        return n * 2;
    }
};

const Page = struct {
    lines: u32,

    pub usingnamespace defaults;
};

test "brought in" {
    const page: Page = .{ .lines = 3 };
    try expect(Page.width * page.lines == 240);
    try expect(Page.doubled(page.lines) == 6);
    try expect(@This().inch == 254);
    try expect(@This().millimetres(2) == 20);
}
