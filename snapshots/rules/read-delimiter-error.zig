const std = @import("std");

fn read(r: *std.Io.Reader) !usize {
    const piece = try r.takeDelimiterExclusive(',');
    return piece.len;
}

test "read delimiter error" {
    var r: std.Io.Reader = .fixed("ab,c");
    try std.testing.expectEqual(2, try read(&r));
}
