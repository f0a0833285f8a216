/** What Rust's own tools say of one crate: clippy (with rustc's warnings), rustfmt, and the list of its `unsafe`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { allowedLints } from '../../src/emit/lints.js';
import type { TranspileResult } from '../../src/project/result.js';
import { toolPath } from '../../src/project/toolchain.js';
import { runProcess } from '../../src/project/verify/process.js';
import { layOutCrate } from '../../src/project/verify/rust-side.js';
import type { Finding } from './findings.js';

const TIMEOUT_MS = 300_000;
const EDITION = '2024';
const HEADER = /^#!\[allow\(([^)]*)\)\]/m;
const allowable: ReadonlySet<string> = new Set(allowedLints.map(({ name }) => name));

/** All that was found in a crate, as data. */
export interface Examined {
  readonly lines: number;
  readonly changedLines: number;
  readonly findings: readonly Finding[];
}

const messageSchema = z.object({
  level: z.string(),
  message: z.string(),
  code: z.object({ code: z.string() }).nullable(),
  spans: z.array(
    z.object({
      file_name: z.string(),
      line_start: z.number(),
      is_primary: z.boolean(),
      text: z.array(z.object({ text: z.string() })),
    }),
  ),
});
type Message = z.infer<typeof messageSchema>;

/** Lays the crate out in the directory and asks the tools. */
export async function examine(result: TranspileResult, label: string, directory: string): Promise<Examined> {
  const crate = layOutCrate(result, directory);
  const root = join(directory, 'src', crate.isBinary ? 'main.rs' : 'lib.rs');
  const differences = await layoutDifferences(root);
  return {
    lines: countLines(result),
    changedLines: differences.reduce((sum, { lines }) => sum + lines, 0),
    findings: [
      ...lintFindings(await lint(result, directory, root), allowedIn(result), label, directory),
      ...differences.map(
        ({ first, place }): Finding => ({
          kind: 'layout',
          name: shapeOf(first),
          place: `${label} ${relative(directory, place)}`,
          text: first,
        }),
      ),
      ...result.unsafeSites.map(
        ({ cause, file, line }): Finding => ({
          kind: 'unsafe',
          name: cause.replace(/`[^`]*`/g, '`…`'),
          place: `${label} ${file}:${line}`,
          text: cause,
        }),
      ),
    ],
  };
}

function lintFindings(
  messages: readonly Message[],
  header: readonly string[],
  label: string,
  directory: string,
): readonly Finding[] {
  const fired = new Set<string>();
  const findings = messages.map(({ level, code, message, spans }): Finding => {
    const span = spans.find((one) => one.is_primary) ?? spans[0];
    const lintName = code?.code ?? message;
    fired.add(lintName);
    return {
      kind: level === 'error' ? 'error' : header.includes(lintName) ? 'allowed' : kindOfWarning(lintName),
      name: level === 'error' ? `${lintName}: ${message.slice(0, 80)}` : lintName,
      place: `${label} ${relative(directory, span?.file_name ?? '')}:${span?.line_start}`,
      text: `${message} | ${span?.text[0]?.text.trim()}`,
    };
  });
  const idle = header.filter((name) => !fired.has(name));
  return [...findings, ...idle.map((name): Finding => ({ kind: 'idle', name, place: label, text: '' }))];
}

function kindOfWarning(name: string): Finding['kind'] {
  return allowable.has(name) ? 'unforeseen' : 'warning';
}

/** The messages of clippy and rustc, each once though the tests are a second crate; what the header allows is asked as if it did not. */
async function lint(result: TranspileResult, directory: string, root: string): Promise<readonly Message[]> {
  const args = [
    ...['--edition', EDITION, '--crate-name', 'ported', '--crate-type', result.isBinary ? 'bin' : 'lib'],
    ...['--error-format', 'json', '--emit', 'metadata', '-o', join(directory, 'metadata')],
    ...['-W', 'clippy::all', '--cap-lints', 'warn', root],
  ];
  const clippy = toolPath('clippy-driver') ?? 'clippy-driver';
  const text = readFileSync(root, 'utf8');
  writeFileSync(
    root,
    text.replace(HEADER, (header) => header.replace(/[^\n]/g, '')),
  );
  const runs = [await runProcess(clippy, args, { timeoutMs: TIMEOUT_MS })];
  if (result.tests.length > 0) runs.push(await runProcess(clippy, ['--test', ...args], { timeoutMs: TIMEOUT_MS }));
  writeFileSync(root, text);
  const seen = new Map(runs.flatMap(({ stderr }) => readMessages(stderr)).map((one) => [JSON.stringify(one), one]));
  return [...seen.values()].filter(({ spans }) => spans.length > 0);
}

function readMessages(output: string): readonly Message[] {
  return output.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return [];
    const message = messageSchema.safeParse(JSON.parse(line));
    return message.success ? [message.data] : [];
  });
}

interface LayoutDifference {
  /** How many of our lines. */
  readonly lines: number;
  readonly first: string;
  readonly place: string;
}

/** Each stretch that rustfmt would change. */
async function layoutDifferences(root: string): Promise<readonly LayoutDifference[]> {
  const rustfmt = toolPath('rustfmt') ?? 'rustfmt';
  const { stdout } = await runProcess(rustfmt, ['--check', '--edition', EDITION, root], { timeoutMs: TIMEOUT_MS });
  return stdout
    .split(/^Diff in /m)
    .slice(1)
    .map((stretch) => {
      const [head = '', ...rest] = stretch.split('\n');
      const changed = rest.filter((line) => /^[-+]/.test(line));
      return {
        lines: Math.max(1, changed.filter((line) => line.startsWith('-')).length),
        first: changed[0] ?? '',
        place: head.replace(/:$/, ''),
      };
    });
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

/** The lints that the crate's own header names. */
function allowedIn(result: TranspileResult): readonly string[] {
  const root = result.files.get(result.isBinary ? 'src/main.rs' : 'src/lib.rs') ?? '';
  const header = HEADER.exec(root)?.[1] ?? '';
  return header
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
