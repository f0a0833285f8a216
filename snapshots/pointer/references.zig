//! Pointers as references: parameters, receivers, results that point into what was passed.
const std = @import("std");
const expectEqual = std.testing.expectEqual;

const Grid = struct {
    cells: [6]u8 = @splat('.'),
    width: usize = 3,

    fn at(self: *Grid, x: usize, y: usize) *u8 {
        return &self.cells[y * self.width + x];
    }

    fn row(self: *const Grid, y: usize) []const u8 {
        return self.cells[y * self.width ..][0..self.width];
    }

    fn count(self: Grid, c: u8) usize {
        var n: usize = 0;
        for (self.cells) |cell| n += @intFromBool(cell == c);
        return n;
    }
};

fn increment(n: *u32) void {
    n.* += 1;
}

fn swap(a: *u32, b: *u32) void {
    const old = a.*;
    a.* = b.* + 1;
    b.* = old;
}

fn firstWord(text: []const u8) []const u8 {
    const end = std.mem.indexOfScalar(u8, text, ' ') orelse text.len;
    return text[0..end];
}

fn larger(a: *const u32, b: *const u32) *const u32 {
    return if (a.* > b.*) a else b;
}

fn fill(target: []u8, c: u8) void {
    for (target) |*t| t.* = c;
}

test "references" {
    var grid: Grid = .{};
    grid.at(1, 1).* = '#';
    try std.testing.expectEqualStrings(".#.", grid.row(1));
    try expectEqual(@as(usize, 5), grid.count('.'));
    var a: u32 = 3;
    var b: u32 = 9;
    increment(&a);
    swap(&a, &b);
    try expectEqual(@as(u32, 10), a);
    try expectEqual(@as(u32, 10), larger(&a, &b).*);
    try std.testing.expectEqualStrings("one", firstWord("one two"));
    fill(grid.cells[0..2], 'x');
    try std.testing.expectEqualStrings("xx.", grid.row(0));
}
