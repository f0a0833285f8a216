//! Each error set is an enum, with a `From` into each wider one that it flows into.
const std = @import("std");
const expect = std.testing.expect;

pub const ReadError = error{ NotFound, AccessDenied };
pub const FormatError = error{ BadMagic, Truncated };
pub const LoadError = ReadError || FormatError || error{TooNew};

fn read(path: []const u8) ReadError![]const u8 {
    if (path.len == 0) return error.NotFound;
    if (path[0] == '/') return error.AccessDenied;
    return path;
}

fn version(bytes: []const u8) FormatError!u8 {
    if (bytes.len < 2) return error.Truncated;
    if (bytes[0] != 'Z') return error.BadMagic;
    return bytes[1];
}

pub fn load(path: []const u8) LoadError!u8 {
    const found = try version(try read(path));
    if (found > '5') return error.TooNew;
    return found - '0';
}

fn isOurFault(err: LoadError) bool {
    return switch (err) {
        error.NotFound, error.AccessDenied => false,
        error.BadMagic, error.Truncated, error.TooNew => true,
    };
}

test "sets" {
    try expect(try load("Z3") == 3);
    try std.testing.expectError(error.NotFound, load(""));
    try std.testing.expectError(error.AccessDenied, load("/etc"));
    try std.testing.expectError(error.Truncated, load("Z"));
    try std.testing.expectError(error.BadMagic, load("A1"));
    try std.testing.expectError(error.TooNew, load("Z9"));
    try expect(isOurFault(error.TooNew) and !isOurFault(ReadError.NotFound));
    try std.testing.expectEqualStrings("BadMagic", @errorName(FormatError.BadMagic));
    const wider: LoadError = ReadError.AccessDenied;
    try expect(wider == error.AccessDenied);
}
