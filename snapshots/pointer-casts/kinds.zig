//! Pointers seen as other pointers, and as numbers.
const std = @import("std");
const expect = std.testing.expect;

const Header = extern struct { kind: u16, size: u16, flags: u32 };

fn kindOf(header: *const Header) u16 {
    const first: *const u16 = @ptrCast(header);
    return first.*;
}

fn headerAt(bytes: [*]align(4) u8) *Header {
    return @ptrCast(bytes);
}

fn aligned(bytes: *u8) *u32 {
    return @ptrCast(@alignCast(bytes));
}

fn writable(value: *const u32) *u32 {
    return @constCast(value);
}

fn addressOf(value: *const u32) usize {
    return @intFromPtr(value);
}

fn at(address: usize) *u32 {
    return @ptrFromInt(address);
}

test "kinds" {
    var header: Header = .{ .kind = 7, .size = 8, .flags = 9 };
    try expect(kindOf(&header) == 7);
    headerAt(@ptrCast(&header)).flags = 5;
    try expect(header.flags == 5);
    var number: u32 = 1;
    writable(&number).* += 1;
    at(addressOf(&number)).* += 1;
    try expect(number == 3);
    aligned(@ptrCast(&number)).* = 6;
    try expect(number == 6);
    try expect(addressOf(&number) % @alignOf(u32) == 0);
}
