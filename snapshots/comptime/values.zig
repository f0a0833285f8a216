//! `comptime`: blocks, parameters, assertions, variables.
const std = @import("std");
const expectEqual = std.testing.expectEqual;

const primes = sieve(30);

fn sieve(comptime limit: usize) [countPrimes(limit)]u8 {
    var found: [countPrimes(limit)]u8 = undefined;
    var len: usize = 0;
    for (2..limit) |n| {
        if (isPrime(n)) {
            found[len] = n;
            len += 1;
        }
    }
    return found;
}

fn countPrimes(limit: usize) usize {
    var count: usize = 0;
    for (2..limit) |n| {
        if (isPrime(n)) count += 1;
    }
    return count;
}

fn isPrime(n: usize) bool {
    var d: usize = 2;
    while (d * d <= n) : (d += 1) {
        if (n % d == 0) return false;
    }
    return true;
}

comptime {
    std.debug.assert(primes.len == 10);
}

/// Used only as a value: an ordinary parameter.
fn scaled(comptime factor: u32, x: u32) u32 {
    return factor * x;
}

fn masked(comptime enabled: bool, x: u32) u32 {
    return if (enabled) x & 0xff else x;
}

fn power(comptime exponent: u8, base: u32) u32 {
    var result: u32 = 1;
    comptime var i = 0;
    inline while (i < exponent) : (i += 1) {
        result *= base;
    }
    return result;
}

test "comptime" {
    try expectEqual(@as(u8, 29), primes[primes.len - 1]);
    try expectEqual(@as(u32, 12), scaled(3, 4));
    try expectEqual(@as(u32, 0x34), masked(true, 0x1234));
    try expectEqual(@as(u32, 0x1234), masked(false, 0x1234));
    try expectEqual(@as(u32, 125), power(3, 5));
}
