/** `zig2rust rules explain`: a rule as written, and the declarations that its signatures name in the library at hand. */
import { lineIndex } from '../diagnostics.js';
import type { LanguageRule } from '../lower/rules/language-rules.js';
import { prototypeMismatch } from '../lower/rules/prototype.js';
import { createResolver, type Resolver } from '../lower/rules/resolve.js';
import type { Signature } from '../lower/rules/rule.js';
import type { Entity } from '../lower/rules/scope.js';
import { languageRules } from '../project/rule-files.js';
import { displayPath } from '../project/transpile.js';
import { CommandFault, EXIT, type ExitCode } from './outcome.js';
import type { RulesFlags } from './rules.js';
import { librarySources, openRules } from './rules-shared.js';
import type { Terminal } from './terminal.js';

export function explainRule(id: string, flags: RulesFlags, terminal: Terminal): ExitCode {
  const { rules, files } = openRules(flags, terminal);
  const rule = rules.all.find((one) => one.id === id);
  if (rule === undefined) {
    const ofLanguage = languageRules().find((one) => one.id === id);
    if (ofLanguage === undefined) throw new CommandFault(`there is no rule ${id}`, '`rules list` shows all');
    return explainLanguageRule(ofLanguage, terminal);
  }
  const file = files.find((one) => one.path === rule.span.file);
  if (file === undefined) terminal.out(`${rule.id}: a rule in TypeScript\n`);
  else terminal.out(`${displayPath(file.path)}\n\n- ${file.text.slice(rule.span.start, rule.span.end).trimEnd()}\n`);
  terminal.out('\nnames\n');
  const resolver = createResolver(librarySources(flags));
  for (const signature of rule.signatures) terminal.out(`  ${signature.text}\n    ${placeOf(signature, resolver)}\n`);
  const modes = (rule.signatures[0]?.params ?? []).map((param) => `${param.name}: ${param.mode}`);
  if (modes.length > 0) terminal.out(`\narguments\n  ${modes.join('\n  ')}\n`);
  return EXIT.done;
}

function explainLanguageRule(rule: LanguageRule, terminal: Terminal): ExitCode {
  terminal.out(`${rule.id}: a rule of the language (rules/language/${rule.section}.yaml)\n`);
  terminal.out(`\n  Zig   ${rule.zig}\n  Rust  ${rule.rust}\n`);
  if (rule.pitfall !== undefined) terminal.out(`\npitfall\n  ${rule.pitfall.obvious}\n  test/pitfalls/${rule.id}.rs\n`);
  if (rule.open !== undefined) terminal.out(`\nnot ported\n  ${rule.open}\n`);
  terminal.out(`\nlowered in\n  ${rule.lowered.join('\n  ')}\n`);
  terminal.out(`\nsnapshots\n  ${rule.snapshots.map((name) => `snapshots/${name}`).join('\n  ')}\n`);
  return EXIT.done;
}

/** Where the declaration stands, or why the signature names none. */
function placeOf(signature: Signature, resolver: Resolver): string {
  const entity = resolver.resolve(signature);
  switch (entity.kind) {
    case 'container':
      return position(entity, entity.scope.node.start);
    case 'fn': {
      const differs = prototypeMismatch(signature, entity.node.proto);
      return position(entity, entity.node.start) + (differs === undefined ? '' : `, but ${differs}`);
    }
    case 'value':
    case 'field':
      return position(entity, entity.node.start);
    case 'unknown':
      return `nothing: ${entity.reason}`;
    default:
      return 'nothing that can be mapped';
  }
}

function position({ scope }: Extract<Entity, { kind: 'container' | 'fn' | 'value' | 'field' }>, start: number): string {
  return `${displayPath(scope.file.path)}:${lineIndex(scope.file.text).locate(start).line}`;
}
