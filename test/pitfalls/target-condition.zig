const std = @import("std");
const builtin = @import("builtin");

const windows = struct {
    extern "kernel32" fn GetTickCount() u32;
};

const Handle = if (builtin.os.tag == .windows) *anyopaque else i32;

fn isValid(handle: Handle) bool {
    if (builtin.os.tag == .windows) {
        return @intFromPtr(handle) != 0 and windows.GetTickCount() != 0;
    }
    return handle >= 0;
}

pub fn main() void {
    std.debug.print("{} {}\n", .{ isValid(3), isValid(-1) });
}
