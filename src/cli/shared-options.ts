/** The options that transpile, check and verify share, and how the config file fills in what the command line leaves open. */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseZigVersion } from '../parse/syntax/zig-version.js';
import type { TranspileOptions } from '../project/options.js';
import { toolPath } from '../project/toolchain.js';
import { findZigLib, zigLibOfCompiler } from '../project/zig-lib.js';
import { type Config, loadConfig } from './config.js';
import { CommandFault } from './outcome.js';

/** Options as commander gives them. */
export interface SharedFlags {
  readonly edition?: '2021' | '2024';
  readonly zig?: string;
  readonly zigLibDir?: string;
  readonly includeDir?: readonly string[];
  readonly module?: Readonly<Record<string, string>>;
  readonly rules?: readonly string[];
  readonly target?: string;
  readonly allocators?: 'drop' | 'keep';
  readonly zigVersion?: string;
  readonly crateName?: string;
  readonly config?: string;
  readonly jobs?: number;
  readonly maxTodos?: number;
  readonly json?: boolean;
  /** Absent where the command never asks rustc. */
  readonly rustc?: boolean;
}

/** What a command works with: the command line first, then the config file, then the defaults. */
export interface Settings {
  readonly options: TranspileOptions;
  readonly jobs: number;
  readonly maxTodos: number;
  readonly json: boolean;
}

/** Adds the shared options to a command. */
export function addSharedOptions(command: Command): Command {
  return command
    .addOption(new Option('--edition <edition>', 'Rust edition of the crate').choices(['2021', '2024']))
    .option('--zig <path>', 'the Zig compiler of the version that the source is written for')
    .option('--zig-lib-dir <dir>', "Zig's library directory; otherwise that of the compiler")
    .option('--include-dir <dir>', 'directory of C headers (repeatable)', append, [])
    .option('--module <name=path>', 'root file of a named module (repeatable)', appendModule, {})
    .option('--rules <dir>', "directory of the project's own rules (repeatable)", append, [])
    .option('--target <triple>', "target in Zig's spelling")
    .addOption(new Option('--allocators <policy>', 'drop or keep allocator parameters').choices(['drop', 'keep']))
    .option('--zig-version <version>', 'version of Zig the source is written for; otherwise any is read', zigVersion)
    .option('--crate-name <name>', 'name of the crate', crateName)
    .option('--config <file>', 'zig2rust.config.json or .yaml; otherwise the nearest one above the input')
    .option('--jobs <n>', 'how many to work on at once', wholeNumberFrom(1))
    .option('--max-todos <n>', 'how many places left to do by hand are tolerated', wholeNumberFrom(0))
    .option('--json', 'print the report as JSON');
}

/** Adds the option not to ask rustc, to a command that otherwise does. */
export function addRustcOption(command: Command): Command {
  return command.option('--no-rustc', 'do not ask the installed rustc whether the crate compiles');
}

/** Puts flags and config together; the config is looked for from the first input upwards. */
export function settle(flags: SharedFlags, inputs: readonly string[]): Settings {
  const config = loadConfig(flags.config, dirname(inputs[0] ?? '.'));
  const options = chosenOptions(flags, config);
  for (const directory of [...(options.includeDirs ?? []), ...(options.rulesDirs ?? [])]) needDirectory(directory);
  if (options.zigLibDir !== undefined && findZigLib(options.zigLibDir) === undefined) {
    throw new CommandFault(`${options.zigLibDir} is not Zig's library: it has no std/std.zig`);
  }
  return {
    options,
    jobs: flags.jobs ?? config.jobs ?? availableParallelism(),
    maxTodos: flags.maxTodos ?? config.maxTodos ?? 0,
    json: flags.json === true,
  };
}

function libraryOf(zig: string | undefined): string | undefined {
  if (zig === undefined) return undefined;
  const library = zigLibOfCompiler(zig);
  if (library === undefined) throw new CommandFault(`${zig} is no Zig compiler with a library`);
  return library;
}

function needDirectory(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CommandFault(`there is no directory ${path}`);
  }
}

function chosenOptions(flags: SharedFlags, config: Config): TranspileOptions {
  return definedOnly({
    edition: flags.edition ?? config.edition,
    zigLibDir: flags.zigLibDir ?? libraryOf(flags.zig) ?? config.zigLibDir,
    includeDirs: [...(flags.includeDir ?? []), ...(config.includeDirs ?? [])],
    modules: { ...config.modules, ...flags.module },
    rulesDirs: [...(flags.rules ?? []), ...(config.rulesDirs ?? [])],
    target: flags.target ?? config.target,
    allocators: flags.allocators ?? config.allocators,
    zigVersion: flags.zigVersion ?? config.zigVersion,
    crateName: flags.crateName ?? config.crateName,
    rustc: flags.rustc === true && config.rustc !== false ? toolPath('rustc') : undefined,
  });
}

type WithUndefined<T> = { readonly [K in keyof T]: T[K] | undefined };

function definedOnly(options: WithUndefined<TranspileOptions>): TranspileOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** Collects an option that may be given several times. */
export function append(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

function appendModule(value: string, previous: Config['modules']): Config['modules'] {
  const split = value.indexOf('=');
  if (split <= 0 || split === value.length - 1) throw new InvalidArgumentError('Expected name=path.');
  return { ...previous, [value.slice(0, split)]: value.slice(split + 1) };
}

function zigVersion(value: string): string {
  if (parseZigVersion(value) === undefined) throw new InvalidArgumentError('Expected a version such as 0.16.0.');
  return value;
}

function crateName(value: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(value))
    throw new InvalidArgumentError('Expected small letters, digits and underscores.');
  return value;
}

/** Parses a whole number not below a bound. */
export function wholeNumberFrom(least: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || !Number.isSafeInteger(number) || number < least) {
      throw new InvalidArgumentError(`Expected a whole number from ${least}.`);
    }
    return number;
  };
}
