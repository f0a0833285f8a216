/**
 * Random programs do the same in both languages. A few of them in every run; `RANDOM_PROGRAMS=500` makes as many as it says,
 * `RANDOM_SEED=n` begins elsewhere, and `RANDOM_SANITIZE=1` builds the Rust with AddressSanitizer (nightly), whose reports count as
 * differences. What a batch finds is put as small as it can be into `test/differential/found.test.ts`.
 */
import { describe, expect, test } from 'vitest';
import { haveTools } from '../support/toolchain.js';
import { problemsOf, programsOf } from './batch.js';

const BATCH = 25;
const count = Number(process.env.RANDOM_PROGRAMS ?? '20');
const first = Number(process.env.RANDOM_SEED ?? '1');
const isSanitized = process.env.RANDOM_SANITIZE === '1';
const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, index) => ({
  seed: first + index,
  size: Math.min(BATCH, count - index * BATCH),
}));

describe.runIf(haveTools('zig', 'rustc', ...(isSanitized ? (['nightly'] as const) : [])))('random programs', () => {
  test.each(batches)('seed $seed', { timeout: 600_000 }, async ({ seed, size }) => {
    expect(await problemsOf(programsOf(seed, size), isSanitized)).toEqual([]);
  });
});
