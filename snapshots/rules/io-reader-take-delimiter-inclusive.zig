const std = @import("std");

fn read(r: *std.Io.Reader) !usize {
    const piece = try r.takeDelimiterInclusive(',');
    return piece.len;
}

test "io reader take delimiter inclusive" {
    var r: std.Io.Reader = .fixed("ab,c");
    try std.testing.expectEqual(3, try read(&r));
}
