/**
 * Many small programs as one: each is a Zig file with a `run`, and a root file reads from standard input which of them to run. One
 * compilation in either language then serves them all, and a run costs a process and no more. (`zig-batch.ts` shares Zig's side
 * among texts that become a crate each; here the crate is shared too.)
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TranspileResult } from '../../src/project/result.js';
import { transpileProject } from '../../src/project/transpile.js';
import { compareRuns } from '../../src/project/verify/compare.js';
import { runProcess } from '../../src/project/verify/process.js';
import { compileCrate, layOutCrate, type RustToolchain, runRustProgram } from '../../src/project/verify/rust-side.js';
import type { ProgramOutcome } from '../../src/project/verify/zig-side.js';
import { rustToolchain, WORK_DIR, zigToolchain } from './case-tools.js';

/** A Zig file that declares `pub fn run() void`. */
export interface SuiteProgram {
  readonly name: string;
  readonly text: string;
}

export interface ProgramSuite {
  /** What is wrong with the crate as a whole: markers, errors and warnings of rustc, each with where it is. */
  readonly problems: readonly string[];
  readonly directory: string;
  /** Whether the crate compiles. */
  readonly isRunnable: boolean;
  runZig(index: number): Promise<ProgramOutcome>;
  runRust(index: number): Promise<ProgramOutcome>;
  /** Why the two differ; undefined where they do the same. */
  difference(index: number): Promise<string | undefined>;
}

/** Lays the programs out, and compiles them in both languages. Throws where Zig rejects them. */
export async function buildSuite(
  programs: readonly SuiteProgram[],
  tools: RustToolchain = rustToolchain('2024'),
): Promise<ProgramSuite> {
  const files = new Map(programs.map(({ text }, index) => [`program_${index}.zig`, text]));
  files.set('suite.zig', rootText(programs.length));
  const key = createHash('sha256')
    .update(JSON.stringify([...files]))
    .digest('hex')
    .slice(0, 16);
  const directory = join(WORK_DIR, 'suites', key);
  mkdirSync(directory, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(directory, name), text);
  const root = join(directory, 'suite.zig');
  const result = transpileProject(root, {});
  const [zig, rust] = await Promise.all([zigBinary(directory), rustBinary(result, directory, tools)]);
  const { timeoutMs } = zigToolchain();
  const suite: Omit<ProgramSuite, 'difference'> = {
    directory,
    isRunnable: rust.binary !== undefined,
    problems: [...result.markers.map((marker) => `marker at ${placeOf(marker)}: ${marker.reason}`), ...rust.problems],
    async runZig(index) {
      const { status, stdout, stderr, timedOut } = await runProcess(zig, [], { input: `${index}\n`, timeoutMs });
      return { status, stdout, stderr, timedOut };
    },
    runRust: (index) => runRustProgram(rust.binary ?? '', tools, `${index}\n`),
  };
  return {
    ...suite,
    difference: async (index) => compareRuns(await suite.runZig(index), await suite.runRust(index)),
  };
}

function placeOf({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${file}:${line}`;
}

function rootText(count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const imports = indexes.map((index) => `const program_${index} = @import("program_${index}.zig");\n`).join('');
  const arms = indexes.map((index) => `        ${index} => program_${index}.run(),\n`).join('');
  return `${imports}
extern "c" fn getchar() c_int;

pub fn main() u8 {
    var number: usize = 0;
    while (true) {
        const digit = getchar();
        if (digit < '0' or digit > '9') break;
        number = number * 10 + @as(usize, @intCast(digit - '0'));
    }
    switch (number) {
${arms}        else => return 1,
    }
    return 0;
}
`;
}

/** By LLVM, since Zig's own backend has errors of its own (`i64 <<| 32`). Stripped: a panic without debug information prints no trace, which is most of what a trap costs. */
async function zigBinary(directory: string): Promise<string> {
  const binary = join(directory, 'suite');
  if (existsSync(binary)) return binary;
  const { zig, zigLib, workDir, timeoutMs } = zigToolchain();
  const building = `${binary}-${process.pid}`;
  const args = [
    'build-exe',
    '-fstrip',
    '-fllvm',
    '-lc',
    `-femit-bin=${building}`,
    '--zig-lib-dir',
    zigLib,
    'suite.zig',
  ];
  const finished = await runProcess(zig, args, {
    cwd: directory,
    environment: { ZIG_LOCAL_CACHE_DIR: join(workDir, 'zig-cache') },
    timeoutMs: timeoutMs * 8,
  });
  if (finished.status !== 0) throw new Error(`Zig rejects ${directory}:\n${finished.stderr}`);
  renameSync(building, binary);
  rmSync(`${building}.o`, { force: true });
  return binary;
}

async function rustBinary(
  result: TranspileResult,
  directory: string,
  tools: RustToolchain,
): Promise<{ readonly binary: string | undefined; readonly problems: readonly string[] }> {
  const crate = layOutCrate(result, join(directory, tools.sanitizedTarget === undefined ? 'crate' : 'crate-sanitized'));
  const { binary, messages } = await compileCrate(crate, 'program', tools);
  return { binary, problems: messages.map((message) => message.rendered) };
}
