/** Every rule has an example that uses it, whose Rust compiles without a warning and is what `snapshots/rules` holds. */
import { expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { howToGet, olderZigs } from '../support/older-zig.js';
import { haveTools } from '../support/toolchain.js';

const SLOWEST_MS = 900_000;

test.runIf(haveTools('rustc', 'cargo'))('the examples of the rules', { timeout: SLOWEST_MS }, async () => {
  const { stdout, exitCode } = await cli('rules', 'test');
  expect(stdout).toMatch(/^\d+ rules, 0 failures; \d+ rules are of other versions of Zig's library\n$/);
  expect(exitCode).toBe(0);
});

const older = olderZigs().find((one) => one.version === '0.14');

test.runIf(haveTools('rustc', 'cargo') && older !== undefined)(
  `the examples of the rules for Zig 0.14 (${howToGet('0.14')})`,
  { timeout: SLOWEST_MS },
  async () => {
    const { stdout, exitCode } = await cli('rules', 'test', '--zig-lib-dir', older?.library ?? '');
    expect(stdout).toMatch(/^\d+ examples, 0 failures\n$/);
    expect(exitCode).toBe(0);
  },
);
