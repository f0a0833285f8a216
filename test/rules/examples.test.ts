/** Every rule has an example that uses it, whose Rust compiles without a warning and is what `snapshots/rules` holds. */
import { expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { haveTools } from '../support/toolchain.js';

const SLOWEST_MS = 900_000;

test.runIf(haveTools('rustc', 'cargo'))('the examples of the rules', { timeout: SLOWEST_MS }, async () => {
  const { stdout, exitCode } = await cli('rules', 'test');
  expect(stdout).toMatch(/^\d+ rules, 0 failures\n$/);
  expect(exitCode).toBe(0);
});
