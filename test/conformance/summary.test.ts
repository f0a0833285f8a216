import { expect, test } from 'vitest';
import type { CaseReport } from '../../src/project/verify/case.js';
import { renderSummary, summarise } from '../../src/project/verify/summary.js';

function report(file: string, over: Partial<CaseReport>): CaseReport {
  const nothing = { reasons: [], tests: [], markers: [], warnings: [], hasProgram: false, unsafeSites: 0 };
  return { file, rung: 'equal', zigTests: 0, functions: 2, marked: 0, milliseconds: 1, ...nothing, ...over };
}

const test1 = { zigAssertions: 3, rustAssertions: 2, assertionsAtComptime: 1 };
const reports = [
  report('a.zig', { zigTests: 1, tests: [{ name: 'a.test.x', verdict: 'equal', ...test1 }] }),
  report('b.zig', { rung: 'transpiled', zigTests: 7, reasons: ['E0308: mismatched types', 'E0599: no method `…`'] }),
  report('c.zig', {
    rung: 'transpiled',
    hasProgram: true,
    reasons: ['E0308: mismatched types'],
    markers: ['asm', 'asm'],
  }),
  report('d.zig', { rung: 'rejected', reasons: ['error: no'], zigTests: 9 }),
  report('e.zig', {
    rung: 'ran',
    zigTests: 2,
    reasons: ['Rust: fail: left: 1', 'Rust: fail: left: 2'],
    tests: ['x', 'y'].map((name) => ({ name, verdict: 'different', reason: 'r', ...test1 })),
  }),
];

test('each rung counts what reached at least it; what Zig rejects is outside', () => {
  const summary = summarise(reports);
  expect(summary.cases).toEqual({ accepted: 4, transpiled: 4, compiled: 2, ran: 2, equal: 1 });
  expect(summary.rejected).toBe(1);
  expect(summary.tests).toEqual({ zig: 10, equal: 1, sameFailure: 0, silent: 0, skipped: 0 });
  expect(summary.assertions).toEqual({ zig: 9, rust: 6, atComptime: 3 });
});

test('obstacles are sorted by the tests and programs they cost, whatever the numbers in them', () => {
  expect(summarise(reports).obstacles).toEqual([
    { reason: 'E0308: mismatched types', count: 8, files: ['b.zig', 'c.zig'] },
    { reason: 'E0599: no method `…`', count: 7, files: ['b.zig'] },
    { reason: 'Rust: fail: left: N', count: 2, files: ['e.zig'] },
  ]);
  expect(summarise(reports).markers).toEqual([{ reason: 'asm', count: 2, files: ['c.zig'] }]);
});

test('the table reads from the top of the ladder down to the causes', () => {
  const text = renderSummary(summarise(reports));
  expect(text).toMatch(/^accepted by Zig {7}4 files\ntranspiled {12}4 files\n/);
  expect(text).toContain('     8  E0308: mismatched types  [b.zig]');
});
