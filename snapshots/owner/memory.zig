//! Memory with an owner: results that the caller frees, structs that free what they hold, lists, `create` and `destroy`.
const std = @import("std");
const Allocator = std.mem.Allocator;

fn repeat(allocator: Allocator, text: []const u8, times: usize) ![]u8 {
    const result = try allocator.alloc(u8, text.len * times);
    for (0..times) |i| @memcpy(result[i * text.len ..][0..text.len], text);
    return result;
}

const Person = struct {
    name: []u8,
    age: u8,

    fn init(allocator: Allocator, name: []const u8, age: u8) !Person {
        return .{ .name = try allocator.dupe(u8, name), .age = age };
    }

    fn deinit(self: *Person, allocator: Allocator) void {
        allocator.free(self.name);
    }
};

const Words = struct {
    allocator: Allocator,
    list: std.ArrayList([]const u8) = .empty,

    fn split(allocator: Allocator, text: []const u8) !Words {
        var words: Words = .{ .allocator = allocator };
        errdefer words.deinit();
        var it = std.mem.tokenizeScalar(u8, text, ' ');
        while (it.next()) |word| try words.list.append(allocator, word);
        return words;
    }

    fn deinit(self: *Words) void {
        self.list.deinit(self.allocator);
    }
};

const Tree = struct {
    value: i32,
    left: ?*Tree = null,
    right: ?*Tree = null,

    fn insert(self: *Tree, allocator: Allocator, value: i32) !void {
        const side = if (value < self.value) &self.left else &self.right;
        if (side.*) |child| return child.insert(allocator, value);
        const child = try allocator.create(Tree);
        child.* = .{ .value = value };
        side.* = child;
    }

    fn sum(self: *const Tree) i32 {
        var total = self.value;
        if (self.left) |left| total += left.sum();
        if (self.right) |right| total += right.sum();
        return total;
    }

    fn destroy(self: *Tree, allocator: Allocator) void {
        if (self.left) |left| left.destroy(allocator);
        if (self.right) |right| right.destroy(allocator);
        allocator.destroy(self);
    }
};

test "owned" {
    const allocator = std.testing.allocator;
    const text = try repeat(allocator, "ab", 3);
    defer allocator.free(text);
    try std.testing.expectEqualStrings("ababab", text);
    var person: Person = try .init(allocator, "Ada", 36);
    defer person.deinit(allocator);
    try std.testing.expectEqualStrings("Ada", person.name);
    var words = try Words.split(allocator, "to be or not");
    defer words.deinit();
    try std.testing.expectEqual(@as(usize, 4), words.list.items.len);
    const tree = try allocator.create(Tree);
    tree.* = .{ .value = 5 };
    defer tree.destroy(allocator);
    try tree.insert(allocator, 3);
    try tree.insert(allocator, 8);
    try std.testing.expectEqual(@as(i32, 16), tree.sum());
}
