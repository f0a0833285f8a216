const std = @import("std");

const Entry = struct {
    name: []const u8,
    count: u32,
};

pub fn main() void {
    var entry: Entry = undefined;
    entry.count = 3;
    entry.name = "three";
    std.debug.print("{s} {d}\n", .{ entry.name, entry.count });
}
