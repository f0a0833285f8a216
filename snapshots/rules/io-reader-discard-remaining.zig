const std = @import("std");

fn read(r: *std.Io.Reader) !usize {
    return r.discardRemaining();
}

test "io reader discard remaining" {
    var r: std.Io.Reader = .fixed("ab,c");
    try std.testing.expectEqual(4, try read(&r));
}
