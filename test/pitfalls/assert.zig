const std = @import("std");

fn take(stack: *std.ArrayList(u8)) ?u8 {
    return stack.pop();
}

pub fn main() !void {
    const gpa = std.heap.page_allocator;
    var stack: std.ArrayList(u8) = .empty;
    defer stack.deinit(gpa);
    try stack.appendSlice(gpa, "abc");
    std.debug.assert(take(&stack) == 'c');
    std.debug.print("{s}\n", .{stack.items});
}
