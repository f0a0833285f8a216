/**
 * Differential tests: a Zig text in the test, both sides run, results compared. The text has `test` blocks, a `main`, or both; it
 * must do the same in Zig and in Rust: every test, standard output, standard error, exit code, and traps by their class.
 */
import { describe, expect, test } from 'vitest';
import type { TranspileOptions } from '../../src/project/options.js';
import { transpileProject } from '../../src/project/transpile.js';
import { type CaseReport, type CaseTools, runCase } from '../../src/project/verify/case.js';
import { caseTools, fileWith } from './case-tools.js';
import { haveTools } from './toolchain.js';
import { zigBatch } from './zig-batch.js';

export interface DifferentialOptions extends TranspileOptions {
  /** What the program reads from standard input. */
  readonly input?: string;
  /** Accept warnings of rustc; none are accepted unless told. */
  readonly allowWarnings?: boolean;
}

/**
 * Fails unless the text does the same in both languages, without a marker in the Rust and without a warning of rustc.
 * For more than a few texts use `describeSameBehaviour`, which asks Zig about all of them at once.
 */
export async function expectSameBehaviour(zig: string, options: DifferentialOptions = {}): Promise<void> {
  const { input, allowWarnings, ...transpileOptions } = options;
  const file = fileWith(zig);
  await expectCaseEqual(file, caseTools(transpileOptions, input), transpileOptions, allowWarnings === true);
}

/** Registers a test per text. */
export function describeSameBehaviour(
  title: string,
  cases: Readonly<Record<string, string>>,
  options: DifferentialOptions = {},
): void {
  const { input, allowWarnings, ...transpileOptions } = options;
  const entries = Object.entries(cases);
  describe.runIf(haveTools('zig', 'rustc', 'cargo'))(title, () => {
    const batch = zigBatch(entries.map(([, zig]) => zig));
    entries.forEach(([name], index) => {
      test(name, async () => {
        const tools =
          input === undefined ? caseTools(transpileOptions, '', batch.zig) : caseTools(transpileOptions, input);
        await expectCaseEqual(batch.files[index] ?? '', tools, transpileOptions, allowWarnings === true);
      });
    });
  });
}

async function expectCaseEqual(
  file: string,
  tools: CaseTools,
  options: TranspileOptions,
  allowWarnings: boolean,
): Promise<void> {
  const report = await runCase(file, crateDirectory(file), tools);
  const problem = problemOf(report, allowWarnings);
  if (problem === undefined) return;
  expect.fail(`${problem}\n\nThe Rust:\n${rustOf(file, options)}`);
}

function crateDirectory(file: string): string {
  // Two workers may run the same text.
  return `differential-${process.env.VITEST_POOL_ID ?? '0'}/${file.split('/').slice(-2).join('/')}`;
}

/** What is wrong with a case that should be equal; undefined where nothing is. */
export function problemOf(report: CaseReport, allowWarnings = false): string | undefined {
  if (report.rung !== 'equal') return `it stops at rung "${report.rung}":\n  ${report.reasons.join('\n  ')}`;
  const silent = report.tests.filter((test) => test.verdict === 'silent').map((test) => test.name);
  if (silent.length > 0) return `these tests assert nothing: ${silent.join(', ')}`;
  if (report.markers.length > 0) return `places are left to do:\n  ${report.markers.join('\n  ')}`;
  if (report.warnings.length > 0 && !allowWarnings) return `rustc warns: ${report.warnings.join(', ')}`;
  return undefined;
}

function rustOf(file: string, options: TranspileOptions): string {
  const result = transpileProject(file, options);
  const diagnostics = result.diagnostics.map(
    (one) => `${one.file}:${one.line}:${one.column}: ${one.code} ${one.message}`,
  );
  const sources = [...result.files]
    .filter(([path]) => path.endsWith('.rs'))
    .map(([path, text]) => `// ${path}\n${text}`);
  return [...diagnostics, ...sources].join('\n');
}
