/** `zig2rust transpile <file.zig | dir>... --out <crate dir>` */
import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { planCrate } from '../project/output.js';
import { resolveOptions } from '../project/transpile.js';
import { CommandFault, EXIT, type ExitCode, exitCodeOf } from './outcome.js';
import { portPaths } from './port.js';
import { jsonReport, type PortedRoot, summaryLine } from './report.js';
import { addRustcOption, addSharedOptions, type Settings, type SharedFlags, settle } from './shared-options.js';
import type { Terminal } from './terminal.js';

interface TranspileFlags extends SharedFlags {
  readonly out: string;
  readonly force?: boolean;
}

/** Registers the command. */
export function transpileCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const command = program
    .command('transpile')
    .description('port Zig files, each with its imports, into Cargo crates')
    .argument('<path...>', 'a root file, or the directory of a project')
    .requiredOption('--out <dir>', 'directory of the crate; with several inputs, of one crate each')
    .option('--force', 'overwrite files that zig2rust did not write');
  addRustcOption(addSharedOptions(command)).action(async (paths: readonly string[], flags: TranspileFlags) => {
    finish(await runTranspile(paths, flags, terminal));
  });
}

async function runTranspile(paths: readonly string[], flags: TranspileFlags, terminal: Terminal): Promise<ExitCode> {
  const settings = settle(flags, paths);
  const ported = await portPaths(paths, settings, terminal);
  const exitCode = exitCodeOf(
    ported.map((one) => one.result),
    settings.maxTodos,
  );
  const written = exitCode === EXIT.refused ? ported : writeAll(ported, flags, settings);
  if (settings.json) terminal.out(jsonReport('transpile', written, exitCode));
  else if (exitCode === EXIT.refused) terminal.err('nothing was written\n');
  else for (const one of written) terminal.out(summaryLine(one));
  return exitCode;
}

function writeAll(ported: readonly PortedRoot[], flags: TranspileFlags, settings: Settings): readonly PortedRoot[] {
  const placed = ported.map((one) => ({ ...one, out: outOf(one, ported.length, flags.out, settings) }));
  const twice = placed.find((one, index) => placed.findIndex((other) => other.out === one.out) !== index);
  if (twice !== undefined)
    throw new CommandFault(`two inputs would be written to ${twice.out}`, 'port them one by one');
  // All are planned before the first is written, so that a conflict in one leaves the others unwritten too.
  const plans = placed.map(({ result, out }) => ({
    out,
    plan: planCrate(out, result.files, { force: flags.force === true }),
  }));
  for (const { out, plan } of plans) {
    if (plan.kind === 'planned') continue;
    const reasons = plan.conflicts.map(({ path, reason }) => `  ${path}: ${reason}`);
    throw new CommandFault(
      `nothing was written to ${out}:\n${reasons.join('\n')}`,
      '--force overwrites such files; another --out leaves them alone',
    );
  }
  for (const { plan } of plans) if (plan.kind === 'planned') plan.perform();
  return placed;
}

function outOf(one: PortedRoot, inputs: number, out: string, settings: Settings): string {
  if (inputs === 1) return out;
  return join(out, basename(resolveOptions(resolve(one.rootFile), settings.options).crateName));
}
