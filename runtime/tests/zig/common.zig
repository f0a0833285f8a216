//! Shared by the programs that print what the Rust tests expect (run `tests/regenerate.sh`).
const std = @import("std");

/// The generator that the Rust side has as `common::SplitMix`.
pub const SplitMix = struct {
    state: u64,

    pub fn next(self: *SplitMix) u64 {
        self.state +%= 0x9e3779b97f4a7c15;
        var z = self.state;
        z = (z ^ (z >> 30)) *% 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) *% 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    pub fn wide(self: *SplitMix) u128 {
        const high: u128 = self.next();
        return (high << 64) | self.next();
    }
};

/// FNV-1a over the text of the rows, so that thousands of rows are one line of the expectation.
pub const Digest = struct {
    hash: u64 = 0xcbf29ce484222325,
    rows: usize = 0,
    shown: usize,

    pub fn row(self: *Digest, out: *std.Io.Writer, text: []const u8) !void {
        if (self.rows < self.shown) try out.print("{s}\n", .{text});
        self.rows += 1;
        for (text) |byte| self.hash = (self.hash ^ byte) *% 0x100000001b3;
    }

    pub fn finish(self: *Digest, out: *std.Io.Writer, name: []const u8) !void {
        try out.print("= {s} {d} rows {x:0>16}\n", .{ name, self.rows, self.hash });
    }
};

/// Two floats: any bits, or moderate numbers; the second is not 0.
pub fn floatPair(comptime F: type, random: *SplitMix, round: usize) [2]F {
    const bits = @bitSizeOf(F);
    const U = @Int(.unsigned, bits);
    const raw: U = @truncate(random.next());
    const other: U = @truncate(random.next());
    const n: F = @floatFromInt(@as(i64, @bitCast(random.next())) >> 12);
    const m: F = @floatFromInt(@as(i64, @bitCast(random.next())) >> 12);
    const scale: F = @floatFromInt(@as(u32, 1) << @intCast(random.next() % 12));
    const unit: F = 1 << 51;
    return switch (round % 5) {
        0 => .{ @bitCast(raw), if (other << 1 == 0) 1 else @bitCast(other) },
        1 => .{ @round(n / unit * scale), @round(m / unit * 5) + 0.5 },
        else => .{ n / unit * scale, if (m == 0) 1 else m / unit * 8 },
    };
}
