/** Loading rules for the `rules` commands: from disk, with their faults shown. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Diagnostic, lineIndex, report } from '../diagnostics.js';
import { type Rules, readRules } from '../lower/rules/builtin-rules.js';
import type { RuleFile } from '../lower/rules/load.js';
import type { AnyRule } from '../lower/rules/match.js';
import type { RuleSources } from '../lower/rules/resolve.js';
import type { ErrorSetRule } from '../lower/rules/rule.js';
import type { SourceFile } from '../parse/syntax/ast.js';
import { parseSource } from '../parse/syntax/parse.js';
import { readRuleFiles } from '../project/rule-files.js';
import { fileSystemHost } from '../project/source-host.js';
import { displayPath } from '../project/transpile.js';
import { findZigLib } from '../project/zig-lib.js';
import { CommandFault } from './outcome.js';
import { renderDiagnostic } from './render.js';
import type { RulesFlags } from './rules.js';
import { colorsOf, type Terminal } from './terminal.js';

/** What has an id and an example. */
export type Subject = AnyRule | ErrorSetRule;

/** What a rule names, as it says so itself. */
export function namesOf(subject: Subject): readonly string[] {
  if (subject.kind === 'errorSet') return [`error{${subject.names.join(', ')}}`];
  return subject.signatures.map((signature) => signature.text);
}

export interface OpenRules {
  readonly rules: Rules;
  readonly files: readonly RuleFile[];
  /** The rules that a command is about: the project's own where directories were named, else all. */
  readonly subjects: readonly Subject[];
}

/** Reads the rules; faults in their files are shown. */
export function openRules(flags: RulesFlags, terminal: Terminal): OpenRules {
  const directories = flags.rules.map((directory) => resolve(directory));
  const missing = directories.find((directory) => !existsSync(directory));
  if (missing !== undefined) throw new CommandFault(`there is no directory ${displayPath(missing)}`);
  const files = readRuleFiles(directories);
  const rules = readRules(files);
  for (const one of rules.diagnostics) terminal.err(inWords(one, terminal));
  const all: readonly Subject[] = [...rules.all, ...rules.errorSets];
  const own = all.filter((rule) => rule.origin === 'project');
  return { rules, files, subjects: directories.length > 0 ? own : all };
}

function inWords(one: Diagnostic, terminal: Terminal): string {
  const host = fileSystemHost();
  const text = host.read(one.span.file);
  const reported = report(one, () => (text === undefined ? undefined : lineIndex(text)));
  return renderDiagnostic(reported, host, colorsOf(terminal));
}

/** Sources of Zig's library, for showing where a path leads. */
export function librarySources(flags: RulesFlags): RuleSources {
  const library = findZigLib(flags.zigLibDir);
  if (library === undefined) throw new CommandFault("Zig's library was not found", 'name it with --zig-lib-dir');
  const parsed = new Map<string, SourceFile>();
  const source = (path: string) => {
    const known = parsed.get(path);
    if (known !== undefined || !existsSync(path)) return known;
    const file = parseSource(path, readFileSync(path, 'utf8'), 'tokenizer');
    parsed.set(path, file);
    return file;
  };
  return { source, isReached: () => true, modules: new Map([['std', join(library, 'std', 'std.zig')]]) };
}
