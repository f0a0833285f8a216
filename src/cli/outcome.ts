/** Exit codes and the faults that end a command early. */
import type { DiagnosticName } from '../diagnostics.js';
import type { TranspileResult } from '../project/result.js';

/** `done`: nothing left to do by hand. `leftovers`: done, with more left than is tolerated. `refused`: nothing was written. */
export const EXIT = { done: 0, leftovers: 1, refused: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Bad usage, or input or output that cannot be used: ends the command with exit code 2 before anything is written. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';
  constructor(
    message: string,
    readonly help?: string,
  ) {
    super(message);
  }
}

/** Diagnostics after which a result is not worth writing: part of the input could not be read at all. */
const UNUSABLE_INPUT: ReadonlySet<DiagnosticName> = new Set<DiagnosticName>([
  'missing-import',
  'import-outside-root',
  'not-utf8',
  'unreadable-file',
  'missing-std',
  'internal-error',
]);

/** True where the input could not be read in full, so that nothing may be written. */
export function isUnusable(result: TranspileResult): boolean {
  return result.diagnostics.some((one) => UNUSABLE_INPUT.has(one.name));
}

/** What is left to do by hand: the markers in the Rust, and at least one thing per reported error. */
export function leftoversOf(result: TranspileResult): number {
  return Math.max(result.counts.todos, result.diagnostics.filter((one) => one.severity === 'error').length);
}

/** The exit code for a number of results. */
export function exitCodeOf(results: readonly TranspileResult[], maxTodos: number): ExitCode {
  if (results.some(isUnusable)) return EXIT.refused;
  const leftovers = results.reduce((sum, result) => sum + leftoversOf(result), 0);
  return leftovers > maxTodos ? EXIT.leftovers : EXIT.done;
}
