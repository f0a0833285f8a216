/** Comptime code that recurses deeper than JavaScript's own stack is ported all the same; what never ends is reported. */
import { describe, expect, test } from 'vitest';
import { transpile } from '../../src/project/transpile.js';

const DEEP = `
fn depth(n: u32) u32 {
    return if (n == 0) 0 else 1 + depth(n - 1);
}
fn sum(xs: []const u32) u32 {
    if (xs.len == 0) return 0;
    var total: u32 = 0;
    for (xs[0..1]) |x| {
        switch (x) {
            1 => total += x + sum(xs[1..]),
            else => unreachable,
        }
    }
    return total;
}
const ones: [1500]u32 = @splat(1);
const deep = blk: {
    @setEvalBranchQuota(100_000);
    break :blk depth(5000) + sum(&ones);
};
pub fn get() u32 {
    return deep;
}
`;

describe('recursion at comptime', () => {
  test('of thousands of calls', () => {
    const { diagnostics, files } = transpile(DEEP);
    expect(diagnostics).toEqual([]);
    expect(files.get('src/lib.rs')).toContain('6500');
  });
  test('without end', () => {
    const { diagnostics } = transpile(
      'fn depth(n: u32) u32 { return 1 + depth(n +% 1); }\npub const never = depth(0);\npub fn other() void {}',
    );
    expect(diagnostics.map((one) => one.message).join('\n')).toContain('nests too deeply');
  });
  test('loops without end use up the steps', () => {
    const { diagnostics } = transpile('pub const never = blk: { while (true) {} break :blk 1; };');
    expect(diagnostics.map((one) => one.message).join('\n')).toContain('too many steps');
  });
});
