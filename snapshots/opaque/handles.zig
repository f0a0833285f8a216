//! A type of which only pointers are known.
const std = @import("std");
const expect = std.testing.expect;

const State = struct { opened: u32 = 0 };

const Handle = opaque {
    fn state(self: *Handle) *State {
        return @ptrCast(@alignCast(self));
    }

    fn opened(self: *Handle) u32 {
        return self.state().opened;
    }
};

fn handleOf(state: *State) *Handle {
    return @ptrCast(state);
}

fn open(handle: *Handle) void {
    handle.state().opened += 1;
}

test "handles" {
    var state: State = .{};
    const handle = handleOf(&state);
    open(handle);
    open(handle);
    try expect(handle.opened() == 2);
}
