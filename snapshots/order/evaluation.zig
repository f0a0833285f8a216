//! The order of evaluation is Zig's: operands of a place before the value that is stored there.
const std = @import("std");

const Trace = struct {
    steps: [8]u8 = @splat(' '),
    len: usize = 0,

    fn next(self: *Trace, c: u8) usize {
        self.steps[self.len] = c;
        self.len += 1;
        return self.len - 1;
    }
};

fn store(trace: *Trace) [3]usize {
    var cells: [3]usize = .{ 0, 0, 0 };
    cells[trace.next('p')] = trace.next('v') + 10;
    cells[trace.next('q') - 1] += trace.next('w');
    return cells;
}

const Pair = struct { x: i32, y: i32 };

/// Without a type the fields are written one by one into the place.
fn written(start: Pair) Pair {
    var pair = start;
    pair = .{ .x = pair.y, .y = pair.x + 1 };
    return pair;
}

/// With a type it is a value.
fn swapped(start: Pair) Pair {
    var pair = start;
    pair = Pair{ .x = pair.y, .y = pair.x + 1 };
    return pair;
}

test "order" {
    var trace: Trace = .{};
    try std.testing.expectEqual([3]usize{ 11, 3, 0 }, store(&trace));
    try std.testing.expectEqualStrings("pvqw", trace.steps[0..trace.len]);
    try std.testing.expectEqual(Pair{ .x = 2, .y = 3 }, written(.{ .x = 1, .y = 2 }));
    try std.testing.expectEqual(Pair{ .x = 2, .y = 2 }, swapped(.{ .x = 1, .y = 2 }));
}
