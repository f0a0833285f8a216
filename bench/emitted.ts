/**
 * `npm run emitted -- [--keep DIR] [--jobs N] FILE_OR_DIR...`: what Rust's own tools say of all that is emitted.
 *
 * Every Zig file becomes a crate; clippy reads it (rustc's warnings are among its own), once as it is and once with its tests, and rustfmt
 * says what it would change. The lints of the header are counted too (`--force-warn`), apart from the others. Printed are errors and
 * warnings by lint, the lines that rustfmt would change by what they begin with, and `unsafe` by cause for a thousand lines.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { z } from 'zod';
import { allowedLints } from '../src/emit/lints.js';
import type { TranspileResult } from '../src/project/result.js';
import { toolPath } from '../src/project/toolchain.js';
import { transpileProject } from '../src/project/transpile.js';
import { runProcess } from '../src/project/verify/process.js';
import { layOutCrate } from '../src/project/verify/rust-side.js';

const TIMEOUT_MS = 300_000;
const EDITION = '2024';
const EXAMPLES_SHOWN = 3;

/** How often something was found, and where first. */
class Tally {
  private readonly entries = new Map<string, { count: number; readonly places: string[] }>();

  add(name: string, place: string): void {
    const entry = this.entries.get(name) ?? { count: 0, places: [] };
    entry.count++;
    if (entry.places.length < EXAMPLES_SHOWN) entry.places.push(place);
    this.entries.set(name, entry);
  }

  get total(): number {
    return [...this.entries.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** The most frequent first. */
  print(title: string, rate: (count: number) => string = () => ''): void {
    console.log(`\n${title}: ${this.total}`);
    for (const [name, { count, places }] of [...this.entries].sort(([, one], [, other]) => other.count - one.count)) {
      console.log(`  ${String(count).padStart(6)}${rate(count)}  ${name}  (${places.join(', ')})`);
    }
  }
}

interface Findings {
  readonly errors: Tally;
  readonly warnings: Tally;
  /** Warnings that the crate's header allows. */
  readonly allowed: Tally;
  /** Lints that a header allows though nothing warns. */
  readonly idle: Tally;
  readonly layout: Tally;
  readonly unsafeSites: Tally;
  readonly failures: Tally;
  crates: number;
  lines: number;
  changedLines: number;
}

const messageSchema = z.object({
  level: z.string(),
  message: z.string(),
  code: z.object({ code: z.string() }).nullable(),
  spans: z.array(z.object({ file_name: z.string(), line_start: z.number() })),
});
type Message = z.infer<typeof messageSchema>;

function readMessages(output: string): readonly Message[] {
  return output.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return [];
    const message = messageSchema.safeParse(JSON.parse(line));
    return message.success ? [message.data] : [];
  });
}

/** The messages of clippy and rustc, each once though the tests are a second crate. */
async function lint(result: TranspileResult, directory: string, root: string): Promise<readonly Message[]> {
  const args = [
    ...['--edition', EDITION, '--crate-name', 'ported', '--crate-type', result.isBinary ? 'bin' : 'lib'],
    ...['--error-format', 'json', '--emit', 'metadata', '-o', join(directory, 'metadata'), '-W', 'clippy::all'],
    // Functions that only `main` calls are alive in a test build because it is allowed to be dead.
    ...allowedLints.flatMap(({ name }) => (name === 'dead_code' ? [] : ['--force-warn', name])),
    root,
  ];
  const clippy = toolPath('clippy-driver') ?? 'clippy-driver';
  const runs = [await runProcess(clippy, args, { timeoutMs: TIMEOUT_MS })];
  if (result.tests.length > 0) runs.push(await runProcess(clippy, ['--test', ...args], { timeoutMs: TIMEOUT_MS }));
  const seen = new Map(runs.flatMap(({ stderr }) => readMessages(stderr)).map((one) => [JSON.stringify(one), one]));
  return [...seen.values()].filter(({ spans }) => spans.length > 0);
}

/** Each stretch that rustfmt would change: how many of our lines, and the first of them. */
async function layoutDifferences(root: string): Promise<readonly { readonly lines: number; readonly first: string }[]> {
  const rustfmt = toolPath('rustfmt') ?? 'rustfmt';
  const { stdout } = await runProcess(rustfmt, ['--check', '--edition', EDITION, root], { timeoutMs: TIMEOUT_MS });
  return stdout
    .split(/^Diff in .*$/m)
    .slice(1)
    .map((stretch) => stretch.split('\n').filter((line) => /^[-+]/.test(line)))
    .map((changed) => ({
      lines: Math.max(1, changed.filter((line) => line.startsWith('-')).length),
      first: changed[0] ?? '',
    }));
}

/** What a line of Rust begins with, for grouping: names, numbers and texts do not matter. */
function shapeOf(line: string): string {
  const shape = line
    .slice(1)
    .trim()
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/\b\d\w*/g, '1')
    .replace(
      /\b(?!(?:let|mut|if|else|match|while|for|loop|return|break|unsafe|fn|pub|struct|enum|impl|use|const|static|as|in|assert|assert_eq)\b)[A-Za-z_]\w*/g,
      'x',
    );
  return shape.slice(0, 24);
}

function countLines(result: TranspileResult): number {
  let lines = 0;
  for (const [path, text] of result.files) {
    if (path.endsWith('.rs') && !path.startsWith('src/rt/')) lines += text.split('\n').length - 1;
  }
  return lines;
}

async function examine(path: string, label: string, directory: string, findings: Findings): Promise<void> {
  const result = transpileProject(path, {});
  if (result.files.size === 0) {
    findings.failures.add(result.diagnostics[0]?.message ?? 'nothing came out', label);
    return;
  }
  findings.crates++;
  findings.lines += countLines(result);
  for (const { cause } of result.unsafeSites) findings.unsafeSites.add(cause.replace(/`[^`]*`/g, '`…`'), label);
  const crate = layOutCrate(result, directory);
  const root = join(directory, 'src', crate.isBinary ? 'main.rs' : 'lib.rs');
  const headerLints = new Set(allowedIn(result));
  const idle = new Set([...headerLints].filter((name) => name !== 'dead_code'));
  for (const { level, code, message, spans } of await lint(result, directory, root)) {
    const [span] = spans;
    const name = code?.code ?? message;
    idle.delete(name);
    const place = `${label} ${relative(directory, span?.file_name ?? '')}:${span?.line_start}`;
    const tally = level === 'error' ? findings.errors : headerLints.has(name) ? findings.allowed : findings.warnings;
    tally.add(level === 'error' ? `${name}: ${message.slice(0, 80)}` : name, place);
  }
  for (const name of idle) findings.idle.add(name, label);
  for (const { lines, first } of await layoutDifferences(root)) {
    findings.changedLines += lines;
    findings.layout.add(shapeOf(first), label);
  }
}

/** The lints that the crate's own header names. */
function allowedIn(result: TranspileResult): readonly string[] {
  const root = result.files.get(result.isBinary ? 'src/main.rs' : 'src/lib.rs') ?? '';
  const header = /^#!\[allow\(([^)]*)\)\]/m.exec(root)?.[1] ?? '';
  return header
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function report(findings: Findings): void {
  const { lines, changedLines, crates } = findings;
  const share = (100 * (1 - changedLines / lines)).toFixed(2);
  console.log(
    `${crates} crates, ${lines} lines; ${share}% of the lines are as rustfmt has them (${changedLines} are not)`,
  );
  findings.failures.print('nothing came out');
  findings.errors.print('errors');
  findings.warnings.print('warnings');
  findings.allowed.print('warnings that the header allows');
  findings.idle.print('lints that a header names for nothing');
  findings.layout.print('stretches that rustfmt would change, by the beginning of the first line');
  const rate = (count: number): string => `  ${((1000 * count) / lines).toFixed(2)}/1000`;
  findings.unsafeSites.print('unsafe by cause', rate);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keep: { type: 'string' }, jobs: { type: 'string', default: '2' } },
  });
  const files = positionals.flatMap((path) => {
    const root = resolve(path);
    const found = statSync(root).isFile() ? [root] : globSync('**/*.zig', { cwd: root, absolute: true }).sort();
    return found.map((file) => ({ file, label: relative(root, file) || basename(file) }));
  });
  const workDir = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'zig2rust-emitted-')) : resolve(values.keep);
  mkdirSync(workDir, { recursive: true });
  const findings: Findings = {
    errors: new Tally(),
    warnings: new Tally(),
    allowed: new Tally(),
    idle: new Tally(),
    layout: new Tally(),
    unsafeSites: new Tally(),
    failures: new Tally(),
    crates: 0,
    lines: 0,
    changedLines: 0,
  };
  const queue = files.values();
  const work = async (): Promise<void> => {
    for (const { file, label } of queue) {
      await examine(file, label, join(workDir, label.replace(/\W+/g, '_')), findings);
    }
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, work));
  if (values.keep === undefined) rmSync(workDir, { recursive: true, force: true });
  report(findings);
}

await main();
