//! Numbers without a type take that of the place that they flow into; wide ones are folded exactly.
const std = @import("std");
const expect = std.testing.expect;

const page = 4 * 1024;
const pages = 3;
const ratio = 0.25;
/// Needs more than 128 bits on the way.
const wide = (1 << 200) / (1 << 180);
const mask = (1 << 32) - 1;
const third = 1.0 / 3.0;

fn bytes(count: u32) u32 {
    return count * page;
}

fn address(index: u64) u64 {
    return index * page % mask;
}

fn scaled(value: f32) f32 {
    return value * ratio + pages;
}

fn exact(value: f64) f64 {
    return value * third;
}

test "flow" {
    try expect(bytes(pages) == 12288);
    try expect(address(wide) == 1);
    try expect(address(1) == page);
    try expect(scaled(8) == 5);
    try expect(exact(3) == 1);
    const small: u8 = pages;
    const large: i64 = -page;
    try expect(small == 3 and large == -4096);
}
