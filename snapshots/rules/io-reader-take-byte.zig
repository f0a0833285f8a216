const std = @import("std");

fn read(r: *std.Io.Reader) !u8 {
    return r.takeByte();
}

test "io reader take byte" {
    var r: std.Io.Reader = .fixed("ab,c");
    try std.testing.expectEqual('a', try read(&r));
}
