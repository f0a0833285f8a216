const std = @import("std");

const log = std.log.scoped(.net);

fn tell(code: u32) void {
    std.log.debug("code {d}", .{code});
    log.debug("code {d}", .{code});
}

test "log debug" {
    tell(3);
}
