/** Ports several roots, each on its own, with worker threads where there is more than one to do. */
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { STACK_MEGABYTES } from './deep-stack.js';
import type { TranspileOptions } from './options.js';
import type { TranspileResult } from './result.js';
import { transpileProject } from './transpile.js';
import type { WorkerTask } from './worker.js';

/** Called as each root is done, in the order in which they end. */
export type OnPorted = (rootFile: string, result: TranspileResult) => void;

/** The results in the order of the roots. */
export async function transpileAll(
  rootFiles: readonly string[],
  options: TranspileOptions,
  jobs: number,
  onPorted: OnPorted = () => {},
): Promise<readonly TranspileResult[]> {
  if (rootFiles.length <= 1 || jobs <= 1) {
    return rootFiles.map((rootFile) => {
      const result = transpileProject(rootFile, options);
      onPorted(rootFile, result);
      return result;
    });
  }
  const pool = startPool(Math.min(jobs, rootFiles.length));
  try {
    return await Promise.all(
      rootFiles.map(async (rootFile) => {
        const task: WorkerTask = { rootFile, options };
        const result: TranspileResult = await pool.run(task);
        onPorted(rootFile, result);
        return result;
      }),
    );
  } finally {
    await pool.close();
  }
}

/** Worker threads that run `worker.ts`: compiled in the package, through tsx when running from source. */
export function startPool(threads: number): Piscina {
  const extension = extname(fileURLToPath(import.meta.url));
  return new Piscina({
    filename: new URL(`./worker${extension}`, import.meta.url).href,
    minThreads: 1,
    maxThreads: threads,
    // A worker that ends as soon as it idles is started anew for the next root, and tsx keeps the files of each start open.
    idleTimeout: Number.POSITIVE_INFINITY,
    resourceLimits: { stackSizeMb: STACK_MEGABYTES },
    ...(extension === '.ts' ? { execArgv: ['--import', 'tsx'] } : {}),
  });
}
