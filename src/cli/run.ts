/** The command line as a function: arguments in, exit code out. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { z } from 'zod';
import { checkCommand } from './check.js';
import { CommandFault, EXIT, type ExitCode } from './outcome.js';
import { rulesCommand } from './rules.js';
import { colorsOf, type Terminal } from './terminal.js';
import { transpileCommand } from './transpile.js';
import { verifyCommand } from './verify.js';

type RegisterCommand = (program: Command, terminal: Terminal, finish: (code: ExitCode) => void) => void;

const COMMANDS: readonly RegisterCommand[] = [transpileCommand, checkCommand, verifyCommand, rulesCommand];

/** Runs one command line (without the program's own name). */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.done;
  const program = new Command('zig2rust')
    .description('Turns Zig code into Rust that a Rust engineer would accept.')
    .version(ownVersion())
    .showHelpAfterError('(--help shows the usage)')
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  for (const register of COMMANDS) {
    register(program, terminal, (code) => {
      exitCode = code;
    });
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return endOf(error, terminal);
  }
}

function endOf(error: unknown, terminal: Terminal): ExitCode {
  // Commander has already said what is wrong; help and version that were asked for are no fault.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.refused;
  const colors = colorsOf(terminal);
  if (error instanceof CommandFault || isSystemError(error)) {
    terminal.err(`${colors.red('error')}: ${error.message}\n`);
    if (error instanceof CommandFault && error.help !== undefined) terminal.err(`  = help: ${error.help}\n`);
    return EXIT.refused;
  }
  throw error;
}

/** A failed file operation: no space, no permission. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

function ownVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
