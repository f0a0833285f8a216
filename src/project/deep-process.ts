/** A process that ports what its standard input says in a thread with a large stack, and writes the result to its standard output. */
import { readFileSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { type DeepTask, EXEC_ARGV, moduleBeside, STACK_MEGABYTES } from './deep-stack.js';
import type { TranspileResult } from './result.js';

const options: WorkerOptions = {
  workerData: deserialize(readFileSync(0)) as DeepTask,
  resourceLimits: { stackSizeMb: STACK_MEGABYTES },
};

function deepThread(): Worker {
  const module = moduleBeside('deep-worker');
  if (EXEC_ARGV.length === 0) return new Worker(module, options);
  // Run from source: a thread does not inherit the loader of TypeScript.
  const loader = import.meta.resolve('tsx/esm/api');
  const code = `import('${loader}').then((tsx) => { tsx.register(); return import('${module.href}'); })`;
  return new Worker(code, { ...options, eval: true });
}

deepThread().on('message', (result: TranspileResult) => {
  const bytes = serialize(result);
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
});
