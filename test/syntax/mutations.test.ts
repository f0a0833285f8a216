/**
 * Random damage to real files: the parser never throws and never hangs, and refuses exactly what Zig's own parser refuses.
 * `MUTATIONS=20000 npx vitest run test/syntax/mutations` is the long run whose numbers stand in docs/measurements.md.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSource } from '../../src/parse/syntax/parse.js';
import { tokenize } from '../../src/parse/syntax/tokenize.js';
import type { TokenTable } from '../../src/parse/syntax/tokens.js';
import { haveTools } from '../support/toolchain.js';
import { compareFiles } from './compare.js';
import { stdTexts } from './corpus.js';

const RUNS = Number(process.env.MUTATIONS ?? 400);
const SLOWEST_MS = 2000;
const LARGEST_BYTES = 40_000;

const texts = stdTexts(LARGEST_BYTES);

const INSERTED =
  '{ } ( ) [ ] ; , . : = => -> | * & ! ? + .. ... .* ** @ " \' \\\\ const fn pub else if switch struct comptime test inline return ' +
  'break try orelse error enum union align extern while for anyframe x 1 "a"';
const SNIPPETS = [...INSERTED.split(' '), '\t', '/// doc\n', '//! doc\n', '// line\n', '\0', '\u00e9', '\ud83d\ude00'];

interface Mutation {
  readonly kind: 'delete' | 'swap' | 'truncate' | 'insert' | 'replace' | 'byte';
  readonly file: number;
  readonly one: number;
  readonly other: number;
  readonly snippet: string;
}

const mutations: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('delete', 'swap', 'truncate', 'insert', 'replace', 'byte'),
  file: fc.nat(texts.length - 1),
  one: fc.nat(),
  other: fc.nat(),
  snippet: fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ maxLength: 4, unit: 'binary-ascii' })),
});

function mutate(mutation: Mutation): string {
  const text = texts[mutation.file] ?? '';
  const { tokens } = tokenize(text, undefined);
  if (tokens.length === 0) return mutation.snippet;
  const [first, second] = [mutation.one % tokens.length, mutation.other % tokens.length].sort((a, b) => a - b) as [
    number,
    number,
  ];
  const { starts, ends } = tokens;
  const [start, end] = [starts[first] as number, ends[first] as number];
  switch (mutation.kind) {
    case 'delete':
      return text.slice(0, start) + text.slice(end);
    case 'swap':
      return first === second ? text : swapTokens(text, tokens, first, second);
    case 'truncate':
      return text.slice(0, mutation.one % text.length);
    case 'insert':
      return `${text.slice(0, start)}${mutation.snippet} ${text.slice(start)}`;
    case 'replace':
      return text.slice(0, start) + mutation.snippet + text.slice(end);
    case 'byte': {
      const at = mutation.one % text.length;
      return text.slice(0, at) + String.fromCharCode(mutation.other % 128) + text.slice(at + 1);
    }
  }
}

function swapTokens(text: string, { starts, ends }: TokenTable, first: number, second: number): string {
  const between = text.slice(ends[first], starts[second]);
  const one = text.slice(starts[first], ends[first]);
  const other = text.slice(starts[second], ends[second]);
  return text.slice(0, starts[first]) + other + between + one + text.slice(ends[second]);
}

/** Members stand in the order of the text, faults in the text: what every caller relies on. */
function checkSane(text: string): void {
  const { faults, root } = parseSource('mutated.zig', text);
  expect(faults.every(({ start, end }) => 0 <= start && start <= end && end <= text.length)).toBe(true);
  expect(root.members.every(({ start }, index) => start >= (root.members[index - 1]?.start ?? 0))).toBe(true);
}

test(`${RUNS} mutations neither throw nor hang`, { timeout: 3_600_000 }, async () => {
  let slowest = 0;
  await fc.assert(
    fc.asyncProperty(mutations, async (mutation) => {
      // Node frees the grammar's trees between turns of its event loop.
      await new Promise(setImmediate);
      const text = mutate(mutation);
      const begin = process.cpuUsage();
      checkSane(text);
      const { user, system } = process.cpuUsage(begin);
      slowest = Math.max(slowest, (user + system) / 1000);
    }),
    { numRuns: RUNS, seed: 20_161_122 },
  );
  console.log(`${RUNS} mutations, the slowest took ${slowest.toFixed(0)} ms`);
  expect(slowest).toBeLessThan(SLOWEST_MS);
});

test('texts of any characters neither throw nor hang', () => {
  const pieces = fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => checkSane(parts.join(' '))),
    { numRuns: RUNS, seed: 7 },
  );
});

describe.runIf(haveTools('zig'))("Zig's parser", () => {
  test('refuses the same mutations, and reads the others as the same tree', () => {
    const directory = mkdtempSync(join(tmpdir(), 'zig2rust-mutations-'));
    try {
      const paths = fc.sample(mutations, { numRuns: Math.max(300, RUNS / 10), seed: 11 }).map((mutation, index) => {
        const path = join(directory, `${index}.zig`);
        writeFileSync(path, mutate(mutation));
        return path;
      });
      const results = compareFiles(paths);
      expect(results.flatMap(({ differences }) => differences)).toEqual([]);
      expect(results.filter(({ errors }) => errors > 0).length).toBeGreaterThan(200);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
