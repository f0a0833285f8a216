//! Pointers to many items are raw.
const std = @import("std");
const expect = std.testing.expect;

fn sum(items: [*]const u32, count: usize) u32 {
    var total: u32 = 0;
    for (items[0..count]) |item| total += item;
    return total;
}

fn fill(items: [*]u32, count: usize) void {
    var index: usize = 0;
    while (index < count) : (index += 1) items[index] = 9;
}

fn distance(from: [*]const u32, to: [*]const u32) usize {
    return to - from;
}

fn firstOrZero(items: [*c]const u32) u32 {
    return if (items == null) 0 else items[0];
}

export fn measure(text: [*:0]const u8) usize {
    return std.mem.len(text);
}

test "many" {
    var items = [_]u32{ 1, 2, 3, 4 };
    const start: [*]u32 = &items;
    try expect(sum(start, items.len) == 10);
    try expect(sum(start + 2, 2) == 7);
    fill(start + 1, 2);
    try expect(items[0] == 1 and items[2] == 9);
    try expect(distance(start, start + 3) == 3);
    try expect(firstOrZero(&items) == 1 and firstOrZero(null) == 0);
    const letters = [_:0]u8{ 's', 'e', 'v', 'e', 'n' };
    try expect(measure(&letters) == 5);
}
