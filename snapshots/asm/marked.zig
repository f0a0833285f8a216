//! Inline assembly is not ported: the function that holds it is marked.
const std = @import("std");

fn stamp() u64 {
    return asm volatile ("rdtsc"
        : [low] "={rax}" (-> u64),
        :
        : .{ .rdx = true });
}

pub fn elapsed(start: u64) u64 {
    return stamp() -% start;
}

test "without it" {
    try std.testing.expect(@sizeOf(u64) == 8);
}
