const std = @import("std");

fn complain(code: u32) void {
    std.log.err("failed with {d}", .{code});
}

pub fn main() void {
    complain(3);
}
