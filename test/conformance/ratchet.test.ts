import { expect, test } from 'vitest';
import type { CaseReport } from '../../src/project/verify/case.js';
import type { TestComparison } from '../../src/project/verify/compare.js';
import { checkRatchet, parseRatchet, ratchetOf } from '../../src/project/verify/ratchet.js';

function report(file: string, rung: CaseReport['rung'], failing: readonly string[] = []): CaseReport {
  const counts = { zigAssertions: 1, rustAssertions: 1, assertionsAtComptime: 0 };
  const tests: TestComparison[] = failing.map((name) => ({ name, verdict: 'different', reason: 'x', ...counts }));
  const numbers = { zigTests: 1, functions: 1, marked: 0, unsafeSites: 0, milliseconds: 1 };
  return {
    file,
    rung,
    reasons: rung === 'equal' ? [] : ['x'],
    tests,
    hasProgram: false,
    markers: [],
    warnings: [],
    ...numbers,
  };
}

const now = [report('a.zig', 'equal'), report('b.zig', 'ran', ['b.test.x']), report('c.zig', 'transpiled')];

test('what is written down as failing now is exactly what is expected', () => {
  const ratchet = ratchetOf(now, { expectedFailures: ['a.zig', 'gone.zig'] }, () => false);
  expect(ratchet.expectedFailures).toEqual(['b.zig: b.test.x', 'c.zig']);
  expect(checkRatchet(ratchet, now)).toEqual({ passing: [], regressions: [], unknown: [] });
});

test('of cases that a filter leaves out it is still expected what was', () => {
  const earlier = { expectedFailures: ['a.zig', 'left-out.zig: left-out.test.x', 'gone.zig'] };
  const ratchet = ratchetOf(now, earlier, (file) => file === 'left-out.zig');
  expect(ratchet.expectedFailures).toEqual(['b.zig: b.test.x', 'c.zig', 'left-out.zig: left-out.test.x']);
});

test('one that starts passing has to be delisted', () => {
  const verdict = checkRatchet({ expectedFailures: ['a.zig', 'b.zig: b.test.x', 'c.zig'] }, now);
  expect(verdict.passing).toEqual(['a.zig']);
});

test('a failure that is not on the list is a regression', () => {
  expect(checkRatchet({ expectedFailures: ['c.zig'] }, now).regressions).toEqual(['b.zig: b.test.x']);
});

test('a name that is no case is reported', () => {
  const ratchet = { expectedFailures: ['b.zig: b.test.x', 'c.zig', 'gone.zig'] };
  expect(checkRatchet(ratchet, now).unknown).toEqual(['gone.zig']);
});

test('a file with another shape is refused', () => {
  expect(() => parseRatchet('{"expected": []}')).toThrow();
});
