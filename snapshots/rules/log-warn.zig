const std = @import("std");

const log = std.log.scoped(.net);

fn tell(code: u32) void {
    std.log.warn("code {d}", .{code});
    log.warn("code {d}", .{code});
}

test "log warn" {
    tell(3);
}
