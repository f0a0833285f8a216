//! A row of items with a limit.
const inventory = @import("inventory.zig");
const Shelf = @This();

const most = 4;

items: [most]inventory.Item,
used: usize,
/// At most this many.
limit: usize = most,

pub fn init(limit: usize) Shelf {
    return .{ .items = undefined, .used = 0, .limit = limit };
}

pub fn put(self: *Shelf, item: inventory.Item) void {
    if (self.free() == 0) return;
    self.items[self.used] = item;
    self.used += 1;
}

pub fn filled(self: *const Shelf) []const inventory.Item {
    return self.items[0..self.used];
}

/// How many can still be put.
pub fn free(self: Shelf) usize {
    return self.limit - self.used;
}
