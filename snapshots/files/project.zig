//! A root with `main`: each file is a module, an import is a path.
const std = @import("std");
const builtin = @import("builtin");
const inventory = @import("store/inventory.zig");
const Item = inventory.Item;
/// A file with fields is a type.
const Shelf = @import("store/Shelf.zig");

const is_debug = builtin.mode == .Debug;

pub fn main() void {
    var shelf = Shelf.init(3);
    shelf.put(.{ .name = "bolt", .count = 40 });
    shelf.put(.{ .name = "nut", .count = inventory.default_count });
    for (shelf.filled()) |item| {
        std.debug.print("{s}: {d}\n", .{ item.name, item.count });
    }
    std.debug.print("{d} in all, {d} free\n", .{ inventory.total(shelf.filled()), shelf.free() });
}

test "a shelf" {
    var shelf = Shelf.init(1);
    const item: Item = .{ .name = "gear", .count = 2 };
    shelf.put(item);
    try std.testing.expectEqual(2, inventory.total(shelf.filled()));
    try std.testing.expectEqual(0, shelf.free());
    if (is_debug) try std.testing.expect(shelf.limit == 1);
}
