/** Zig's side of a comparison: what the real compiler makes of a file, and what its tests and its `main` do. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAtLeast, type ZigVersion } from '../../parse/syntax/zig-version.js';
import { type Finished, runProcess } from './process.js';

export type TestStatus = 'pass' | 'fail' | 'skip' | 'leak' | 'abort' | 'timeout';

export interface TestOutcome {
  readonly status: TestStatus;
  /** Assertions executed at run time. */
  readonly assertions: number;
  /** Error name of a failed test, or the last line that an aborted one printed. */
  readonly detail?: string;
}

/** What a program did when it ran. */
export interface ProgramOutcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
}

export interface Rejected {
  readonly kind: 'rejected';
  /** What the compiler printed. */
  readonly message: string;
}

export interface ZigTests {
  readonly kind: 'tests';
  /** By fully qualified name, in the order in which Zig runs them. */
  readonly tests: ReadonlyMap<string, TestOutcome>;
}

export interface ZigProgram {
  readonly kind: 'program';
  readonly outcome: ProgramOutcome;
}

export interface ZigToolchain {
  readonly zig: string;
  /** The library that counts assertions (zig-lib-copy.ts). */
  readonly zigLib: string;
  /** Where caches and binaries go. */
  readonly workDir: string;
  readonly extraArgs: readonly string[];
  readonly testRunner: string;
  readonly timeoutMs: number;
}

/** The test runner that a version of Zig compiles. */
export function testRunnerFor(version: ZigVersion | undefined): string {
  const isOlder = version !== undefined && !isAtLeast(version, { major: 0, minor: 16 });
  return fileURLToPath(new URL(`./assets/${isOlder ? 'test_runner_before_0_16' : 'test_runner'}.zig`, import.meta.url));
}

/** Compiles a file's tests and runs them, each to its end even where an earlier one aborts the process. */
export async function runZigTests(rootFile: string, tools: ZigToolchain): Promise<ZigTests | Rejected> {
  return inScratch(tools, async (scratch) => {
    const binary = join(scratch, 'tests');
    const rejected = await compile(
      ['test', '--test-no-exec', '--test-runner', tools.testRunner],
      rootFile,
      binary,
      tools,
    );
    if (rejected !== undefined) return rejected;
    const tests = new Map<string, TestOutcome>();
    let from: number | undefined = 0;
    while (from !== undefined) {
      const finished: Finished = await runProcess(binary, [`--from=${from}`], {
        cwd: scratch,
        timeoutMs: tools.timeoutMs,
        channel: true,
      });
      from = readReport(finished, tests);
    }
    return { kind: 'tests', tests };
  });
}

/** Builds a program in Zig's Debug mode, which has the checks of ReleaseSafe, and runs it. */
export async function runZigProgram(
  rootFile: string,
  tools: ZigToolchain,
  input = '',
  args: readonly string[] = [],
): Promise<ZigProgram | Rejected> {
  return inScratch(tools, async (scratch) => {
    const binary = join(scratch, 'program');
    const rejected = await compile(['build-exe'], rootFile, binary, tools);
    if (rejected !== undefined) return rejected;
    const { status, stdout, stderr, timedOut } = await runProcess(binary, args, {
      cwd: scratch,
      timeoutMs: tools.timeoutMs,
      input,
    });
    return { kind: 'program', outcome: { status, stdout, stderr, timedOut } };
  });
}

async function compile(
  command: readonly string[],
  rootFile: string,
  binary: string,
  tools: ZigToolchain,
): Promise<Rejected | undefined> {
  const args = [
    ...command,
    `-femit-bin=${binary}`,
    '--zig-lib-dir',
    tools.zigLib,
    ...tools.extraArgs,
    basename(rootFile),
  ];
  const { status, stderr, timedOut } = await runProcess(tools.zig, args, {
    cwd: dirname(rootFile),
    environment: { ZIG_LOCAL_CACHE_DIR: join(tools.workDir, 'zig-cache') },
    timeoutMs: tools.timeoutMs * 4,
  });
  if (status === 0) return undefined;
  return { kind: 'rejected', message: timedOut ? 'the compiler ran out of time' : stderr };
}

async function inScratch<Result>(tools: ZigToolchain, use: (scratch: string) => Promise<Result>): Promise<Result> {
  mkdirSync(tools.workDir, { recursive: true });
  const scratch = mkdtempSync(join(tools.workDir, 'zig-'));
  try {
    return await use(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Reads what the test runner told (see assets/test_runner.zig); gives the index to go on from, where it did not reach the end. */
function readReport(finished: Finished, tests: Map<string, TestOutcome>): number | undefined {
  const names = new Map<number, string>();
  let running: number | undefined;
  let ended = false;
  for (const line of finished.channel.split('\n')) {
    const [word, index, ...rest] = line.split(' ');
    if (word === 'end') ended = true;
    else if (word === 'start') {
      running = Number(index);
      names.set(running, rest.join(' '));
    } else if (word === 'pass' || word === 'skip' || word === 'leak' || word === 'fail') {
      const [assertions, error] = rest;
      const outcome: TestOutcome = { status: word, assertions: Number(assertions) };
      tests.set(names.get(Number(index)) ?? '', error === undefined ? outcome : { ...outcome, detail: error });
      running = undefined;
    }
  }
  if (ended || running === undefined) return undefined;
  const detail = finished.stderr.split('\n').find((line) => line.includes('panic: ')) ?? '';
  const status = finished.timedOut ? 'timeout' : 'abort';
  tests.set(names.get(running) ?? '', { status, assertions: 0, detail: detail.replace(/^.*panic: /, '') });
  return running + 1;
}
