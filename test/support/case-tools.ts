/** Both compilers as tests use them: results of Zig are kept between runs by content, so that only what changed is asked again. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TranspileOptions } from '../../src/project/options.js';
import { type Tool, toolPath } from '../../src/project/toolchain.js';
import { transpileProject } from '../../src/project/transpile.js';
import { cachedZigSide } from '../../src/project/verify/cache.js';
import type { CaseTools, ZigSide } from '../../src/project/verify/case.js';
import type { RustToolchain } from '../../src/project/verify/rust-side.js';
import { sanitizerTarget } from '../../src/project/verify/sanitizer.js';
import { countingZigLib } from '../../src/project/verify/zig-lib-copy.js';
import { runZigProgram, runZigTests, testRunnerFor, type ZigToolchain } from '../../src/project/verify/zig-side.js';
import { findZigLib } from '../../src/project/zig-lib.js';

/** Where tests keep caches and crates; never committed. */
export const WORK_DIR = fileURLToPath(new URL('../../.cache/tests', import.meta.url));

const TIMEOUT_MS = 20_000;

function neededTool(tool: Tool): string {
  const path = toolPath(tool);
  if (path === undefined) throw new Error(`${tool} is missing: guard the test with haveTools()`);
  return path;
}

let toolchain: ZigToolchain | undefined;

/** The Zig compiler with the counting library. */
export function zigToolchain(): ZigToolchain {
  if (toolchain === undefined) {
    const zigLibDir = findZigLib(undefined);
    if (zigLibDir === undefined) throw new Error("Zig's library was not found");
    mkdirSync(WORK_DIR, { recursive: true });
    const zigLib = countingZigLib(zigLibDir, WORK_DIR);
    const [zig, testRunner] = [neededTool('zig'), testRunnerFor(undefined)];
    toolchain = { zig, zigLib, testRunner, workDir: WORK_DIR, extraArgs: [], timeoutMs: TIMEOUT_MS };
  }
  return toolchain;
}

export function rustToolchain(edition: string): RustToolchain {
  return { rustc: neededTool('rustc'), cargo: neededTool('cargo'), workDir: WORK_DIR, edition, timeoutMs: TIMEOUT_MS };
}

/** Builds with AddressSanitizer, which the nightly compiler has. */
export function sanitizingToolchain(edition: string): RustToolchain {
  const sanitizedTarget = sanitizerTarget();
  if (sanitizedTarget === undefined) throw new Error('there is no AddressSanitizer for this machine');
  return { ...rustToolchain(edition), rustc: neededTool('nightly'), sanitizedTarget };
}

/** Zig's side of single files, cached. `input` is what programs read from standard input. */
export function zigSide(input = ''): ZigSide {
  const tools = zigToolchain();
  const direct: ZigSide = {
    tests: (file) => runZigTests(file, tools),
    program: (file) => runZigProgram(file, tools, input),
  };
  return cachedZigSide(direct, join(WORK_DIR, 'zig-results'), `${tools.zigLib} ${JSON.stringify(input)}`);
}

/** What a case needs to go up the ladder. */
export function caseTools(options: TranspileOptions, input = '', zig: ZigSide = zigSide(input)): CaseTools {
  return {
    zig,
    rust: rustToolchain(options.edition ?? '2024'),
    input,
    transpile: (file) => Promise.resolve(transpileProject(file, options)),
  };
}

/** Puts a text where it stays, under a name made from its content, so that results for it can be found again. */
export function fileWith(text: string, name = 'case.zig'): string {
  const key = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const path = join(WORK_DIR, 'cases', key, name);
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
  return path;
}
