/**
 * Rust's side of a comparison: compiles an emitted crate and runs its tests or its `main`.
 *
 * A crate without a build script is compiled by rustc directly, with the flags that its Cargo profile means: no dependency graph
 * to resolve, no lock on a target directory. Tests unwind, as under `cargo test`, so that one that fails does not end the others; a
 * test that takes the whole process down is found by running what is left one by one.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { TranspileResult } from '../result.js';
import { type Finished, runProcess } from './process.js';
import { SANITIZER_ENVIRONMENT, sanitizerFinding, sanitizerFlags } from './sanitizer.js';
import type { ProgramOutcome, TestOutcome } from './zig-side.js';

export interface RustToolchain {
  readonly rustc: string;
  readonly cargo: string;
  readonly workDir: string;
  readonly edition: string;
  readonly timeoutMs: number;
  /** Build for this target with AddressSanitizer; `rustc` is then the nightly compiler. */
  readonly sanitizedTarget?: string | undefined;
}

/** One message of rustc. */
export interface RustMessage {
  readonly level: 'error' | 'warning';
  /** `E0308`, or the name of a lint. */
  readonly code: string;
  readonly message: string;
  readonly rendered: string;
}

/** A crate on disk. */
export interface RustCrate {
  readonly directory: string;
  readonly isBinary: boolean;
  readonly hasBuildScript: boolean;
}

export interface Compiled {
  /** Undefined where the crate does not compile. */
  readonly binary: string | undefined;
  readonly messages: readonly RustMessage[];
}

/** Writes the files of a result into an empty directory. */
export function layOutCrate(result: TranspileResult, directory: string): RustCrate {
  rmSync(directory, { recursive: true, force: true });
  for (const [path, text] of result.files) {
    const target = join(directory, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return { directory, isBinary: result.isBinary, hasBuildScript: result.files.has('build.rs') };
}

/**
 * Makes the crate's assertions count (assets/assertion_count.rs). Appended, so that no line of the crate moves; a crate that asserts
 * nothing must not be warned of macros that it does not use.
 */
export function countAssertions(crate: RustCrate): void {
  const root = rootOf(crate);
  const counter = '#[allow(unused_imports)]\n#[macro_use]\nextern crate assertion_count;\n';
  writeFileSync(root, `${readFileSync(root, 'utf8')}\n${counter}`);
}

function rootOf(crate: RustCrate): string {
  return join(crate.directory, 'src', crate.isBinary ? 'main.rs' : 'lib.rs');
}

/** What is built: the test binary, the program, or nothing: a library, or a crate with its tests, is only checked. */
export type BuildKind = 'tests' | 'program' | 'library' | 'check';

const BUILD_FLAGS: { readonly [K in BuildKind]: readonly string[] } = {
  tests: ['--test'],
  program: ['--crate-type', 'bin', '-C', 'panic=abort'],
  library: ['--crate-type', 'lib', '--emit', 'metadata'],
  check: ['--test', '--emit', 'metadata'],
};

function sanitizedBuild({ sanitizedTarget }: RustToolchain): readonly string[] {
  return sanitizedTarget === undefined ? [] : [...sanitizerFlags(), '--target', sanitizedTarget];
}

/** Compiles a crate on disk. */
export async function compileCrate(crate: RustCrate, kind: BuildKind, tools: RustToolchain): Promise<Compiled> {
  if (crate.hasBuildScript) return compileWithCargo(crate, kind, tools);
  const binary = join(crate.directory, kind);
  const args = [
    ...['--edition', tools.edition, '--crate-name', 'ported', '--error-format', 'json', '-o', binary],
    ...['-C', 'overflow-checks=yes', '-C', 'debug-assertions=yes', '-C', 'debuginfo=0'],
    ...BUILD_FLAGS[kind],
    ...sanitizedBuild(tools),
    ...(kind === 'tests' ? ['--extern', `assertion_count=${await assertionCounter(tools)}`] : []),
    rootOf(crate),
  ];
  const finished = await runProcess(tools.rustc, args, { timeoutMs: tools.timeoutMs * 4 });
  const messages = finished.stderr.split('\n').flatMap(readMessage);
  return { binary: finished.status === 0 ? binary : undefined, messages: withFailure(messages, finished) };
}

async function compileWithCargo(crate: RustCrate, kind: BuildKind, tools: RustToolchain): Promise<Compiled> {
  const command = { tests: ['test', '--no-run'], program: ['build'], library: ['build'], check: ['check', '--tests'] }[
    kind
  ];
  const { sanitizedTarget } = tools;
  const target = sanitizedTarget === undefined ? [] : ['--target', sanitizedTarget];
  const flags = [
    ...(kind === 'tests' ? ['--extern', `assertion_count=${await assertionCounter(tools)}`] : []),
    ...(sanitizedTarget === undefined ? [] : sanitizerFlags()),
  ];
  const finished = await runProcess(tools.cargo, [...command, ...target, '--offline', '--message-format', 'json'], {
    cwd: crate.directory,
    timeoutMs: tools.timeoutMs * 8,
    environment: {
      CARGO_TARGET_DIR: join(tools.workDir, sanitizedTarget === undefined ? 'target' : 'target-sanitized'),
      ...(sanitizedTarget === undefined ? {} : { RUSTC: tools.rustc }),
      ...(flags.length === 0 ? {} : { RUSTFLAGS: flags.join(' ') }),
    },
  });
  const lines = finished.stdout.split('\n');
  const artifact = lines.flatMap(readArtifact).at(-1);
  const binary = finished.status === 0 ? (artifact ?? '') : undefined;
  return { binary, messages: withFailure(lines.flatMap(readMessage), finished) };
}

function withFailure(messages: readonly RustMessage[], finished: Finished): readonly RustMessage[] {
  if (finished.status === 0 || messages.some((one) => one.level === 'error')) return messages;
  const message = finished.timedOut ? 'rustc ran out of time' : finished.stderr.slice(0, 2000);
  return [...messages, { level: 'error', code: 'rustc', message, rendered: message }];
}

const messageSchema = z.object({
  level: z.enum(['error', 'warning']),
  message: z.string(),
  code: z.object({ code: z.string() }).nullable(),
  spans: z.array(z.unknown()),
  rendered: z.string().nullable(),
});

function readMessage(line: string): readonly RustMessage[] {
  if (!line.startsWith('{')) return [];
  const json: unknown = JSON.parse(line);
  const inner = z.object({ reason: z.literal('compiler-message'), message: z.unknown() }).safeParse(json);
  const parsed = messageSchema.safeParse(inner.success ? inner.data.message : json);
  // A message without a position is the count of the others.
  if (!parsed.success || (parsed.data.spans.length === 0 && parsed.data.code === null)) return [];
  const { level, message, code, rendered } = parsed.data;
  return [{ level, code: code?.code ?? level, message, rendered: rendered ?? message }];
}

function readArtifact(line: string): readonly string[] {
  if (!line.startsWith('{')) return [];
  const schema = z.object({ reason: z.literal('compiler-artifact'), executable: z.string().nullable() });
  const parsed = schema.safeParse(JSON.parse(line));
  return parsed.success && parsed.data.executable !== null ? [parsed.data.executable] : [];
}

const COUNTER_SOURCE = fileURLToPath(new URL('./assets/assertion_count.rs', import.meta.url));
const counters = new Map<string, Promise<string>>();

/** The counting crate, compiled once per compiler. Its compile-time test needs a feature that stable only allows this way. */
function assertionCounter(tools: RustToolchain): Promise<string> {
  const key = `${tools.workDir}:${tools.sanitizedTarget ?? ''}`;
  const known = counters.get(key);
  if (known !== undefined) return known;
  const made = makeAssertionCounter(tools);
  counters.set(key, made);
  return made;
}

async function makeAssertionCounter(tools: RustToolchain): Promise<string> {
  const version = await runProcess(tools.rustc, ['-vV'], { timeoutMs: tools.timeoutMs });
  const key = createHash('sha256')
    .update(version.stdout)
    .update(tools.sanitizedTarget ?? '')
    .update(readFileSync(COUNTER_SOURCE))
    .digest('hex')
    .slice(0, 16);
  const library = join(tools.workDir, `counter-${key}`, 'libassertion_count.rlib');
  if (existsSync(library)) return library;
  const building = join(tools.workDir, `counter-${key}-${process.pid}`, 'libassertion_count.rlib');
  mkdirSync(dirname(building), { recursive: true });
  mkdirSync(dirname(library), { recursive: true });
  const args = [
    '--edition',
    '2024',
    '--crate-type',
    'rlib',
    '--crate-name',
    'assertion_count',
    '-o',
    building,
    ...sanitizedBuild(tools),
    COUNTER_SOURCE,
  ];
  const environment = { RUSTC_BOOTSTRAP: '1' };
  const finished = await runProcess(tools.rustc, args, { timeoutMs: tools.timeoutMs * 4, environment });
  if (finished.status !== 0) throw new Error(`the assertion counter does not compile:\n${finished.stderr}`);
  // Another process may make the same file at the same time; renaming replaces it as a whole.
  renameSync(building, library);
  rmSync(dirname(building), { recursive: true });
  return library;
}

/** Runs a compiled program. */
export async function runRustProgram(
  binary: string,
  tools: RustToolchain,
  input = '',
  args: readonly string[] = [],
): Promise<ProgramOutcome> {
  const { status, stdout, stderr, timedOut } = await runProcess(binary, args, {
    cwd: dirname(binary),
    timeoutMs: tools.timeoutMs,
    environment: { RUST_BACKTRACE: '0', ...SANITIZER_ENVIRONMENT },
    input,
  });
  return { status, stdout, stderr, timedOut };
}

/** Runs a compiled test binary; outcomes by the path of the test function. */
export async function runRustTests(
  binary: string,
  names: readonly string[],
  tools: RustToolchain,
): Promise<ReadonlyMap<string, TestOutcome>> {
  const outcomes = new Map<string, TestOutcome>();
  await runSome(binary, ['--test-threads=2'], tools, outcomes);
  for (const name of names) {
    const known = outcomes.get(name);
    // Where another test took the process down, nobody said why this one failed.
    if (known !== undefined && (known.status !== 'fail' || known.detail !== undefined)) continue;
    const finished = await runSome(binary, ['--exact', name], tools, outcomes);
    if (outcomes.has(name)) continue;
    const status = finished.timedOut ? 'timeout' : 'abort';
    outcomes.set(name, {
      status,
      assertions: 0,
      detail: sanitizerFinding(finished.stderr) ?? lastLine(finished.stderr),
    });
  }
  return outcomes;
}

async function runSome(
  binary: string,
  args: readonly string[],
  tools: RustToolchain,
  outcomes: Map<string, TestOutcome>,
): Promise<Finished> {
  const log = `${binary}.log`;
  const counts = `${binary}.counts`;
  for (const path of [log, counts]) rmSync(path, { force: true });
  const finished = await runProcess(binary, [...args, '--logfile', log], {
    cwd: dirname(binary),
    timeoutMs: tools.timeoutMs,
    environment: { RUST_BACKTRACE: '0', ZIG2RUST_COUNT: counts, ...SANITIZER_ENVIRONMENT },
  });
  const assertions = readCounts(counts);
  const panics = readPanics(finished.stdout);
  for (const line of readLines(log)) {
    const [word, name] = line.split(' ');
    const status = word === undefined ? undefined : LOGGED[word];
    if (status === undefined || name === undefined) continue;
    const outcome: TestOutcome = { status, assertions: assertions.get(name) ?? 0 };
    const detail = panics.get(name);
    outcomes.set(name, status === 'fail' && detail !== undefined ? { ...outcome, detail } : outcome);
  }
  return finished;
}

const LOGGED: Readonly<Record<string, TestOutcome['status']>> = { ok: 'pass', failed: 'fail', ignored: 'skip' };

function readLines(path: string): readonly string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
}

function readCounts(path: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of readLines(path)) {
    const [count, name] = line.split(' ');
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + Number(count));
  }
  return counts;
}

/** The first line of each failed test's panic message, by the name of the test. */
function readPanics(stdout: string): ReadonlyMap<string, string> {
  const panics = stdout.matchAll(/^thread '([^']+)' (?:\(\d+\) )?panicked at .*:\d+:\d+:\n(.*)$/gm);
  return new Map([...panics].map(([, name, message]) => [name ?? '', message ?? '']));
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
