/** Comptime programs: what the interpreter computes for container-level constants is what the real compiler computes. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { haveTools } from '../support/toolchain.js';
import { judge } from './oracle.js';

const leaf = fc.integer({ min: -1000, max: 1000 }).map((value) => `(${value})`);
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc
      .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '&', '|', '^'), tie('expression'))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc
      .tuple(fc.constantFrom('@max', '@min'), tie('expression'), tie('expression'))
      .map(([f, a, b]) => `${f}(${a}, ${b})`),
    fc
      .tuple(fc.constantFrom('@divFloor', '@mod'), tie('expression'), fc.integer({ min: 1, max: 99 }))
      .map(([f, a, b]) => `${f}(${a}, ${b})`),
    tie('expression').map((a) => `(${a} << 17)`),
    tie('expression').map((a) => `(if (${a} > 3) ${a} else 7)`),
  ),
}));

const floats = fc.tuple(
  fc.constantFrom('comptime_float', 'f16', 'f32', 'f64', 'f80', 'f128'),
  fc.integer({ min: 1, max: 99999 }),
  fc.constantFrom('+', '-', '*', '/'),
  fc.integer({ min: 1, max: 999 }),
);

/** Files of constants, with how many of them the compiler is asked about at least, and those whose value has no text. */
const programs: readonly { name: string; least: number; withoutText: readonly string[] }[] = [
  { name: 'first', least: 55, withoutText: [] },
  { name: 'numbers', least: 90, withoutText: [] },
  { name: 'text', least: 65, withoutText: ['keyword_map'] },
  { name: 'types', least: 75, withoutText: [] },
  { name: 'memory', least: 55, withoutText: [] },
  { name: 'control', least: 34, withoutText: [] },
];

describe.runIf(haveTools('zig'))('the compiler computes the same', () => {
  test.each(programs)('written programs: $name', async ({ name, least, withoutText }) => {
    const text = readFileSync(fileURLToPath(new URL(`programs/${name}.zig`, import.meta.url)), 'utf8');
    const verdict = await judge(text, `${name}.zig`);
    expect(verdict).toMatchObject({ unknown: withoutText, diagnostics: [], rejected: '' });
    expect(verdict.checked).toBeGreaterThanOrEqual(least);
  });
  test('random integer expressions', async () => {
    const lines = fc.sample(expression, { numRuns: 300, seed: 7 }).map((text, index) => `const c${index} = ${text};`);
    const verdict = await judge(lines.join('\n'), 'integers.zig');
    expect(verdict).toMatchObject({ checked: 300, unknown: [], diagnostics: [], rejected: '' });
  });
  test('random float expressions of every width', async () => {
    const lines = fc
      .sample(floats, { numRuns: 300, seed: 11 })
      .map(([type, a, op, b], index) => `const c${index} = @as(${type}, ${a}.0 / 1000.0) ${op} @as(${type}, ${b}.7);`);
    const verdict = await judge(lines.join('\n'), 'floats.zig');
    expect(verdict).toMatchObject({ checked: 300, unknown: [], diagnostics: [], rejected: '' });
  });
  test('a wrong answer is rejected', async () => {
    const verdict = await judge('const right = 1;\ncomptime { if (right != 2) @compileError("wrong"); }', 'wrong.zig');
    expect(verdict.rejected).toContain('wrong');
  });
});
