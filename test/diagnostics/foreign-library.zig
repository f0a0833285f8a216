//! A program for Zig 0.14, analysed against a later library, is told once which library it takes.
const std = @import("std");

pub fn main() !void {
    var gpa = std.heap.GeneralPurposeAllocator(.{}){};
    defer _ = gpa.deinit();
    const stdout = std.io.getStdOut().writer();
    var list = std.ArrayList(u8).init(gpa.allocator());
    defer list.deinit();
    try list.append('a');
    try stdout.print("{s}\n", .{list.items});
}
