/**
 * One case of a conformance run: a Zig root file goes up the ladder (accepted by Zig, transpiled, compiled, ran, equal), and the
 * report says on which rung it stands and what keeps it from the next.
 */
import { join } from 'node:path';
import type { TranspileResult } from '../result.js';
import { compareRuns, compareTests, type TestComparison } from './compare.js';
import {
  type BuildKind,
  type Compiled,
  compileCrate,
  countAssertions,
  layOutCrate,
  type RustCrate,
  type RustMessage,
  type RustToolchain,
  runRustProgram,
  runRustTests,
} from './rust-side.js';
import type { ProgramOutcome, Rejected, ZigProgram, ZigTests } from './zig-side.js';

export const RUNGS = ['rejected', 'accepted', 'transpiled', 'compiled', 'ran', 'equal'] as const;
/** The highest rung reached; `rejected` by Zig itself is below the ladder. */
export type Rung = (typeof RUNGS)[number];

export interface CaseReport {
  readonly file: string;
  readonly rung: Rung;
  /** What keeps it from the next rung; several where a crate has several kinds of error. */
  readonly reasons: readonly string[];
  readonly tests: readonly TestComparison[];
  /** Number of tests that Zig passes. */
  readonly zigTests: number;
  readonly hasProgram: boolean;
  readonly functions: number;
  readonly marked: number;
  /** Reasons of the markers, one per marker. */
  readonly markers: readonly string[];
  readonly unsafeSites: number;
  /** Warnings of rustc, by lint. */
  readonly warnings: readonly string[];
  readonly milliseconds: number;
}

/** Zig's side, from the cache or from a run. */
export interface ZigSide {
  tests(file: string): Promise<ZigTests | Rejected>;
  program(file: string): Promise<ZigProgram | Rejected>;
}

export interface CaseTools {
  readonly zig: ZigSide;
  readonly rust: RustToolchain;
  /** What programs read from standard input, on both sides. */
  readonly input: string;
  /** Their arguments, on both sides. */
  readonly args?: readonly string[];
  readonly transpile: (file: string) => Promise<TranspileResult>;
}

type Progress = Pick<CaseReport, 'rung' | 'reasons'> & Partial<Pick<CaseReport, 'tests' | 'warnings'>>;

/** Takes one root file as far up the ladder as it goes. `name` is how the report calls it. */
export async function runCase(file: string, name: string, tools: CaseTools): Promise<CaseReport> {
  const begin = performance.now();
  const result = await tools.transpile(file);
  const program = result.isBinary ? await tools.zig.program(file) : undefined;
  const tests = mayHaveTests(result) ? await tools.zig.tests(file) : NO_TESTS;
  const rejected = [tests, program].find((one) => one?.kind === 'rejected');
  const progress =
    rejected !== undefined && rejected.kind === 'rejected'
      ? { rung: 'rejected' as const, reasons: [firstError(rejected.message)] }
      : await climb(name, result, tests as ZigTests, program as ZigProgram | undefined, tools);
  return {
    file: name,
    tests: [],
    warnings: [],
    ...progress,
    zigTests: tests.kind === 'tests' ? [...tests.tests.values()].filter((one) => one.status === 'pass').length : 0,
    hasProgram: result.isBinary,
    functions: result.counts.functions,
    marked: result.counts.marked,
    markers: result.markers.map((marker) => marker.reason),
    unsafeSites: result.unsafeSites.length,
    milliseconds: Math.round(performance.now() - begin),
  };
}

const NO_TESTS: ZigTests = { kind: 'tests', tests: new Map() };

/** A program without tests need not be compiled twice; Zig has accepted it by building it. */
function mayHaveTests(result: TranspileResult): boolean {
  return !result.isBinary || result.counts.tests > 0;
}

async function climb(
  name: string,
  result: TranspileResult,
  zigTests: ZigTests,
  zigProgram: ZigProgram | undefined,
  { rust: tools, input, args }: CaseTools,
): Promise<Progress> {
  if (result.files.size === 0) return { rung: 'accepted', reasons: errorsOf(result) };
  const crate = layOutCrate(result, join(tools.workDir, 'crates', name.replace(/[^\w.-]+/g, '_')));
  const hasTests = zigTests.tests.size > 0;
  const kinds: BuildKind[] = [...(crate.isBinary ? ['program' as const] : []), ...(hasTests ? ['tests' as const] : [])];
  const built = new Map<BuildKind, Compiled>();
  for (const kind of kinds.length === 0 ? ['library' as const] : kinds) {
    // The program is built from the text as emitted; only then are the assertions made to count.
    if (kind === 'tests') countAssertions(crate);
    built.set(kind, await compileCrate(crate, kind, tools));
  }
  const messages = [...built.values()].flatMap((one) => one.messages);
  const warnings = messages.filter((one) => one.level === 'warning').map((one) => one.code);
  if ([...built.values()].some((one) => one.binary === undefined)) {
    return { rung: 'transpiled', reasons: compileErrors(messages), warnings };
  }
  return { warnings, ...(await runBoth(crate, built, result, zigTests, zigProgram?.outcome, tools, input, args)) };
}

async function runBoth(
  crate: RustCrate,
  built: ReadonlyMap<BuildKind, Compiled>,
  result: TranspileResult,
  zigTests: ZigTests,
  zigRun: ProgramOutcome | undefined,
  tools: RustToolchain,
  input: string,
  args: readonly string[] = [],
): Promise<Progress> {
  const reasons: string[] = [];
  let ran = true;
  const program = built.get('program')?.binary;
  if (program !== undefined && zigRun !== undefined) {
    const rustRun = await runRustProgram(program, tools, input, args);
    const difference = compareRuns(zigRun, rustRun);
    if (difference !== undefined) reasons.push(`main: ${difference}`);
    if (rustRun.timedOut) ran = false;
  }
  const testBinary = built.get('tests')?.binary;
  if (testBinary === undefined) return verdictOf(reasons, ran, [], crate.isBinary);
  const names = result.tests.map((one) => one.rust);
  const rustTests = await runRustTests(testBinary, names, tools);
  if ([...rustTests.values()].some((one) => one.status === 'abort' || one.status === 'timeout')) ran = false;
  const tests = compareTests(zigTests.tests, rustTests, result.tests);
  for (const test of tests) if (test.verdict === 'different') reasons.push(test.reason ?? '');
  return verdictOf(reasons, ran, tests, crate.isBinary);
}

/** A file in which nothing was compared has compiled, and no more: equality must have been seen. */
function verdictOf(
  reasons: readonly string[],
  ran: boolean,
  tests: readonly TestComparison[],
  hasProgram: boolean,
): Progress {
  const seen = hasProgram || tests.some(({ verdict }) => verdict === 'equal' || verdict === 'sameFailure');
  if (reasons.length > 0) return { rung: ran ? 'ran' : 'compiled', reasons, tests };
  if (seen) return { rung: 'equal', reasons, tests };
  return { rung: 'ran', reasons: ['nothing to compare: no program, and no test that asserts'], tests };
}

function errorsOf(result: TranspileResult): readonly string[] {
  const errors = result.diagnostics.filter((one) => one.severity === 'error');
  return errors.length === 0
    ? ['no crate came out']
    : errors.map((one) => `${one.code}: ${one.message.split('\n')[0]}`);
}

/** Errors of rustc with the names taken out, so that the same mistake made in two places is one reason. */
function compileErrors(messages: readonly RustMessage[]): readonly string[] {
  const errors = messages.filter((one) => one.level === 'error');
  return [...new Set(errors.map((one) => `${one.code}: ${one.message.replace(/`[^`]*`/g, '`…`').split('\n')[0]}`))];
}

function firstError(message: string): string {
  return message.split('\n').find((line) => line.includes('error:')) ?? message.split('\n')[0] ?? '';
}
