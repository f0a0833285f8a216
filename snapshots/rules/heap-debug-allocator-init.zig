const std = @import("std");

test "heap debug allocator init" {
    var state: std.heap.DebugAllocator(.{}) = .init;
    defer _ = state.deinit();
    const text = try state.allocator().dupe(u8, "text");
    defer state.allocator().free(text);
    try std.testing.expectEqualStrings("text", text);
}
