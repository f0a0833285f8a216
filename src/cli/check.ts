/** `zig2rust check <paths>`: what transpile would report, without writing anything. */
import type { Command } from 'commander';
import { type ExitCode, exitCodeOf } from './outcome.js';
import { portPaths } from './port.js';
import { jsonReport, summaryLine } from './report.js';
import { addRustcOption, addSharedOptions, type SharedFlags, settle } from './shared-options.js';
import type { Terminal } from './terminal.js';

/** Registers the command. */
export function checkCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .description('report what transpile would: diagnostics, counts, exit code; writes nothing')
    .argument('<path...>', 'a root file, or the directory of a project');
  addRustcOption(addSharedOptions(command)).action(async (paths: readonly string[], flags: SharedFlags) => {
    finish(await runCheck(paths, flags, terminal));
  });
}

async function runCheck(paths: readonly string[], flags: SharedFlags, terminal: Terminal): Promise<ExitCode> {
  const settings = settle(flags, paths);
  const ported = await portPaths(paths, settings, terminal);
  const exitCode = exitCodeOf(
    ported.map((one) => one.result),
    settings.maxTodos,
  );
  if (settings.json) terminal.out(jsonReport('check', ported, exitCode));
  else for (const one of ported) terminal.out(summaryLine(one));
  return exitCode;
}
