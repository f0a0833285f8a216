const std = @import("std");

const Names = struct {
    list: std.ArrayList(u32),

    fn of(list: std.ArrayList(u32)) Names {
        return .{ .list = list };
    }
};

pub fn main() !void {
    const gpa = std.heap.page_allocator;
    var list: std.ArrayList(u32) = .empty;
    try list.append(gpa, 1);
    try list.append(gpa, 2);
    var names = Names.of(list);
    defer names.list.deinit(gpa);
    std.debug.print("{any}\n", .{names.list.items});
}
