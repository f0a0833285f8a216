const std = @import("std");

fn read(r: *std.Io.Reader) !u8 {
    const piece = try r.take(2);
    return piece[1];
}

test "io reader take" {
    var r: std.Io.Reader = .fixed("ab,c");
    try std.testing.expectEqual('b', try read(&r));
}
