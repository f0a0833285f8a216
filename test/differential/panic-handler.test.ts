/** Programs with a panic handler of their own: every trap comes to it, in Zig's words. */
import { describeSameBehaviour } from '../support/differential.js';

function handled(body: string, declarations = ''): string {
  return `
    const std = @import("std");
    pub const panic = std.debug.FullPanic(report);
    fn report(message: []const u8, first_trace_addr: ?usize) noreturn {
        _ = first_trace_addr;
        std.debug.print("stopped: {s}\\n", .{message});
        std.process.exit(3);
    }
    ${declarations}
    pub fn main() void {
        ${body}
    }`;
}

// Each is a root file of its own: in a batch the handler would be none.
const alone = { input: '' };
const index = 'var i: usize = 5;\n_ = &i;\n';

describeSameBehaviour(
  'own panic handlers',
  {
    'an overflow': handled('var n: u8 = 255;\n_ = &n;\nn += 1;'),
    'an index out of bounds': handled(`${index} const items = [_]u8{ 1, 2, 3 };\nstd.debug.print("{d}", .{items[i]});`),
    'the end of a part out of bounds': handled(
      `${index} const items = [_]u8{ 1, 2, 3 };\nstd.debug.print("{any}", .{items[0..i]});`,
    ),
    'a division by zero': handled('var n: u32 = 0;\n_ = &n;\nstd.debug.print("{d}", .{3 / n});'),
    'a cast that does not fit': handled(`${index} const n: u2 = @intCast(i);\nstd.debug.print("{d}", .{n});`),
    'null unwrapped': handled('var n: ?u8 = null;\n_ = &n;\nstd.debug.print("{d}", .{n.?});'),
    'an error unwrapped': handled(
      'fails() catch unreachable;',
      'var fail = true;\nfn fails() error{Broken}!void { if (fail) return error.Broken; }',
    ),
    'unreachable code': handled(`${index} if (i == 5) unreachable;`),
    'a failed assertion': handled(`${index} std.debug.assert(i == 4);`),
    'a panic of the program': handled(`${index} std.debug.panic("no {d}", .{i});`),
    'no panic': handled('std.debug.print("well\\n", .{});'),
  },
  alone,
);
