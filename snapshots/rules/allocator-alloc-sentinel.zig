const std = @import("std");

fn length(text: [*:0]const u8) usize {
    var n: usize = 0;
    while (text[n] != 0) n += 1;
    return n;
}

test "allocator alloc sentinel" {
    const text = try std.testing.allocator.allocSentinel(u8, 4, 0);
    defer std.testing.allocator.free(text);
    @memset(text, 'a');
    try std.testing.expectEqual(@as(usize, 4), length(text.ptr));
}
