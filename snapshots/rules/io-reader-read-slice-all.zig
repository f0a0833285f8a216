const std = @import("std");

fn read(r: *std.Io.Reader) !u8 {
    var pair: [2]u8 = undefined;
    try r.readSliceAll(&pair);
    return pair[1];
}

test "io reader read slice all" {
    var r: std.Io.Reader = .fixed("ab,c");
    try std.testing.expectEqual('b', try read(&r));
}
