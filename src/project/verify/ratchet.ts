/**
 * Expected failures. The list names what is known not to be equal; anything else that is not equal is a regression, and anything on
 * the list that has become equal fails the run too until it is delisted. So the list can only get shorter, and it is always true.
 */
import { z } from 'zod';
import type { CaseReport } from './case.js';

const ratchetSchema = z.strictObject({
  /** `file.zig` for a whole case, `file.zig: test name` for one of its tests. */
  expectedFailures: z.array(z.string()),
});

export type Ratchet = z.infer<typeof ratchetSchema>;

export interface RatchetVerdict {
  /** On the list, but equal now: to be delisted. */
  readonly passing: readonly string[];
  /** Not on the list, but not equal. */
  readonly regressions: readonly string[];
  /** On the list, but not among the cases at all. */
  readonly unknown: readonly string[];
}

/** Reads a ratchet's text; throws where it is not one. */
export function parseRatchet(text: string): Ratchet {
  return ratchetSchema.parse(JSON.parse(text));
}

/** What fails, as a ratchet names it: each test that differs, or the case as a whole where no test says why. */
export function failuresOf(report: CaseReport): readonly string[] {
  if (report.rung === 'equal') return [];
  const tests = report.tests
    .filter((test) => test.verdict === 'different')
    .map((test) => `${report.file}: ${test.name}`);
  if (tests.length > 0) return tests;
  return report.reasons.length === 0 ? [] : [report.file];
}

/** The ratchet that expects exactly what fails now. Of cases that did not take part it expects what the earlier one did. */
export function ratchetOf(
  reports: readonly CaseReport[],
  earlier: Ratchet,
  isLeftOut: (file: string) => boolean,
): Ratchet {
  const kept = earlier.expectedFailures.filter((name) => isLeftOut(caseOf(name)));
  return { expectedFailures: [...kept, ...reports.flatMap(failuresOf)].sort() };
}

/** Compares a run with what was expected. */
export function checkRatchet(ratchet: Ratchet, reports: readonly CaseReport[]): RatchetVerdict {
  const failing = new Set(reports.flatMap(failuresOf));
  const known = new Set(
    reports.flatMap((report) => [report.file, ...report.tests.map((test) => `${report.file}: ${test.name}`)]),
  );
  const expected = new Set(ratchet.expectedFailures);
  // A case that stood as a whole and now fails in single tests has come further: those tests are then the regressions to list.
  const passing = [...expected].filter((name) => known.has(name) && !failing.has(name));
  return {
    passing,
    regressions: [...failing].filter((name) => !expected.has(name)),
    unknown: [...expected].filter((name) => !known.has(name) && !coveredByCase(name, failing)),
  };
}

/** A single test that cannot be seen because its whole case fails to compile. */
function coveredByCase(name: string, failing: ReadonlySet<string>): boolean {
  return failing.has(caseOf(name));
}

/** The file of an entry. */
function caseOf(name: string): string {
  return name.split(': ')[0] ?? name;
}
