/** What the thread with the large stack does: port one root. */
import { parentPort, workerData } from 'node:worker_threads';
import type { DeepTask } from './deep-stack.js';
import { portOnThisStack } from './transpile.js';

parentPort?.postMessage(portOnThisStack(workerData as DeepTask));
