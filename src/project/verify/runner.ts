/** A conformance run: cases in, reports out, `jobs` at a time, each as far up the ladder as it goes. */
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { TranspileOptions } from '../options.js';
import { startPool } from '../pool.js';
import type { TranspileResult } from '../result.js';
import { failedResult } from '../transpile.js';
import type { WorkerTask } from '../worker.js';
import { versionOfCompiler } from '../zig-lib.js';
import { cachedZigSide, openState, ownFingerprint } from './cache.js';
import { type CaseReport, type CaseTools, runCase } from './case.js';
import type { Case } from './corpus.js';
import type { RustToolchain } from './rust-side.js';
import { countingZigLib } from './zig-lib-copy.js';
import { runZigProgram, runZigTests, testRunnerFor, type ZigToolchain } from './zig-side.js';

export interface ConformanceSetup {
  readonly zig: string;
  readonly zigLibDir: string;
  readonly rustc: string;
  readonly cargo: string;
  /** Caches, state and crates; kept between runs. */
  readonly workDir: string;
  readonly options: TranspileOptions;
  readonly zigArgs: readonly string[];
  /** Arguments of the programs, on both sides. */
  readonly programArgs?: readonly string[];
  readonly jobs: number;
  readonly timeoutMs: number;
  /** Forget the finished cases of an interrupted run. */
  readonly fresh: boolean;
  /** Build Rust's side with AddressSanitizer for this target; `rustc` is then the nightly compiler. */
  readonly sanitizedTarget?: string | undefined;
}

export type OnReport = (report: CaseReport, fromEarlierRun: boolean) => void;

/** Runs all cases; the reports are in the order of the cases. */
export async function runConformance(
  cases: readonly Case[],
  setup: ConformanceSetup,
  onReport: OnReport,
): Promise<readonly CaseReport[]> {
  const fingerprint = fingerprintOf([
    ownFingerprint(),
    JSON.stringify(setup.options),
    setup.zig,
    setup.zigArgs.join(' '),
    JSON.stringify(setup.programArgs ?? []),
    setup.sanitizedTarget ?? '',
  ]);
  const state = openState(join(setup.workDir, 'state'), fingerprint, setup.fresh);
  const pool = startPool(Math.min(setup.jobs, availableParallelism()));
  const tools: CaseTools = {
    zig: zigSideOf(setup),
    rust: rustToolchainOf(setup),
    input: '',
    args: setup.programArgs ?? [],
    transpile: (file) => transpileWithLimit(pool, { rootFile: file, options: setup.options }, setup.timeoutMs),
  };
  const reports = new Array<CaseReport | undefined>(cases.length);
  let next = 0;
  const work = async () => {
    for (let index = next++; index < cases.length; index = next++) {
      const one = cases[index];
      if (one === undefined) continue;
      const known = state.find(one);
      const report = known ?? (await runCase(one.file, one.name, tools));
      if (known === undefined) state.add(one, report);
      reports[index] = report;
      onReport(report, known !== undefined);
    }
  };
  try {
    await Promise.all(Array.from({ length: setup.jobs }, work));
  } finally {
    await pool.destroy();
  }
  return reports.filter((report) => report !== undefined);
}

function fingerprintOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}

function zigSideOf(setup: ConformanceSetup): CaseTools['zig'] {
  const toolchain: ZigToolchain = {
    zig: setup.zig,
    zigLib: countingZigLib(setup.zigLibDir, setup.workDir),
    workDir: setup.workDir,
    extraArgs: setup.zigArgs,
    testRunner: testRunnerFor(versionOfCompiler(setup.zig)),
    timeoutMs: setup.timeoutMs,
  };
  const direct = {
    tests: (file: string) => runZigTests(file, toolchain),
    program: (file: string) => runZigProgram(file, toolchain, '', setup.programArgs),
  };
  const flags = [toolchain.zigLib, ...setup.zigArgs, ...(setup.programArgs ?? []).map((arg) => `--arg=${arg}`)];
  return cachedZigSide(direct, join(setup.workDir, 'zig-results'), flags.join(' '));
}

function rustToolchainOf(setup: ConformanceSetup): RustToolchain {
  const { rustc, cargo, workDir, timeoutMs, sanitizedTarget } = setup;
  return { rustc, cargo, workDir, timeoutMs, sanitizedTarget, edition: setup.options.edition ?? '2024' };
}

/** A worker that does not come back in time is ended; the case then has no crate, and says why. */
async function transpileWithLimit(
  pool: ReturnType<typeof startPool>,
  task: WorkerTask,
  timeoutMs: number,
): Promise<TranspileResult> {
  try {
    return await pool.run(task, { signal: AbortSignal.timeout(timeoutMs) });
  } catch (error) {
    const message = error instanceof Error && error.name === 'AbortError' ? 'it ran out of time' : String(error);
    return failedResult(task.rootFile, message);
  }
}
