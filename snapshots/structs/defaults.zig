//! Structs: what can be copied is `Copy`; defaults of fields.
const std = @import("std");
const expect = std.testing.expect;

const Point = struct {
    x: i32 = 0,
    y: i32 = 0,

    const origin: Point = .{};

    fn plus(self: Point, other: Point) Point {
        return .{ .x = self.x + other.x, .y = self.y + other.y };
    }
};

const Settings = struct {
    name: []const u8,
    width: u16 = 80,
    corner: Point = .{ .x = 1, .y = 1 },
    marks: [3]?u8 = .{ null, 'x', null },
};

const Line = struct { from: Point = .{}, to: Point };

const Header = extern struct {
    kind: u8,
    length: u32,
    flags: u16,
};

fn moved(line: Line, by: Point) Line {
    var result = line;
    result.from = result.from.plus(by);
    result.to = result.to.plus(by);
    return result;
}

test "defaults" {
    const settings: Settings = .{ .name = "main" };
    try expect(settings.width == 80 and settings.corner.y == 1);
    try expect(settings.marks[1] == 'x' and settings.marks[0] == null);
    const narrow: Settings = .{ .name = "side", .width = 20, .corner = .origin };
    try expect(narrow.width == 20 and narrow.corner.x == 0);
    const line: Line = .{ .to = .{ .x = 3 } };
    const other = moved(line, .{ .x = 1, .y = 2 });
    try expect(line.from.y == 0 and other.from.y == 2);
    try std.testing.expectEqual(Point{ .x = 4, .y = 2 }, other.to);
    const header: Header = .{ .kind = 1, .length = 2, .flags = 3 };
    try expect(header.length + header.flags == 5);
}
