//! What is checked at comptime, Rust checks as well whenever the crate is compiled.
const std = @import("std");
const assert = std.debug.assert;

const Header = extern struct {
    magic: u32,
    version: u16,
    flags: u16,
};

const queue_size = 64;
const block_size: u32 = 512;

comptime {
    // The file format says so.
    assert(@sizeOf(Header) == 8);
    assert(@alignOf(Header) == @alignOf(u32) and block_size >= 2 * @sizeOf(Header));
}

comptime {
    if (queue_size & (queue_size - 1) != 0) @compileError("queue_size is a power of two");
}

// Nothing in it that Rust could ask.
comptime {
    assert(@typeName(Header).len > 0);
}

test "header" {
    const header: Header = .{ .magic = block_size, .version = queue_size, .flags = 0 };
    try std.testing.expectEqual(576, header.magic + header.version);
}
