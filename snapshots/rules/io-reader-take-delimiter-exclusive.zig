const std = @import("std");

fn read(r: *std.Io.Reader) !usize {
    const piece = try r.takeDelimiterExclusive(',');
    return piece.len;
}

test "io reader take delimiter exclusive" {
    var r: std.Io.Reader = .fixed("ab,c");
    try std.testing.expectEqual(2, try read(&r));
}
