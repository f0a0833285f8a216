//! Optional values are `Option`s; an optional pointer is one of a reference, or of a raw pointer that is not null.
const std = @import("std");
const expect = std.testing.expect;

const Node = struct {
    value: u32,
    next: ?*Node = null,
    previous: ?*Node = null,
};

fn parse(byte: u8) ?u4 {
    return switch (byte) {
        '0'...'9' => @intCast(byte - '0'),
        'a'...'f' => @intCast(byte - 'a' + 10),
        else => null,
    };
}

fn find(values: []const u32, wanted: u32) ?*const u32 {
    var index: usize = 0;
    while (index < values.len and values[index] != wanted) index += 1;
    return if (index == values.len) null else &values[index];
}

fn link(first: *Node, second: *Node) void {
    first.next = second;
    second.previous = first;
}

fn nested(n: u8) ??u8 {
    if (n == 0) return null;
    if (n == 1) return @as(?u8, null);
    return n;
}

/// At the boundary to C a null pointer is null.
export fn valueOr(node: ?*const Node, other: u32) u32 {
    return if (node) |present| present.value else other;
}

test "optionals" {
    try expect(parse('7').? == 7 and parse('c') == 12 and parse('x') == null);
    const values = [_]u32{ 4, 5, 6 };
    try expect(find(&values, 5).?.* == 5 and find(&values, 9) == null);
    var maybe: ?u32 = null;
    try expect((maybe orelse 3) == 3);
    maybe = 8;
    if (maybe) |*value| value.* += 1;
    try expect(maybe == 9);
    try expect(nested(0) == null and nested(1) != null and nested(1).? == null and nested(2).? == 2);
}

test "optional pointers" {
    var first: Node = .{ .value = 1 };
    var second: Node = .{ .value = 2 };
    link(&first, &second);
    try expect(first.next.?.value == 2 and second.previous.?.value == 1);
    try expect(second.next == null and first.next.?.previous == &first);
    try expect(valueOr(&second, 7) == 2 and valueOr(null, 7) == 7);
}
