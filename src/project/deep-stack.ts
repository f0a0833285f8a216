/**
 * Porting with a larger stack. Comptime code may recurse thousands of calls deep, each of which is many calls of ours, and JavaScript's main
 * thread has a stack for a few hundred of them. Where that has ended an analysis, the port is done again by a process that has a thread with
 * a stack of our choosing, while this one waits: the library's functions give their result at once.
 */
import { spawnSync } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { TranspileOptions } from './options.js';
import type { TranspileResult } from './result.js';

/** What is ported: a root file, whose text is given where it is none of the file system's. */
export interface DeepTask {
  readonly rootFile: string;
  readonly source: string | undefined;
  readonly options: TranspileOptions;
}

/** Memory is taken as the stack grows, so that this costs nothing where it is not needed. */
export const STACK_MEGABYTES = 64;
const TIMEOUT_MS = 600_000;

const extension = extname(fileURLToPath(import.meta.url));
/** What a process or thread needs in order to run our sources where they are not compiled. */
export const EXEC_ARGV: readonly string[] = extension === '.ts' ? ['--import', 'tsx'] : [];
/** The file of a module beside this one. */
export const moduleBeside = (name: string): URL => new URL(`./${name}${extension}`, import.meta.url);

/** The port with a deep stack; undefined where it does not come about. */
export function portDeeply(task: DeepTask): TranspileResult | undefined {
  const { status, stdout } = spawnSync(
    process.execPath,
    [...EXEC_ARGV, '--', fileURLToPath(moduleBeside('deep-process'))],
    { input: serialize(task), maxBuffer: 2 ** 30, timeout: TIMEOUT_MS, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  return status === 0 ? (deserialize(stdout) as TranspileResult) : undefined;
}
