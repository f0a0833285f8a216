const std = @import("std");

fn read(r: *std.Io.Reader) !usize {
    var bytes: [8]u8 = undefined;
    return r.readSliceShort(&bytes);
}

test "io reader read slice short" {
    var r: std.Io.Reader = .fixed("ab,c");
    try std.testing.expectEqual(4, try read(&r));
}
