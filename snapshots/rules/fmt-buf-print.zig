const std = @import("std");

fn label(buffer: []u8, n: u32) ![]u8 {
    return std.fmt.bufPrint(buffer, "n{d}", .{n});
}

test "fmt buf print" {
    var buffer: [8]u8 = undefined;
    try std.testing.expectEqualStrings("n12", try label(&buffer, 12));
}
