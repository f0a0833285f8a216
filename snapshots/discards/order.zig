//! Declarations stay in their order, whatever uses what; what is discarded is still evaluated.
const std = @import("std");
const expect = std.testing.expect;

fn later() u32 {
    return count * step;
}

const count = 6;

var calls: u32 = 0;

fn called(value: u32) u32 {
    calls += 1;
    return value;
}

const Handler = struct {
    step: u32,

    /// Both are part of the interface.
    fn handle(self: *Handler, event: u32, context: ?*anyopaque) u32 {
        _ = context;
        _ = self;
        return event;
    }

    fn ignore(_: Handler, _: u32) bool {
        return true;
    }
};

const step = 7;

test "order" {
    try expect(later() == 42);
    var handler: Handler = .{ .step = 1 };
    try expect(handler.handle(4, null) == 4);
    try expect(handler.ignore(4));
    // Discarded, but called.
    _ = called(1);
    const unused = called(2);
    _ = unused;
    var changed: u32 = 3;
    _ = &changed;
    try expect(calls == 2 and changed == 3);
}
