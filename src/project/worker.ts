/** What a worker thread does: port one root. */
import type { TranspileOptions } from './options.js';
import type { TranspileResult } from './result.js';
import { transpileProject } from './transpile.js';

export interface WorkerTask {
  readonly rootFile: string;
  readonly options: TranspileOptions;
}

export default function port(task: WorkerTask): TranspileResult {
  return transpileProject(task.rootFile, task.options);
}
