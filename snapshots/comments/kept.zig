//! The module's documentation, first line,
//!
//! and after a blank one.

const std = @import("std"); // behind an import
const expect = std.testing.expect;

// A comment of its own, that no declaration takes.

/// What is measured.
/// In two lines.
const Sample = struct {
    /// When.
    at: u64, // in milliseconds
    // Before the value.
    value: i32,

    // Behind the last field.

    /// The distance from zero.
    fn size(self: Sample) u32 {
        return @abs(self.value); // never negative
    }
    // At the end of the type.
};

const Kind = enum {
    /// No samples.
    empty,
    some, // at least one
    // More than ten.
    many,
};

fn kindOf(samples: []const Sample) Kind {
    // What decides is their number.
    return switch (samples.len) {
        // Nothing at all.
        0 => .empty,
        1...10 => .some, // a few
        else => .many,
    };
}

fn sum(
    samples: []const Sample, // all of them
    // Where it starts.
    start: i32,
) i32 {
    var total = start;

    // Each counts.
    for (samples) |sample| {
        total += sample.value; // one more
        // The loop ends here.
    }

    if (total > 100) {
        // Nothing to do.
    } else if (total < 0) {
        total = 0; // at least
    }
    return total;
    // Behind the result.
}

test "comments" {
    const samples = [_]Sample{
        .{ .at = 1, .value = -5 }, // the first
        // the second
        .{ .at = 2, .value = 8 },
    };
    try expect(sum(&samples, 1) == 4);
    try expect(kindOf(&samples) == .some);
    try expect(kindOf(&.{}) == .empty); // none
    try expect(samples[0].size() == 5 and samples[0].at == 1);
}

// The end of the file.
