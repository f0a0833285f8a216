/** `zig2rust rules list`. */
import { languageRules } from '../project/rule-files.js';
import { EXIT, type ExitCode } from './outcome.js';
import type { RulesFlags } from './rules.js';
import { namesOf, openRules } from './rules-shared.js';
import type { Terminal } from './terminal.js';

interface ListedRule {
  readonly id: string;
  readonly kind: string;
  readonly origin: string;
  readonly zig: readonly string[];
}

export function listRules(flags: RulesFlags & { readonly filter?: string }, terminal: Terminal): ExitCode {
  const { rules, subjects } = openRules(flags, terminal);
  const mapped = subjects.map((rule) => ({ id: rule.id, kind: rule.kind, origin: rule.origin, zig: namesOf(rule) }));
  const wanted = [...mapped, ...(flags.rules.length > 0 ? [] : ofTheLanguage())].filter(({ id, zig }) => {
    return [id, ...zig].some((text) => text.includes(flags.filter ?? ''));
  });
  if (flags.json === true) {
    terminal.out(`${JSON.stringify(wanted, undefined, 2)}\n`);
  } else {
    const width = Math.max(0, ...wanted.map((rule) => rule.id.length));
    for (const rule of wanted) terminal.out(`${rule.id.padEnd(width)}  ${rule.zig[0] ?? ''}\n`);
  }
  return rules.diagnostics.length > 0 ? EXIT.leftovers : EXIT.done;
}

function ofTheLanguage(): readonly ListedRule[] {
  return languageRules().map(({ id, zig }) => ({ id, kind: 'language', origin: 'builtin', zig: [zig] }));
}
