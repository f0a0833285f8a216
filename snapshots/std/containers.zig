//! Containers that no rule maps are ported from std's own source.
const std = @import("std");
const expectEqual = std.testing.expectEqual;

const Colour = enum { red, green, blue };

test "enum array" {
    var array = std.EnumArray(Colour, u32).initFill(0);
    array.set(.green, 7);
    array.getPtr(.blue).* += 2;
    try expectEqual(@as(u32, 7), array.get(.green));
    try expectEqual(@as(u32, 2), array.get(.blue));
    var sum: u32 = 0;
    var it = array.iterator();
    while (it.next()) |entry| sum += entry.value.*;
    try expectEqual(@as(u32, 9), sum);
}

test "enum set" {
    var set = std.EnumSet(Colour).initEmpty();
    set.insert(.red);
    set.insert(.blue);
    try std.testing.expect(set.contains(.red));
    try expectEqual(@as(usize, 2), set.count());
    try std.testing.expect(!set.contains(.green));
}

test "static bit set" {
    var set = std.StaticBitSet(100).initEmpty();
    set.set(3);
    set.set(99);
    set.toggle(4);
    try expectEqual(@as(usize, 3), set.count());
    var it = set.iterator(.{});
    var sum: usize = 0;
    while (it.next()) |i| sum += i;
    try expectEqual(@as(usize, 106), sum);
    try expectEqual(@as(?usize, 3), set.findFirstSet());
}

test "dynamic bit set" {
    var set = try std.DynamicBitSet.initEmpty(std.testing.allocator, 70);
    defer set.deinit();
    set.set(69);
    set.setValue(1, true);
    try expectEqual(@as(usize, 2), set.count());
    try std.testing.expect(set.isSet(69));
}

test "multi array list" {
    const Item = struct { a: u32, b: u8 };
    var list: std.MultiArrayList(Item) = .{};
    defer list.deinit(std.testing.allocator);
    try list.append(std.testing.allocator, .{ .a = 1, .b = 2 });
    try list.append(std.testing.allocator, .{ .a = 3, .b = 4 });
    for (list.items(.a)) |*a| a.* *= 10;
    try expectEqual(@as(u32, 30), list.get(1).a);
    try expectEqual(@as(usize, 2), list.len);
    try std.testing.expectEqualSlices(u8, &.{ 2, 4 }, list.items(.b));
}

test "singly linked list" {
    const Node = struct { data: u32, node: std.SinglyLinkedList.Node = .{} };
    var list: std.SinglyLinkedList = .{};
    var one: Node = .{ .data = 1 };
    var two: Node = .{ .data = 2 };
    list.prepend(&one.node);
    list.prepend(&two.node);
    var it = list.first;
    var sum: u32 = 0;
    while (it) |node| : (it = node.next) {
        const l: *Node = @fieldParentPtr("node", node);
        sum = sum * 10 + l.data;
    }
    try expectEqual(@as(u32, 21), sum);
}
