const std = @import("std");

fn Matrix(comptime T: type, comptime rows: usize, comptime cols: usize) type {
    return struct {
        data: [rows][cols]T,

        fn at(self: *@This(), row: usize, col: usize) *T {
            return &self.data[row][col];
        }
    };
}

pub fn main() void {
    var small: Matrix(f32, 2, 3) = .{ .data = .{ .{ 1, 2, 3 }, .{ 4, 5, 6 } } };
    small.at(1, 2).* *= 2;
    var square: Matrix(i64, 4, 4) = undefined;
    for (0..4) |row| {
        for (0..4) |col| square.at(row, col).* = @intCast(row * 10 + col);
    }
    std.debug.print("{d} {d}\n", .{ small.at(1, 2).*, square.at(3, 1).* });
}
