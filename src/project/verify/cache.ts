/**
 * What a run need not do again. Zig's side of a case is kept by what it depends on: the compiler's version, the flags, and every
 * file beside the root file, so that a changed compiler of ours asks Zig nothing twice. Finished cases are kept, one line each, under
 * a fingerprint of zig2rust itself: a run that was interrupted goes on where it stopped, one after a change begins anew.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import type { CaseReport, ZigSide } from './case.js';
import type { Case } from './corpus.js';
import type { Rejected, TestOutcome, ZigProgram, ZigTests } from './zig-side.js';

/** Hash of the names, sizes and times of all files below a directory that Zig may read: any change of a corpus changes it. */
export function treeFingerprint(directory: string): string {
  const hash = createHash('sha256');
  const files = globSync(['**/*', '!**/.zig-cache/**', '!**/zig-out/**', '!**/*.rs'], {
    cwd: directory,
    followSymbolicLinks: false,
    dot: true,
  }).sort();
  for (const file of files) {
    const stat = statSync(join(directory, file), { throwIfNoEntry: false });
    if (stat !== undefined) hash.update(`${file}\0${stat.size}\0${stat.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Hash of the program that does the porting: its code, rules and runtime. */
export function ownFingerprint(): string {
  const source = fileURLToPath(new URL('../..', import.meta.url));
  const hash = createHash('sha256');
  for (const part of [source, join(source, '..', 'rules'), join(source, '..', 'runtime')]) {
    const files = existsSync(part)
      ? globSync(['**/*.{ts,js,rs,zig,yaml,json}', '!**/target/**'], { cwd: part }).sort()
      : [];
    for (const file of files) hash.update(file).update(readFileSync(join(part, file)));
  }
  return hash.digest('hex');
}

/** Zig's side behind a cache on disk. */
export function cachedZigSide(zig: ZigSide, directory: string, flags: string): ZigSide {
  const trees = new Map<string, string>();
  const keyOf = (kind: string, file: string) => {
    const root = dirname(file);
    const tree = trees.get(root) ?? treeFingerprint(root);
    trees.set(root, tree);
    return createHash('sha256').update([kind, file, flags, tree].join('\0')).digest('hex').slice(0, 32);
  };
  mkdirSync(directory, { recursive: true });
  return {
    async tests(file) {
      const path = join(directory, `${keyOf('tests', file)}.json`);
      if (existsSync(path)) return readTests(path);
      const outcome = await zig.tests(file);
      const tests = outcome.kind === 'tests' ? { ...outcome, tests: [...outcome.tests] } : outcome;
      writeFileSync(path, JSON.stringify(tests));
      return outcome;
    },
    async program(file) {
      const path = join(directory, `${keyOf('program', file)}.json`);
      if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as ZigProgram | Rejected;
      const outcome = await zig.program(file);
      writeFileSync(path, JSON.stringify(outcome));
      return outcome;
    },
  };
}

/** Maps are kept as lists of entries. The file was written above, by this version: no need to check its shape. */
function readTests(path: string): ZigTests | Rejected {
  type Stored = Rejected | { readonly kind: 'tests'; readonly tests: readonly (readonly [string, TestOutcome])[] };
  const stored = JSON.parse(readFileSync(path, 'utf8')) as Stored;
  return stored.kind === 'tests' ? { kind: 'tests', tests: new Map(stored.tests) } : stored;
}

/** Finished cases of this or an earlier, interrupted run. */
export interface RunState {
  find(one: Case): CaseReport | undefined;
  add(one: Case, report: CaseReport): void;
}

interface StateLine {
  readonly key: string;
  readonly report: CaseReport;
}

/** Opens the state of runs with one fingerprint; `fresh` forgets what was there. */
export function openState(directory: string, fingerprint: string, fresh: boolean): RunState {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, `state-${fingerprint.slice(0, 16)}.jsonl`);
  if (fresh) writeFileSync(path, '');
  const reports = new Map<string, CaseReport>();
  for (const text of existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []) {
    const line = readStateLine(text);
    if (line !== undefined) reports.set(line.key, line.report);
  }
  return {
    find: (one) => reports.get(stateKey(one)),
    add(one, report) {
      const line: StateLine = { key: stateKey(one), report };
      reports.set(line.key, report);
      appendFileSync(path, `${JSON.stringify(line)}\n`);
    },
  };
}

/** A case is finished as long as its root file stays what it was. */
function stateKey(one: Case): string {
  const stat = statSync(one.file, { throwIfNoEntry: false });
  return `${one.file}:${stat?.size ?? 0}:${stat?.mtimeMs ?? 0}`;
}

/** The last line may be cut off, if that run was ended while writing it. */
function readStateLine(text: string): StateLine | undefined {
  try {
    return text === '' ? undefined : (JSON.parse(text) as StateLine);
  } catch {
    return undefined;
  }
}
