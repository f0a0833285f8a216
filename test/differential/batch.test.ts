/** The batch must say of each text what Zig says of it alone. */
import { describe, expect, test } from 'vitest';
import { haveTools } from '../support/toolchain.js';
import { zigBatch } from '../support/zig-batch.js';

const std = 'const std = @import("std");\n';
const passing = `${std}test "adds" { try std.testing.expect(1 + 1 == 2); }\n`;
const failing = `${std}test "adds" { try std.testing.expect(1 + 1 == 3); }\ntest "other" {}\n`;
const broken = 'test "x" { const a: u8 = "text"; }\n';

describe.runIf(haveTools('zig'))('tests', () => {
  test('each text has its own, under the names they have alone', async () => {
    const { files, zig } = zigBatch([passing, failing]);
    const outcomes = await Promise.all(files.map((file) => zig.tests(file)));
    expect(outcomes[0]).toEqual({
      kind: 'tests',
      tests: new Map([['case_0.test.adds', { status: 'pass', assertions: 1 }]]),
    });
    expect(outcomes[1]).toMatchObject({
      tests: new Map([
        ['case_1.test.adds', { status: 'fail', assertions: 1, detail: 'TestUnexpectedResult' }],
        ['case_1.test.other', { status: 'pass', assertions: 0 }],
      ]),
    });
  });

  test('a text that Zig rejects does not take the others with it', async () => {
    const { files, zig } = zigBatch([passing, broken]);
    expect(await zig.tests(files[0] ?? '')).toMatchObject({ kind: 'tests' });
    expect(await zig.tests(files[1] ?? '')).toMatchObject({ kind: 'rejected' });
  });
});

describe.runIf(haveTools('zig'))('programs', () => {
  const mains = {
    'pub fn main() void { std.debug.print("void\\n", .{}); }': { status: 0, stderr: 'void\n' },
    'pub fn main() u8 { return 7; }': { status: 7, stderr: '' },
    'pub fn main() !u8 { return 8; }': { status: 8, stderr: '' },
    'pub fn main() noreturn { std.process.exit(9); }': { status: 9, stderr: '' },
    'pub fn main(init: std.process.Init) !void { _ = init; }': { status: 0, stderr: '' },
    'pub fn main(init: std.process.Init.Minimal) !void { _ = init; }': { status: 0, stderr: '' },
  };

  test('main may have each signature that Zig allows', async () => {
    const { files, zig } = zigBatch(Object.keys(mains).map((main) => std + main));
    const outcomes = await Promise.all(files.map((file) => zig.program(file)));
    expect(outcomes.map((one) => (one.kind === 'program' ? one.outcome : one))).toEqual(
      Object.values(mains).map((expected) => ({ ...expected, stdout: '', timedOut: false })),
    );
  });

  test('an error and a trap leave as they do alone', async () => {
    const texts = ['pub fn main() !void { return error.Broken; }', 'pub fn main() void { unreachable; }'];
    const { files, zig } = zigBatch(texts);
    const [error, trap] = await Promise.all(files.map((file) => zig.program(file)));
    expect(error).toMatchObject({ outcome: { status: 1, stderr: expect.stringMatching(/^error: Broken\n/) } });
    expect(trap).toMatchObject({
      outcome: { status: 134, stderr: expect.stringMatching(/panic: reached unreachable code/) },
    });
  });
});
