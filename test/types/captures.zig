const std = @import("std");

const Shape = union(enum) { circle: f32, square: struct { side: u32 }, many: []const u8, none };

fn next(n: *u8) ?u8 {
    if (n.* == 0) return null;
    n.* -= 1;
    return n.*;
}
fn step(n: *u8) error{Done}!u8 {
    return next(n) orelse error.Done;
}

test "conditions" {
    var maybe: ?u16 = 3;
    if (maybe) |value| {
        const copy = value;
        //    ^ u16
        try std.testing.expect(copy == 3);
    }
    if (maybe) |*value| {
        const pointer = value;
        //    ^ *u16
        pointer.* += 1;
    }
    const constant: ?[]const u8 = "text";
    if (constant) |text| {
        const copy = text;
        //    ^ []const u8
        try std.testing.expect(copy.len == 4);
    }
    var left: u8 = 2;
    const result = step(&left);
    if (result) |value| {
        const copy = value;
        //    ^ u8
        try std.testing.expect(copy == 1);
    } else |err| {
        const copy = err;
        //    ^ error{Done}
        return copy;
    }
    var nested: error{Bad}!?u8 = 5;
    _ = &nested;
    if (nested) |inner| {
        const copy = inner;
        //    ^ ?u8
        try std.testing.expect(copy.? == 5);
    } else |err| return err;
}

test "loops" {
    var left: u8 = 3;
    while (next(&left)) |value| {
        const copy = value;
        //    ^ u8
        try std.testing.expect(copy < 3);
    }
    left = 2;
    while (step(&left)) |value| {
        const copy = value;
        //    ^ u8
        try std.testing.expect(copy < 2);
    } else |err| {
        const copy = err;
        //    ^ error{Done}
        try std.testing.expect(copy == error.Done);
    }
    var array = [_]u16{ 1, 2, 3 };
    for (array, 0..) |value, index| {
        const copy = value;
        //    ^ u16
        const at = index;
        //    ^ usize
        try std.testing.expect(copy == at + 1);
    }
    for (&array) |*value| {
        const pointer = value;
        //    ^ *u16
        pointer.* *= 2;
    }
    for (array[0..2], 5..) |*value, index| {
        const pointer = value;
        //    ^ *u16
        pointer.* += @intCast(index);
    }
    for ("abc") |c| {
        const copy = c;
        //    ^ u8
        try std.testing.expect(copy >= 'a');
    }
    const constant: []const u16 = &array;
    for (constant, array) |*a, b| {
        const pointer = a;
        //    ^ *const u16
        const copy = b;
        //    ^ u16
        try std.testing.expect(pointer.* == copy);
    }
    for (0..3) |n| {
        const copy = n;
        //    ^ usize
        try std.testing.expect(copy < 3);
    }
}

test "switches" {
    var shape: Shape = .{ .square = .{ .side = 4 } };
    switch (shape) {
        .circle => |radius| {
            const copy = radius;
            //    ^ f32
            try std.testing.expect(copy > 0);
        },
        .square => |*square| {
            const pointer = &square.side;
            //    ^ *u32
            pointer.* += 1;
        },
        .many => |bytes| {
            const copy = bytes;
            //    ^ []const u8
            try std.testing.expect(copy.len > 0);
        },
        .none => {},
    }
    switch (shape) {
        inline else => |payload, tag| {
            const name = @tagName(tag);
            try std.testing.expect(name.len > 0);
            _ = &payload;
        },
    }
    const side = shape.square.side;
    //    ^ u32
    const tag = std.meta.activeTag(shape);
    const number = @intFromEnum(tag);
    //    ^ u2
    switch (@as(u8, @intCast(side))) {
        0...3 => {},
        4...9 => |n| {
            const copy = n;
            //    ^ u8
            try std.testing.expect(copy == 5);
        },
        else => |n| {
            const copy = n;
            //    ^ u8
            try std.testing.expect(copy > 9);
        },
    }
    var left: u8 = 0;
    _ = step(&left) catch |err| switch (err) {
        error.Done => |e| {
            const copy = e;
            //    ^ error{Done}
            try std.testing.expect(copy == error.Done and number == 1);
        },
    };
}

test "inline code" {
    inline for (.{ @as(u8, 1), @as(u16, 2) }) |value| {
        const size = @sizeOf(@TypeOf(value));
        try std.testing.expect(size == value);
    }
    comptime var i = 0;
    inline while (i < 2) : (i += 1) {
        const double = i * 2;
        try std.testing.expect(double < 4);
    }
    const fields = @typeInfo(struct { a: u8, b: bool }).@"struct".fields;
    inline for (fields) |field| {
        const name = field.name;
        //    ^ [:0]const u8
        try std.testing.expect(name.len == 1);
    }
    const folded = comptime blk: {
        var total: u32 = 0;
        for (0..5) |n| total += n;
        break :blk total;
    };
    _ = &folded;
    //   ^ u32
    try std.testing.expect(folded == 10);
}

fn cleanup(log: *u8) !void {
    errdefer |err| {
        log.* = if (err == error.Done) 7 else 8;
    }
    defer log.* += 1;
    return error.Done;
}

test "deferred code" {
    var log: u8 = 0;
    cleanup(&log) catch |err| {
        const copy = err;
        //    ^ @typeInfo(@typeInfo(@TypeOf(captures.cleanup)).@"fn".return_type.?).error_union.error_set
        try std.testing.expect(copy == error.Done and log == 7);
    };
}
