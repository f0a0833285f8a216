/** A conformance run in numbers: how much stands on each rung, and what it would pay to fix first. */
import { type CaseReport, RUNGS, type Rung } from './case.js';

export interface Cost {
  readonly reason: string;
  readonly count: number;
  /** Some of the places, as examples. */
  readonly files: readonly string[];
}

export interface Summary {
  /** Cases that reached at least the rung. */
  readonly cases: { readonly [R in Exclude<Rung, 'rejected'>]: number };
  readonly rejected: number;
  readonly tests: {
    /** Passed by Zig. */
    readonly zig: number;
    /** Passed by Rust too, with assertions executed. */
    readonly equal: number;
    /** Passed by neither, for the same reason. */
    readonly sameFailure: number;
    /** Passed by both, but nothing was asserted: they do not count. */
    readonly silent: number;
    readonly skipped: number;
  };
  readonly assertions: { readonly zig: number; readonly rust: number; readonly atComptime: number };
  readonly functions: number;
  readonly marked: number;
  readonly unsafeSites: number;
  readonly warnings: number;
  /** What AddressSanitizer reported, in a run that asked for it, by kind. */
  readonly sanitizer: readonly Cost[];
  /** What keeps cases from the next rung, by the number of Zig's tests and programs it costs. */
  readonly obstacles: readonly Cost[];
  /** Why functions are marked, by the number of markers. */
  readonly markers: readonly Cost[];
}

/** Sums up the reports of a run. */
export function summarise(reports: readonly CaseReport[]): Summary {
  const accepted = reports.filter((report) => report.rung !== 'rejected');
  const reached = (rung: Rung) => accepted.filter((one) => RUNGS.indexOf(one.rung) >= RUNGS.indexOf(rung)).length;
  const tests = accepted.flatMap((report) => report.tests);
  const verdicts = (verdict: string) => tests.filter((test) => test.verdict === verdict).length;
  return {
    cases: {
      accepted: accepted.length,
      transpiled: reached('transpiled'),
      compiled: reached('compiled'),
      ran: reached('ran'),
      equal: reached('equal'),
    },
    rejected: reports.length - accepted.length,
    tests: {
      zig: sum(accepted.map((report) => report.zigTests)),
      equal: verdicts('equal'),
      sameFailure: verdicts('sameFailure'),
      silent: verdicts('silent'),
      skipped: verdicts('skipped'),
    },
    assertions: {
      zig: sum(tests.map((test) => test.zigAssertions)),
      rust: sum(tests.map((test) => test.rustAssertions)),
      atComptime: sum(tests.map((test) => test.assertionsAtComptime)),
    },
    functions: sum(accepted.map((report) => report.functions)),
    marked: sum(accepted.map((report) => report.marked)),
    unsafeSites: sum(accepted.map((report) => report.unsafeSites)),
    warnings: sum(accepted.map((report) => report.warnings.length)),
    sanitizer: rank(accepted.flatMap(findingsOf)),
    obstacles: obstaclesOf(accepted),
    markers: rank(
      accepted.flatMap((report) => report.markers.map((reason) => ({ reason, cost: 1, file: report.file }))),
    ),
  };
}

interface Charge {
  readonly reason: string;
  readonly cost: number;
  readonly file: string;
}

/** The kind of each finding; the report of the case says where. */
function findingsOf(report: CaseReport): readonly Charge[] {
  return report.reasons.flatMap((reason) => {
    const kind = /AddressSanitizer: [\w-]+/.exec(reason);
    return kind === null ? [] : [{ reason: kind[0], cost: 1, file: report.file }];
  });
}

function obstaclesOf(reports: readonly CaseReport[]): readonly Cost[] {
  return rank(
    reports.flatMap((report): readonly Charge[] => {
      if (report.rung === 'equal') return [];
      const perTest = report.tests.filter((test) => test.verdict === 'different').length > 0 || report.rung === 'ran';
      // Below the rung of running, each reason alone costs the whole case.
      const cost = perTest ? 1 : Math.max(1, report.zigTests + (report.hasProgram ? 1 : 0));
      return report.reasons.map((reason) => ({ reason: withoutParticulars(reason), cost, file: report.file }));
    }),
  );
}

/** The same obstacle met with other numbers, texts or positions is one obstacle. */
function withoutParticulars(reason: string): string {
  return reason
    .replace(/line \d+: .*$/, '')
    .replace(/"[^"]*"/g, '"…"')
    .replace(/\b\d+\b/g, 'N')
    .slice(0, 200);
}

function rank(charges: readonly Charge[]): readonly Cost[] {
  const groups = new Map<string, Charge[]>();
  for (const charge of charges) groups.set(charge.reason, [...(groups.get(charge.reason) ?? []), charge]);
  return [...groups]
    .map(([reason, group]) => ({
      reason,
      count: sum(group.map((charge) => charge.cost)),
      files: [...new Set(group.map((charge) => charge.file))].slice(0, 5),
    }))
    .sort((a, b) => b.count - a.count);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The summary as lines of text. */
export function renderSummary(summary: Summary, top = 20): string {
  const { cases, tests, assertions } = summary;
  const rows: readonly (readonly [string, number])[] = [
    ['accepted by Zig', cases.accepted],
    ['transpiled', cases.transpiled],
    ['compiled', cases.compiled],
    ['ran', cases.ran],
    ['equal', cases.equal],
  ];
  const lines = [
    ...rows.map(([label, count]) => `${label.padEnd(16)} ${String(count).padStart(6)} files`),
    summary.rejected === 0 ? '' : `(${summary.rejected} files are not accepted by Zig itself)`,
    `tests: Zig passes ${tests.zig}; equal in Rust ${tests.equal}; without assertions ${tests.silent}; skipped by Zig ${tests.skipped}; failing alike ${tests.sameFailure}`,
    `assertions executed: Zig ${assertions.zig}, Rust ${assertions.rust}, while porting ${assertions.atComptime}`,
    `functions: ${summary.functions}, of which marked ${summary.marked}; unsafe ${summary.unsafeSites}; warnings ${summary.warnings}`,
    ...renderCosts('What AddressSanitizer reports', summary.sanitizer, top),
    ...renderCosts('What keeps cases from the next rung (tests and programs lost)', summary.obstacles, top),
    ...renderCosts('Why places are marked', summary.markers, top),
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

function renderCosts(title: string, costs: readonly Cost[], top: number): readonly string[] {
  if (costs.length === 0) return [];
  const rows = costs
    .slice(0, top)
    .map(({ reason, count, files }) => `${String(count).padStart(6)}  ${reason}  [${files[0] ?? ''}]`);
  return [`${title}:`, ...rows, ...(costs.length > top ? [`        … and ${costs.length - top} more`] : [])];
}
