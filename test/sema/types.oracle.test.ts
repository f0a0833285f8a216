/** A sample of expressions whose types the real compiler is asked for; `npx tsx bench/types.oracle.ts` asks about whole files of std. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { haveTools } from '../support/toolchain.js';
import { compareTypes } from './types/compare.js';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const samples = [
  { name: '../../examples/word-count/main.zig', limit: 300, least: 250 },
  { name: '../../examples/calculator/main.zig', limit: 300, least: 250 },
  { name: 'programs/control.zig', limit: 400, least: 50 },
];

describe.runIf(haveTools('zig'))('the compiler sees the same types', () => {
  test.each(samples)('$name', ({ name, limit, least }) => {
    const { compared, disagreements, complaints, refused } = compareTypes(path(name), limit);
    expect(disagreements).toEqual([]);
    expect(complaints).toEqual([]);
    expect(refused).toBe(0);
    expect(compared).toBeGreaterThan(least);
  });
});
