/** `zig2rust rules new`: appends a rule to a file and starts its example. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { parseSignature } from '../lower/rules/signature.js';
import { BUILTIN_RULES_DIRECTORY } from '../project/rule-files.js';
import { displayPath } from '../project/transpile.js';
import { CommandFault, EXIT, type ExitCode } from './outcome.js';
import type { NewRuleFlags } from './rules.js';
import { openRules } from './rules-shared.js';
import type { Terminal } from './terminal.js';

export function newRule(id: string, flags: NewRuleFlags, terminal: Terminal): ExitCode {
  const parsed = parseSignature(flags.zig);
  if ('fault' in parsed) throw new CommandFault(`this is not a Zig signature: ${parsed.fault.message}`);
  const { rules } = openRules(flags, terminal);
  if (rules.all.some((rule) => rule.id === id)) throw new CommandFault(`there is a rule ${id} already`);
  const { module, steps } = parsed.signature;
  const [first] = steps;
  const namespace = first?.kind === 'member' ? first.name : module;
  const directory = flags.rules[0] ?? BUILTIN_RULES_DIRECTORY;
  const file = join(directory, ...(module === 'std' ? ['std'] : []), `${snakeCase(namespace)}.yaml`);
  const entry = stringify([{ id, zig: flags.zig, rust: flags.rust ?? 'todo!()' }]);
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, existsSync(file) && readFileSync(file, 'utf8') !== '' ? `\n${entry}` : entry);
  const example = join(flags.snapshots, `${id}.zig`);
  if (!existsSync(example)) {
    mkdirSync(dirname(example), { recursive: true });
    writeFileSync(example, exampleOf(parsed.signature.name));
  }
  terminal.out(`${displayPath(file)}: the rule\n${displayPath(example)}: its example; call the declaration there\n`);
  terminal.out(`then: zig2rust rules test -f ${id}\n`);
  return EXIT.done;
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, '_$&').toLowerCase();
}

function exampleOf(name: string): string {
  return `const std = @import("std");\n\ntest "${name}" {\n}\n`;
}
