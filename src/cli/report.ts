/** What a command says at its end: a summary for people, one JSON document for scripts. */
import type { TranspileResult } from '../project/result.js';
import { type ExitCode, leftoversOf } from './outcome.js';

/** A root with its result and, where one was written, the directory of its crate. */
export interface PortedRoot {
  readonly rootFile: string;
  readonly result: TranspileResult;
  readonly out?: string;
}

/** The report of `transpile --json` and `check --json`; `version` changes when a field changes its meaning. */
export function jsonReport(command: string, roots: readonly PortedRoot[], exitCode: ExitCode): string {
  const report = {
    version: 1,
    command,
    exitCode,
    roots: roots.map(({ rootFile, result, out }) => ({
      root: rootFile,
      ...(out === undefined ? {} : { out }),
      isBinary: result.isBinary,
      files: [...result.files.keys()],
      counts: result.counts,
      diagnostics: result.diagnostics,
      markers: result.markers,
      unsafeSites: result.unsafeSites,
      tests: result.tests,
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** One line of counts per root. */
export function summaryLine({ rootFile, result, out }: PortedRoot): string {
  const { counts } = result;
  const leftovers = leftoversOf(result);
  const parts = [
    `${counts.lines} lines`,
    `${counts.functions} functions`,
    `${counts.tests} tests`,
    `${result.unsafeSites.length} unsafe`,
    leftovers === 0 ? 'nothing left to do' : `${leftovers} left to do, ${counts.marked} functions marked`,
  ];
  return `${rootFile}${out === undefined ? '' : ` -> ${out}`}: ${parts.join(', ')}\n`;
}
