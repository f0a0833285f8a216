//! Conditions that are known at comptime: only the arm that is taken is there, and a trap stays a trap at run time.
const std = @import("std");

const debug_checks = true;
const table_size = 4;
const mask = table_size - 1;

fn slot(hash: u32) u32 {
    if (debug_checks) {
        std.debug.assert(hash != 0);
    }
    return if (table_size & mask == 0) hash & mask else hash % table_size;
}

fn wordBits() u8 {
    if (@sizeOf(usize) == 8) {
        return 64;
    } else {
        return 32;
    }
}

test "known conditions" {
    try std.testing.expectEqual(@as(u32, 1), slot(5));
    try std.testing.expectEqual(@as(u8, @bitSizeOf(usize)), wordBits());
}
