//! C's entry point takes the place of Rust's.
const std = @import("std");

pub export fn main(argc: c_int, argv: [*]const [*:0]const u8) c_int {
    const args = argv[0..@intCast(argc)];
    std.debug.print("{s}: {d} arguments\n", .{ args[0], args.len });
    return 3;
}
