/** Running another program to its end, with a time limit and a bound on what it may print. */
import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface RunOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly timeoutMs: number;
  /** Also collect what the program writes to file descriptor 3. */
  readonly channel?: boolean;
}

export interface Finished {
  /** Exit code as a shell counts it: 128 + n for an end by signal n. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly channel: string;
  readonly timedOut: boolean;
}

const OUTPUT_LIMIT = 16 * 1024 * 1024;

/** Exit codes that a shell gives for the signals a trap ends with. */
const SIGNAL_STATUS: Readonly<Partial<Record<NodeJS.Signals, number>>> = {
  SIGILL: 132,
  SIGTRAP: 133,
  SIGABRT: 134,
  SIGBUS: 135,
  SIGFPE: 136,
  SIGKILL: 137,
  SIGSEGV: 139,
  SIGTERM: 143,
};

/** Runs a program; never rejects for what the program does, only where it cannot be started. */
export function runProcess(command: string, args: readonly string[], options: RunOptions): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.environment },
      stdio: ['pipe', 'pipe', 'pipe', options.channel === true ? 'pipe' : 'ignore'],
      // Its own process group, so that a time-out also ends what it started.
      detached: true,
    });
    let timedOut = false;
    const end = () => endGroup(child.pid);
    const timer = setTimeout(() => {
      timedOut = true;
      end();
    }, options.timeoutMs);
    const stdout = collect(child.stdout, end);
    const stderr = collect(child.stderr, end);
    const third = child.stdio[3];
    const channel = options.channel === true && third ? collect(third as Readable, end) : () => '';
    // A program that ends without reading its input closes the pipe: no fault.
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input ?? '');
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const status = code ?? (signal === null ? 1 : (SIGNAL_STATUS[signal] ?? 128));
      resolve({ status, stdout: stdout(), stderr: stderr(), channel: channel(), timedOut });
    });
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}

function collect(stream: Readable | null, end: () => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream?.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= OUTPUT_LIMIT) chunks.push(chunk);
    else end();
  });
  return () => Buffer.concat(chunks).toString('utf8');
}
