/**
 * Snapshots: `snapshots/<construct>/<case>.zig` beside the `.rs` it becomes, options in an optional `<case>.json`. A file that a case
 * imports lies in a directory below its construct, with its own `.rs` beside it. Before a snapshot is compared, or taken with `-u`, the
 * crate must compile without a warning of rustc or clippy, be as rustfmt would have it, and do what the Zig does.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { z } from 'zod';
import type { TranspileResult } from '../../src/project/result.js';
import { transpileProject } from '../../src/project/transpile.js';
import { runCase } from '../../src/project/verify/case.js';
import { caseTools } from './case-tools.js';
import { clippyMessages, rustfmtDifference } from './rust-quality.js';

export const SNAPSHOTS = fileURLToPath(new URL('../../snapshots', import.meta.url));

const optionsSchema = z.strictObject({
  edition: z.enum(['2021', '2024']).optional(),
  includeDirs: z.array(z.string()).optional(),
  modules: z.record(z.string(), z.string()).optional(),
  allocators: z.enum(['drop', 'keep']).optional(),
  zigVersion: z.string().optional(),
  crateName: z.string().optional(),
  /** The Zig is not run: it is code of an older Zig, or calls C that is not there. The reason why. */
  notRun: z.string().optional(),
  /** Diagnostics are expected, by name; none unless told. */
  diagnostics: z.array(z.string()).optional(),
});
export type SnapshotOptions = z.infer<typeof optionsSchema>;

/** A snapshot is named by its path below `snapshots/`, without an ending: `article/matrix`. */
export function snapshotNames(): readonly string[] {
  return globSync('*/*.zig', { cwd: SNAPSHOTS })
    .map((path) => path.replace(/\.zig$/, ''))
    .sort();
}

/** `.rs` and `.json` files that belong to no `.zig`. */
export function orphans(): readonly string[] {
  const files = globSync('**/*.{rs,json}', { cwd: SNAPSHOTS }).sort();
  return files.filter((file) => !existsSync(join(SNAPSHOTS, file.replace(/\.\w+$/, '.zig'))));
}

export function snapshotOptions(name: string): SnapshotOptions {
  const path = join(SNAPSHOTS, `${name}.json`);
  const options = existsSync(path) ? optionsSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
  const here = (directory: string) => join(dirname(path), directory);
  return {
    ...options,
    ...(options.includeDirs === undefined ? {} : { includeDirs: options.includeDirs.map(here) }),
    ...(options.modules === undefined
      ? {}
      : { modules: Object.fromEntries(Object.entries(options.modules).map(([module, file]) => [module, here(file)])) }),
  };
}

/** The result of a case. */
export function portSnapshot(name: string): TranspileResult {
  const { notRun: _notRun, diagnostics: _diagnostics, ...options } = snapshotOptions(name);
  return transpileProject(join(SNAPSHOTS, `${name}.zig`), { crateName: basename(name), ...definedOnly(options) });
}

type WithoutUndefined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

function definedOnly<T extends object>(options: T): WithoutUndefined<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as WithoutUndefined<T>;
}

/** The files of a result that have a snapshot: path of the snapshot to text. The root's comes first. */
export function snapshotFiles(name: string, result: TranspileResult): readonly (readonly [string, string])[] {
  const construct = dirname(join(SNAPSHOTS, name));
  const root = result.files.get(result.isBinary ? 'src/main.rs' : 'src/lib.rs') ?? '';
  const modules = [...result.files].flatMap(([path, text]): readonly (readonly [string, string])[] => {
    const target = join(construct, path.replace(/^src\//, ''));
    return existsSync(target.replace(/\.rs$/, '.zig')) ? [[target, text]] : [];
  });
  return [[join(SNAPSHOTS, `${name}.rs`), root], ...modules];
}

/** Everything that must hold of a snapshot besides its text; an empty list where all does. */
export async function snapshotProblems(name: string, result: TranspileResult): Promise<readonly string[]> {
  const options = snapshotOptions(name);
  const expected = options.diagnostics ?? [];
  const raised = result.diagnostics.filter((one) => one.severity !== 'note').map((one) => one.name);
  const problems = [
    ...raised.filter((one) => !expected.includes(one)).map((one) => `unexpected diagnostic: ${one}`),
    ...expected.filter((one) => !raised.some((other) => other === one)).map((one) => `expected diagnostic: ${one}`),
    ...(await clippyMessages(result, options.edition ?? '2024')),
    ...(await rustfmtDifference(result, options.edition ?? '2024')),
  ];
  return options.notRun === undefined ? [...problems, ...(await behaviourProblems(name, result, options))] : problems;
}

async function behaviourProblems(
  name: string,
  result: TranspileResult,
  options: SnapshotOptions,
): Promise<readonly string[]> {
  const tools = caseTools({ edition: options.edition ?? '2024' });
  const transpile = () => Promise.resolve(result);
  const report = await runCase(join(SNAPSHOTS, `${name}.zig`), `snapshots/${name}`, { ...tools, transpile });
  const somethingToRun = result.isBinary || report.tests.length > 0;
  const reached = report.rung === 'equal' || (!somethingToRun && report.rung === 'ran');
  return [
    ...(reached ? [] : [`it stops at rung "${report.rung}"`, ...report.reasons]),
    ...report.tests.filter((test) => test.verdict === 'silent').map((test) => `${test.name} asserts nothing`),
    ...report.warnings.map((lint) => `rustc warns: ${lint}`),
  ];
}
