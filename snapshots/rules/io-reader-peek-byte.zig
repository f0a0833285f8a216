const std = @import("std");

fn read(r: *std.Io.Reader) !u8 {
    return r.peekByte();
}

test "io reader peek byte" {
    var r: std.Io.Reader = .fixed("ab,c");
    try std.testing.expectEqual('a', try read(&r));
}
