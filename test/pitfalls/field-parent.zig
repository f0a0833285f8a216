const std = @import("std");

const Link = struct { next: ?*Link = null };

const Item = struct {
    value: u32,
    link: Link = .{},
};

noinline fn bump(link: *Link) void {
    const item: *Item = @fieldParentPtr("link", link);
    item.value += 1;
}

noinline fn setAndBump(value: *u32, link: *Link) u32 {
    value.* = 1;
    bump(link);
    return value.*;
}

pub fn main() void {
    var item: Item = .{ .value = 5 };
    std.debug.print("{d}\n", .{setAndBump(&item.value, &item.link)});
}
