/** `zig2rust rules list`. */
import { EXIT, type ExitCode } from './outcome.js';
import type { RulesFlags } from './rules.js';
import { namesOf, openRules } from './rules-shared.js';
import type { Terminal } from './terminal.js';

export function listRules(flags: RulesFlags & { readonly filter?: string }, terminal: Terminal): ExitCode {
  const { rules, subjects } = openRules(flags, terminal);
  const wanted = subjects.filter((rule) => {
    return [rule.id, ...namesOf(rule)].some((text) => text.includes(flags.filter ?? ''));
  });
  if (flags.json === true) {
    const list = wanted.map((rule) => ({ id: rule.id, kind: rule.kind, origin: rule.origin, zig: namesOf(rule) }));
    terminal.out(`${JSON.stringify(list, undefined, 2)}\n`);
  } else {
    const width = Math.max(0, ...wanted.map((rule) => rule.id.length));
    for (const rule of wanted) terminal.out(`${rule.id.padEnd(width)}  ${namesOf(rule)[0] ?? ''}\n`);
  }
  return rules.diagnostics.length > 0 ? EXIT.leftovers : EXIT.done;
}
