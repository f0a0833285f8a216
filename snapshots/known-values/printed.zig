//! Prints of what has a name in both languages, of types and of vectors.
const std = @import("std");
const print = std.debug.print;

const Color = enum { red, light_blue };
const version = "1.2";

fn parse(text: []const u8) error{ Empty, TooLong }!usize {
    if (text.len == 0) return error.Empty;
    return if (text.len > 5) error.TooLong else text.len;
}

pub fn main() void {
    print("version {s} of {s}\n", .{ version, @typeName(u32) });
    var color: Color = .red;
    print("{s} {t}\n", .{ @tagName(color), color });
    color = .light_blue;
    print("[{s:>12}]\n", .{@tagName(color)});
    if (parse("")) |length| print("{}\n", .{length}) else |err| print("error: {s}\n", .{@errorName(err)});
    if (parse("abcdefg")) |_| {} else |err| print("error: {s}\n", .{@errorName(err)});
    print("type {} and {}\n", .{ @TypeOf(color), []const u8 });
    const sums = @Vector(3, u8){ 1, 2, 3 } + @as(@Vector(3, u8), @splat(4));
    print("{} {any}\n", .{ sums, sums });
}
