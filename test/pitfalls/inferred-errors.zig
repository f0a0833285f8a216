const std = @import("std");

fn parse(text: []const u8) !u8 {
    if (text.len == 0) return error.Empty;
    return text[0];
}

fn open(name: []const u8) !u8 {
    if (name.len > 3) return error.NameTooLong;
    return parse(name);
}

pub fn main() void {
    const first = parse("") catch |err| switch (err) {
        error.Empty => 'e',
    };
    const second = open("name") catch |err| switch (err) {
        error.Empty => 'e',
        error.NameTooLong => 'l',
    };
    std.debug.print("{c} {c}\n", .{ first, second });
}
