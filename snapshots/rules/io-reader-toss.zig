const std = @import("std");

fn read(r: *std.Io.Reader) !u8 {
    _ = try r.peek(2);
    r.toss(1);
    return r.takeByte();
}

test "io reader toss" {
    var r: std.Io.Reader = .fixed("ab,c");
    try std.testing.expectEqual('b', try read(&r));
}
