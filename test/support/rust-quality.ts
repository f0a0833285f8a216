/** What Rust's own tools say of an emitted crate: clippy (with rustc's warnings) and rustfmt. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TranspileResult } from '../../src/project/result.js';
import { toolPath } from '../../src/project/toolchain.js';
import { runProcess } from '../../src/project/verify/process.js';
import { layOutCrate, type RustCrate } from '../../src/project/verify/rust-side.js';
import { WORK_DIR } from './case-tools.js';

const TIMEOUT_MS = 60_000;

/** Errors and warnings of rustc and clippy over the crate with its tests, one text each. */
export async function clippyMessages(result: TranspileResult, edition: string): Promise<readonly string[]> {
  return inCrate(result, async (crate, root) => {
    const clippy = toolPath('clippy-driver') ?? 'clippy-driver';
    const kind = crate.isBinary ? 'bin' : 'lib';
    const output = ['--emit', 'metadata', '-o', join(crate.directory, 'metadata')];
    const args = [
      '--edition',
      edition,
      '--crate-name',
      'ported',
      '--crate-type',
      kind,
      ...output,
      '-W',
      'clippy::all',
      root,
    ];
    const runs = [await runProcess(clippy, args, { timeoutMs: TIMEOUT_MS })];
    if (result.tests.length > 0) runs.push(await runProcess(clippy, ['--test', ...args], { timeoutMs: TIMEOUT_MS }));
    return [...new Set(runs.map((run) => run.stderr.trim()).filter((text) => text !== ''))];
  });
}

/** What rustfmt would change; the output's layout is meant to be rustfmt's already. */
export async function rustfmtDifference(result: TranspileResult, edition: string): Promise<readonly string[]> {
  return inCrate(result, async (_crate, root) => {
    const rustfmt = toolPath('rustfmt') ?? 'rustfmt';
    const run = await runProcess(rustfmt, ['--check', '--edition', edition, root], { timeoutMs: TIMEOUT_MS });
    return run.status === 0 ? [] : [`rustfmt would change it:\n${run.stdout}${run.stderr}`];
  });
}

async function inCrate<Value>(
  result: TranspileResult,
  use: (crate: RustCrate, root: string) => Promise<Value>,
): Promise<Value> {
  mkdirSync(WORK_DIR, { recursive: true });
  const directory = mkdtempSync(join(WORK_DIR, 'quality-'));
  try {
    const crate = layOutCrate(result, directory);
    return await use(crate, join(directory, 'src', crate.isBinary ? 'main.rs' : 'lib.rs'));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
