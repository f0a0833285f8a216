/** `threadlocal var`. */
import { describeSameBehaviour } from '../support/differential.js';

describeSameBehaviour('threadlocal', {
  'read, written, by pointer and by parts': `
    const std = @import("std");
    threadlocal var count: u32 = 40;
    threadlocal var point: struct { x: i32, y: i32 } = .{ .x = 1, .y = 2 };
    threadlocal var names: [2][]const u8 = .{ "a", "bc" };
    fn bump(target: *u32) void {
        target.* += 1;
    }
    pub fn main() void {
        count += 1;
        bump(&count);
        point.y *= 5;
        names[0] = names[1];
        std.debug.print("{d} {d} {d} {s}\\n", .{ count, point.x, point.y, names[0] });
    }`,
});
