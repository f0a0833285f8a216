/**
 * Rows of the catalogue whose obvious Rust is wrong. For each of them `test/pitfalls/ID.zig` is a program that ours does the same as, and
 * `test/pitfalls/ID.rs` what one would write first, which does not: rustc rejects it, it does something else than the Zig in a debug or a
 * release build, or AddressSanitizer reports it. So a case that the obvious Rust would pass fails here.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { languageRules } from '../../src/project/rule-files.js';
import { toolPath } from '../../src/project/toolchain.js';
import { compareRuns } from '../../src/project/verify/compare.js';
import { runProcess } from '../../src/project/verify/process.js';
import { runRustProgram } from '../../src/project/verify/rust-side.js';
import { SANITIZER_ENVIRONMENT, sanitizerFlags, sanitizerTarget } from '../../src/project/verify/sanitizer.js';
import type { ProgramOutcome } from '../../src/project/verify/zig-side.js';
import { rustToolchain, WORK_DIR, zigSide } from '../support/case-tools.js';
import { describeSameBehaviour } from '../support/differential.js';
import { haveTools } from '../support/toolchain.js';

const DIRECTORY = fileURLToPath(new URL('../pitfalls', import.meta.url));
const pitfalls = languageRules().flatMap(({ id, pitfall }) => (pitfall === undefined ? [] : [{ id, ...pitfall }]));
const readable = pitfalls.filter(({ id }) => existsSync(zigFile(id)));

function zigFile(id: string): string {
  return join(DIRECTORY, `${id}.zig`);
}

test('each pitfall has its two programs, and no program is without a pitfall', () => {
  const expected = pitfalls.flatMap(({ id }) => [`${id}.rs`, `${id}.zig`]).sort();
  expect(readdirSync(DIRECTORY).sort()).toEqual(expected);
});

describeSameBehaviour(
  'ours does as the Zig',
  Object.fromEntries(readable.map(({ id }) => [id, readFileSync(zigFile(id), 'utf8')])),
);

/** How a program is built: checks are on where Rust's debug builds have them; overflow traps in both, as in emitted crates. */
const BUILDS = {
  debug: ['-C', 'debug-assertions=yes'],
  release: ['-C', 'opt-level=3', '-C', 'debug-assertions=no'],
  sanitized: ['-C', 'debug-assertions=no', ...sanitizerFlags(), '--target', sanitizerTarget() ?? ''],
} as const;

type Build = keyof typeof BUILDS;

/** What the obvious Rust does when built so; undefined where rustc rejects it. */
async function obvious(id: string, build: Build): Promise<ProgramOutcome | undefined> {
  const tools = rustToolchain('2024');
  mkdirSync(join(WORK_DIR, 'pitfalls'), { recursive: true });
  const binary = join(WORK_DIR, 'pitfalls', `${id}-${build}`);
  const flags = ['--edition', '2024', '-A', 'warnings', '-C', 'panic=abort', '-C', 'overflow-checks=yes'];
  const rustc = build === 'sanitized' ? (toolPath('nightly') ?? 'rustc') : tools.rustc;
  const args = [...flags, ...BUILDS[build], '-o', binary, join(DIRECTORY, `${id}.rs`)];
  const compiled = await runProcess(rustc, args, {
    timeoutMs: tools.timeoutMs * 4,
    environment: SANITIZER_ENVIRONMENT,
  });
  if (compiled.status === 0) return runRustProgram(binary, tools);
  expect(compiled.stderr).toMatch(/^error(\[E\d+\])?: /m);
  return undefined;
}

/** In what way the obvious Rust differs from the Zig, for each way to build it. */
async function failuresOf(id: string, builds: readonly Build[]): Promise<readonly string[]> {
  const zig = await zigSide().program(zigFile(id));
  if (zig.kind === 'rejected') return expect.fail(zig.message);
  const outcomes = await Promise.all(builds.map((build) => obvious(id, build)));
  return outcomes.map((outcome) =>
    outcome === undefined ? 'rejected' : (compareRuns(zig.outcome, outcome) ?? 'the same'),
  );
}

describe.runIf(haveTools('zig', 'rustc'))('the obvious Rust does not', () => {
  for (const { id, fails } of readable.filter((one) => one.fails !== 'memory')) {
    test(`${basename(id)}: ${fails}`, async () => {
      const failures = await failuresOf(id, ['debug', 'release']);
      if (fails === 'compile') return expect(failures).toEqual(['rejected', 'rejected']);
      expect(failures).not.toContain('rejected');
      expect(failures).not.toEqual(['the same', 'the same']);
    });
  }
});

describe.runIf(haveTools('zig', 'nightly') && sanitizerTarget() !== undefined)('the obvious Rust does not', () => {
  for (const { id, fails } of readable.filter((one) => one.fails === 'memory')) {
    test(`${id}: ${fails}`, async () => {
      expect(await failuresOf(id, ['sanitized'])).toEqual([expect.stringMatching(/^AddressSanitizer: /)]);
    });
  }
});
