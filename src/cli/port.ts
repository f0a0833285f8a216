/** What transpile and check have in common: from paths to results, with diagnostics and progress shown on the way. */
import { type Diagnostic, report } from '../diagnostics.js';
import { transpileAll } from '../project/pool.js';
import type { TranspileResult } from '../project/result.js';
import { findRoot } from '../project/roots.js';
import { fileSystemHost } from '../project/source-host.js';
import { displayPath } from '../project/transpile.js';
import { CommandFault } from './outcome.js';
import { renderDiagnostic } from './render.js';
import type { PortedRoot } from './report.js';
import type { Settings } from './shared-options.js';
import { colorsOf, startProgress, type Terminal } from './terminal.js';

/** Ports every path. Diagnostics go to the terminal as they come, unless the report is JSON, which holds them. */
export async function portPaths(
  paths: readonly string[],
  settings: Settings,
  terminal: Terminal,
): Promise<readonly PortedRoot[]> {
  const rootFiles = paths.map(rootOf);
  const progress = startProgress(terminal, rootFiles.length);
  const results = await transpileAll(rootFiles, settings.options, settings.jobs, (rootFile) =>
    progress.step(displayPath(rootFile)),
  );
  progress.end();
  if (!settings.json) for (const result of results) showDiagnostics(result, terminal);
  return rootFiles.flatMap((rootFile, index) => {
    const result = results[index];
    return result === undefined ? [] : [{ rootFile: displayPath(rootFile), result }];
  });
}

function rootOf(path: string): string {
  const choice = findRoot(path);
  if ('fault' in choice) throw faultOf(choice.fault);
  return choice.rootFile;
}

function faultOf(fault: Diagnostic): CommandFault {
  const { code, message, help } = report(fault, () => undefined);
  return new CommandFault(`[${code}] ${message}`, help);
}

function showDiagnostics(result: TranspileResult, terminal: Terminal): void {
  const host = fileSystemHost();
  const colors = colorsOf(terminal);
  for (const one of result.diagnostics) terminal.err(`${renderDiagnostic(one, host, colors)}\n`);
}
