const std = @import("std");
const expectEqual = std.testing.expectEqual;

/// What the file may say; the rest has defaults.
const Settings = struct {
    name: []const u8,
    level: enum { low, high } = .low,
    limits: [2]i32,
    ratio: ?f32 = null,
    next: ?*const Settings = null,
};

const settings: Settings = @import("settings/settings.zon");

pub fn limit() i32 {
    return settings.limits[0] + settings.limits[1];
}

test "typed data" {
    try std.testing.expectEqualStrings("main", settings.name);
    try expectEqual(.high, settings.level);
    try expectEqual(null, settings.ratio);
    try expectEqual(7, limit());
    try expectEqual(0.5, settings.next.?.ratio);
}

test "data without a type" {
    const data = @import("settings/settings.zon");
    try expectEqual(10, data.limits[0]);
    try std.testing.expectEqualStrings("fallback", data.next.name);
}

test "slices and unions" {
    const Shape = union(enum) { circle: f64, square: u8, none };
    const shapes: []const Shape = @import("settings/shapes.zon");
    try expectEqual(3, shapes.len);
    try expectEqual(1.5, shapes[0].circle);
    try expectEqual(2, shapes[1].square);
    try std.testing.expect(shapes[2] == .none);
}
