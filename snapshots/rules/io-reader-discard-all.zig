const std = @import("std");

fn read(r: *std.Io.Reader) !u8 {
    try r.discardAll(3);
    return r.takeByte();
}

test "io reader discard all" {
    var r: std.Io.Reader = .fixed("ab,c");
    try std.testing.expectEqual('c', try read(&r));
}
