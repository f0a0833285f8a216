//! `try` from a smaller error set into a larger one.
const std = @import("std");

pub const ReadError = error{ EndOfStream, Closed };
pub const ParseError = ReadError || error{BadHeader};

const Source = struct {
    bytes: []const u8,
    position: usize = 0,

    fn readByte(self: *Source) ReadError!u8 {
        if (self.position == self.bytes.len) return error.EndOfStream;
        defer self.position += 1;
        return self.bytes[self.position];
    }
};

fn readHeader(source: *Source) ParseError!u16 {
    if (try source.readByte() != 'Z') return error.BadHeader;
    const high: u16 = try source.readByte();
    return high << 8 | try source.readByte();
}

fn readAll(source: *Source) !u32 {
    const header = try readHeader(source);
    if (header == 0) return error.Nothing;
    return header + @as(u32, try source.readByte());
}

test "try" {
    var good: Source = .{ .bytes = "Z\x01\x02\x03" };
    try std.testing.expectEqual(@as(u32, 0x105), try readAll(&good));
    var short: Source = .{ .bytes = "Z\x01" };
    try std.testing.expectError(error.EndOfStream, readAll(&short));
    var bad: Source = .{ .bytes = "Y\x01" };
    try std.testing.expectError(error.BadHeader, readAll(&bad));
    var nothing: Source = .{ .bytes = "Z\x00\x00" };
    try std.testing.expectError(error.Nothing, readAll(&nothing));
}
