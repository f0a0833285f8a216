const std = @import("std");

pub fn sum() !u32 {
    var args = std.process.args();
    _ = args.skip();
    var total: u32 = 0;
    while (args.next()) |arg| total += try std.fmt.parseInt(u32, arg, 10);
    return total;
}

pub fn first(allocator: std.mem.Allocator) !usize {
    var args = try std.process.argsWithAllocator(allocator);
    defer args.deinit();
    const name = args.next() orelse return 0;
    return name.len;
}

pub fn count(allocator: std.mem.Allocator) !usize {
    const args = try std.process.argsAlloc(allocator);
    defer std.process.argsFree(allocator, args);
    return args.len;
}

pub fn elapsed() !u64 {
    var timer = try std.time.Timer.start();
    const before = std.time.milliTimestamp() + std.time.timestamp() + std.time.microTimestamp();
    const now = std.time.nanoTimestamp();
    timer.reset();
    const lap = timer.lap();
    return timer.read() + lap + @as(u64, @intFromBool(before < now));
}
