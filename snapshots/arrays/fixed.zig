//! Arrays, with and without a sentinel.
const std = @import("std");
const expect = std.testing.expect;

const Board = [3][3]u8;

const primes = [_]u16{ 2, 3, 5, 7, 11 };

const greeting = [_:0]u8{ 'h', 'e', 'y' };

fn row(board: *const Board, index: usize) u16 {
    var sum: u16 = 0;
    for (board[index]) |cell| sum += cell;
    return sum;
}

fn transposed(board: Board) Board {
    var result: Board = undefined;
    for (board, 0..) |cells, y| {
        for (cells, 0..) |cell, x| result[x][y] = cell;
    }
    return result;
}

fn indexOf(value: u16) ?usize {
    for (primes, 0..) |prime, index| {
        if (prime == value) return index;
    }
    return null;
}

test "arrays" {
    const board: Board = .{ .{ 1, 2, 3 }, .{ 4, 5, 6 }, [_]u8{7} ** 3 };
    try expect(row(&board, 1) == 15);
    try expect(row(&transposed(board), 0) == 12);
    try expect(indexOf(7) == 3 and indexOf(8) == null);
    try expect(primes.len == 5 and primes[primes.len - 1] == 11);
    const zeroes = [_]i32{0} ** 4;
    try std.testing.expectEqualSlices(i32, &.{ 0, 0, 0, 0 }, &zeroes);
    const joined = [_]u8{ 1, 2 } ++ [_]u8{3};
    try expect(joined.len == 3 and joined[2] == 3);
    var copy = primes;
    copy[0] = 1;
    try expect(primes[0] == 2 and copy[0] == 1);
}

test "a sentinel" {
    try expect(greeting.len == 3 and greeting[3] == 0);
    var name: [4:0]u8 = "Zoe ".*;
    name[3] = '!';
    try std.testing.expectEqualStrings("Zoe!", &name);
    try expect(name[name.len] == 0);
}
