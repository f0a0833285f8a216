/** Zig's own parser is the oracle: every node and every token of every file of Zig's library, identical. */
import { describe, expect, test } from 'vitest';
import { haveTools } from '../support/toolchain.js';
import { compareFiles } from './compare.js';
import { stdFiles } from './corpus.js';

describe.runIf(haveTools('zig'))("Zig's parser and ours", () => {
  test('agree on every node and token of all 550 files of the library', () => {
    const results = compareFiles(stdFiles());
    expect(results.filter(({ differences }) => differences.length > 0)).toEqual([]);
    expect(results.length).toBe(550);
    expect(results.reduce((sum, { faults }) => sum + faults, 0)).toBe(0);
    expect(results.reduce((sum, { nodes }) => sum + nodes, 0)).toBeGreaterThan(1_300_000);
    expect(results.reduce((sum, { tokens }) => sum + tokens, 0)).toBeGreaterThan(2_700_000);
  });
});
