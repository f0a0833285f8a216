/**
 * `zig2rust rules test`: every rule has an example, `snapshots/rules/<id>.zig`, beside what comes out, `<id>.rs`.
 *
 * A run fails on a rule without an example, an example without a rule, an example that does not use its rule, one that cannot be
 * ported, Rust that rustc rejects (never accepted, not even under -u), and Rust that differs from the snapshot.
 *
 * Rules for what only older libraries declare are counted and left out. Their examples lie in a directory of the version,
 * `snapshots/rules/0.14/`: a run with that library (`--zig-lib-dir`) tests those, and that each such rule is used by one of them.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { mismatchIn } from '../lower/rules/declared.js';
import type { TraceEvent } from '../lower/rules/match.js';
import { createResolver } from '../lower/rules/resolve.js';
import { libraryVersion } from '../parse/sema/library-version.js';
import { showZigVersion } from '../parse/syntax/zig-version.js';
import type { TranspileResult } from '../project/result.js';
import { toolPath } from '../project/toolchain.js';
import { displayPath, transpileProject } from '../project/transpile.js';
import { compileCrate, layOutCrate } from '../project/verify/rust-side.js';
import { findZigLib } from '../project/zig-lib.js';
import { CommandFault, EXIT, type ExitCode } from './outcome.js';
import type { RulesFlags } from './rules.js';
import { differenceOf } from './rules-difference.js';
import { librarySources, openRules, type Subject } from './rules-shared.js';
import { colorsOf, startProgress, type Terminal } from './terminal.js';

export interface RulesTestFlags extends RulesFlags {
  readonly filter?: string;
  readonly update?: boolean;
  readonly interactive?: boolean;
  readonly trace?: boolean;
  readonly snapshots: string;
}

/** An example for the rules of an older library. */
interface Example {
  readonly kind: 'example';
  readonly id: string;
}

const VERSION_DIRECTORY = /^\d+\.\d+$/;

/** What a run found about one rule; `differs` can be accepted, the others cannot. */
type Verdict =
  | { readonly kind: 'same' }
  | { readonly kind: 'fault'; readonly message: string }
  | { readonly kind: 'differs'; readonly before: string | undefined; readonly after: string };

export async function testRules(flags: RulesTestFlags, terminal: Terminal): Promise<ExitCode> {
  if (flags.interactive === true && !terminal.interactive) throw new CommandFault('-i needs a terminal');
  const { rules, subjects } = openRules(flags, terminal);
  const examples = olderExamples(flags);
  if (examples !== undefined) return testOlder(examples, subjects, flags, terminal);
  const chosen = subjects.filter((rule) => flags.filter === undefined || rule.id === flags.filter);
  const foreign = foreignRules(chosen, flags);
  const wanted = chosen.filter((rule) => !foreign.has(rule));
  if (chosen.length === 0 && flags.filter !== undefined) throw new CommandFault(`there is no rule ${flags.filter}`);
  const orphans = flags.filter === undefined ? orphansIn(flags.snapshots, [...rules.all, ...rules.errorSets]) : [];
  for (const path of orphans) terminal.out(`${displayPath(path)}: there is no rule of that name\n`);
  const verdicts = await testAll(wanted, flags, terminal);
  let failures = orphans.length + rules.diagnostics.length;
  for (const [rule, verdict] of verdicts) {
    if (!(await settle(rule, verdict, flags, terminal))) failures += 1;
  }
  const others = foreign.size === 0 ? '' : `; ${foreign.size} rules are of other versions of Zig's library`;
  return conclude(`${wanted.length} rules`, failures, others, terminal);
}

function conclude(tested: string, failures: number, others: string, terminal: Terminal): ExitCode {
  terminal.out(`${tested}, ${failures} ${failures === 1 ? 'failure' : 'failures'}${others}\n`);
  return failures > 0 ? EXIT.leftovers : EXIT.done;
}

/** Rules without an example of their own that name nothing in this library. */
function foreignRules(rules: readonly Subject[], flags: RulesTestFlags): ReadonlySet<Subject> {
  const resolver = createResolver(librarySources(flags));
  const isForeign = (rule: Subject) =>
    rule.kind !== 'errorSet' && rule.signatures.every((one) => mismatchIn(resolver, one) !== undefined);
  return new Set(rules.filter((rule) => !hasOwnExample(rule, flags) && isForeign(rule)));
}

function hasOwnExample({ id }: { readonly id: string }, flags: RulesTestFlags): boolean {
  return existsSync(resolve(flags.snapshots, `${id}.zig`));
}

/** The examples for the library's version, where it has a directory of them. */
function olderExamples(flags: RulesTestFlags): readonly Example[] | undefined {
  const library = findZigLib(flags.zigLibDir);
  if (library === undefined) return undefined;
  const version = showZigVersion(libraryVersion((file) => existsSync(join(library, file))));
  const directory = resolve(flags.snapshots, version);
  if (!existsSync(directory)) return undefined;
  const names = readdirSync(directory).filter((name) => name.endsWith('.zig'));
  return names.map((name) => ({ kind: 'example', id: `${version}/${name.slice(0, -'.zig'.length)}` }));
}

async function testOlder(
  examples: readonly Example[],
  rules: readonly Subject[],
  flags: RulesTestFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const used = new Set<string>();
  const verdicts = await testAll(examples, flags, terminal, used);
  const foreign = foreignRules(rules, flags);
  const unused = rules.filter(
    (rule) => rule.kind !== 'errorSet' && !foreign.has(rule) && !hasOwnExample(rule, flags) && !used.has(rule.id),
  );
  for (const { id } of unused) terminal.out(`${id}: no example of this version uses it\n`);
  let failures = unused.length;
  for (const [example, verdict] of verdicts) {
    if (!(await settle(example, verdict, flags, terminal))) failures += 1;
  }
  return conclude(`${examples.length} examples`, failures, '', terminal);
}

/** Tests rules two at a time: one is ported while rustc has another. Verdicts come in the order of the rules. */
async function testAll<Tested extends Subject | Example>(
  rules: readonly Tested[],
  flags: RulesTestFlags,
  terminal: Terminal,
  used = new Set<string>(),
): Promise<readonly (readonly [Tested, Verdict])[]> {
  const workDir = mkdtempSync(join(tmpdir(), 'zig2rust-rules-'));
  const progress = startProgress(terminal, rules.length);
  const verdicts = new Map<Tested, Verdict>();
  const queue = rules.values();
  const work = async () => {
    for (const rule of queue) {
      verdicts.set(rule, await testRule(rule, flags, terminal, join(workDir, rule.id.replace('/', '-')), used));
      progress.step(rule.id);
    }
  };
  try {
    await Promise.all([work(), work()]);
  } finally {
    rmSync(workDir, { recursive: true, force: true });
    progress.end();
  }
  return rules.flatMap((rule) => {
    const verdict = verdicts.get(rule);
    return verdict === undefined ? [] : [[rule, verdict] as const];
  });
}

/** Files of the directory that belong to no rule, and outputs without an input. */
function orphansIn(directory: string, rules: readonly { readonly id: string }[]): readonly string[] {
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory).filter((name) => !VERSION_DIRECTORY.test(name));
  const ids = new Set(rules.map((rule) => rule.id));
  const isOrphan = (name: string) => {
    const [id, extension] = [name.replace(/\.\w+$/, ''), name.split('.').at(-1)];
    return !ids.has(id) || (extension === 'rs' && !names.includes(`${id}.zig`));
  };
  return names.filter(isOrphan).map((name) => join(directory, name));
}

async function testRule(
  rule: Subject | Example,
  flags: RulesTestFlags,
  terminal: Terminal,
  directory: string,
  used: Set<string>,
): Promise<Verdict> {
  const input = resolve(flags.snapshots, `${rule.id}.zig`);
  if (!existsSync(input)) return { kind: 'fault', message: `it has no example ${displayPath(input)}` };
  const events: TraceEvent[] = [];
  const result = transpileProject(input, {
    rulesDirs: flags.rules,
    onRule: (event) => events.push(event),
    ...(flags.zigLibDir === undefined ? {} : { zigLibDir: flags.zigLibDir }),
  });
  if (flags.trace === true) for (const event of events) terminal.out(traceLine(event));
  for (const event of events) if (event.outcome === 'matched') used.add(event.rule);
  const fault = faultOf(rule, result, events);
  if (fault !== undefined) return { kind: 'fault', message: fault };
  const rejected = await rejectionOf(result, directory);
  if (rejected !== undefined) return { kind: 'fault', message: `rustc rejects what comes out:\n${rejected}` };
  const after = result.files.get(result.isBinary ? 'src/main.rs' : 'src/lib.rs') ?? '';
  const output = outputPath(rule, flags);
  const before = existsSync(output) ? readFileSync(output, 'utf8') : undefined;
  return before === after ? { kind: 'same' } : { kind: 'differs', before, after };
}

function faultOf(rule: Subject | Example, result: TranspileResult, events: readonly TraceEvent[]): string | undefined {
  const error = result.diagnostics.find((one) => one.severity === 'error');
  if (error !== undefined) return `its example cannot be ported: ${error.file}:${error.line}: ${error.message}`;
  const [marker] = result.markers;
  if (marker !== undefined) return `its example leaves a todo!: ${marker.reason}`;
  const own = events.filter((event) => event.rule === rule.id);
  if (rule.kind === 'example' || own.some((event) => event.outcome === 'matched')) return undefined;
  const reasons = [...new Set(own.map((event) => `  ${event.signature}: ${event.reason}`))];
  return ['its example does not use it', ...reasons].join('\n');
}

function traceLine({ rule, outcome, subject, signature, reason }: TraceEvent): string {
  return `${outcome} ${rule}: ${subject === '' ? signature : subject}${reason === '' ? '' : ` (${reason})`}\n`;
}

/** What rustc says against the crate; warnings count, since ported code has none. */
async function rejectionOf(result: TranspileResult, directory: string): Promise<string | undefined> {
  const rustc = toolPath('rustc');
  const cargo = toolPath('cargo');
  if (rustc === undefined || cargo === undefined)
    throw new CommandFault('rustc was not found', 'rules are tested with it');
  const crate = layOutCrate(result, directory);
  const tools = { rustc, cargo, workDir: dirname(directory), edition: '2024', timeoutMs: 30_000 };
  const { messages } = await compileCrate(crate, 'check', tools);
  return messages.length === 0 ? undefined : messages.map((message) => message.rendered).join('\n');
}

/** Reports a verdict, and accepts a difference where that was asked for. True: nothing is left to complain about. */
async function settle(
  rule: Subject | Example,
  verdict: Verdict,
  flags: RulesTestFlags,
  terminal: Terminal,
): Promise<boolean> {
  const colors = colorsOf(terminal);
  if (verdict.kind === 'same') return true;
  if (verdict.kind === 'fault') {
    terminal.out(`${colors.red(rule.id)}: ${verdict.message}\n`);
    return false;
  }
  const output = outputPath(rule, flags);
  if (flags.update !== true)
    terminal.out(`${colors.red(rule.id)}:\n${differenceOf(verdict.before ?? '', verdict.after, colors)}`);
  if (flags.update !== true && !(flags.interactive === true && (await isAccepted(output)))) return false;
  writeFileSync(output, verdict.after);
  terminal.out(`${displayPath(output)}: written\n`);
  return true;
}

async function isAccepted(output: string): Promise<boolean> {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await reader.question(`accept ${displayPath(output)}? [y/N] `)).trim().toLowerCase() === 'y';
  } finally {
    reader.close();
  }
}

function outputPath(rule: Subject | Example, flags: RulesTestFlags): string {
  return resolve(flags.snapshots, `${rule.id}.rs`);
}
