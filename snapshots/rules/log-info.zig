const std = @import("std");

const log = std.log.scoped(.net);

fn tell(code: u32) void {
    std.log.info("code {d}", .{code});
    log.info("code {d}", .{code});
}

test "log info" {
    tell(3);
}
