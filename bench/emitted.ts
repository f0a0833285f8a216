/**
 * `npm run emitted -- [--keep DIR] [--jobs N] [--json] [--places LINT] FILE_OR_DIR...`: what Rust's own tools say of all that is emitted.
 *
 * Every root file becomes a crate (a directory has the same roots as for `verify`); clippy reads it (rustc's warnings are among its own),
 * once as it is and once with its tests, and rustfmt says what it would change. What the header allows is counted too (the crate is read
 * without it), apart from the others. Printed are errors and warnings by lint, the lines that rustfmt would change by what they begin with, and
 * `unsafe` by cause for a thousand lines. `--places` prints all places of a lint, or of a kind of findings (`warning`, `unforeseen`, `idle`,
 * `layout`), instead. Files are ported by worker threads, so that one that exhausts its memory is a failure of its own.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Piscina } from 'piscina';
import { startPool } from '../src/project/pool.js';
import type { TranspileResult } from '../src/project/result.js';
import { failedResult } from '../src/project/transpile.js';
import { type Case, findCases } from '../src/project/verify/corpus.js';
import type { WorkerTask } from '../src/project/worker.js';
import { type Examined, examine } from './emitted/examine.js';
import { printPlaces, printSummary, type Summary } from './emitted/findings.js';

const PORT_TIMEOUT_MS = 300_000;

async function port(rootFile: string, pool: Piscina): Promise<TranspileResult> {
  const task: WorkerTask = { rootFile, options: {} };
  try {
    return await pool.run(task, { signal: AbortSignal.timeout(PORT_TIMEOUT_MS) });
  } catch (error) {
    return failedResult(rootFile, String(error));
  }
}

async function portAndExamine({ file, name }: Case, pool: Piscina, workDir: string): Promise<Examined> {
  const result = await port(file, pool);
  if (result.files.size > 0) return examine(result, name, join(workDir, name.replace(/\W+/g, '_')));
  const text = result.diagnostics[0]?.message ?? 'no diagnostic';
  return { lines: 0, changedLines: 0, findings: [{ kind: 'failure', name: text.slice(0, 100), place: name, text }] };
}

async function examineAll(cases: readonly Case[], jobs: number, workDir: string): Promise<Summary> {
  const pool = startPool(jobs);
  const examined = new Array<Examined>(cases.length);
  const queue = cases.entries();
  const work = async (): Promise<void> => {
    for (const [index, one] of queue) examined[index] = await portAndExamine(one, pool, workDir);
  };
  try {
    await Promise.all(Array.from({ length: jobs }, work));
  } finally {
    await pool.destroy();
  }
  return {
    crates: examined.filter(({ lines }) => lines > 0).length,
    lines: examined.reduce((sum, { lines }) => sum + lines, 0),
    changedLines: examined.reduce((sum, { changedLines }) => sum + changedLines, 0),
    findings: examined.flatMap(({ findings }) => findings),
  };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      keep: { type: 'string' },
      jobs: { type: 'string', default: '2' },
      json: { type: 'boolean', default: false },
      places: { type: 'string' },
    },
  });
  const cases = positionals.flatMap((path) => findCases(path));
  const workDir = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'zig2rust-emitted-')) : resolve(values.keep);
  mkdirSync(workDir, { recursive: true });
  try {
    const summary = await examineAll(cases, Number(values.jobs), workDir);
    if (values.json) console.log(JSON.stringify(summary, null, 1));
    else if (values.places !== undefined) printPlaces(summary.findings, values.places);
    else printSummary(summary);
  } finally {
    if (values.keep === undefined) rmSync(workDir, { recursive: true, force: true });
  }
}

await main();
