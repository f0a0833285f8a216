/**
 * Matching: from what sema met to the rule that maps it, by declaration.
 *
 * Signatures are resolved to declarations (`resolve.ts`) as the files on their paths are reached, and indexed by the place of the
 * declaration (`declaration-index.ts`). A query looks at the place; the candidates found there are tried in order of precedence (a
 * project's rules before the built-in ones, then paths with fewer free variables, then the order of the files) for the declared
 * prototype, the arguments of the type functions around, and the rule's conditions (`query.ts`). Every refusal has a reason, which
 * `trace` receives.
 */

import type { FnInstance } from '../../parse/ir/program.js';
import { type AnyRule, DeclarationIndex, type RuleSetOptions } from './declaration-index.js';
import { MappedTypes, withoutRule } from './mapped-types.js';
import { bestMatch, callQuery, fieldQuery, type Query, valueQuery } from './query.js';
import type { RuleMatch, RuleSet } from './rule-set.js';

export type { AnyRule, RuleSetOptions, TraceEvent } from './declaration-index.js';

/** The rules of one run. */
export function createRuleSet(options: RuleSetOptions): RuleSet {
  const index = new DeclarationIndex(options);
  const errorSets = new Map(options.errorSets.map((rule) => [rule.names.join(' '), rule]));
  const match = <Rule extends AnyRule>(query: Query<Rule>) => bestMatch(index, query, options.trace);
  const types = new MappedTypes(index, options.trace);
  const ruleFor = (instance: FnInstance) => {
    const around = types.around(instance.container);
    if (around === 'unmapped') return undefined;
    return match(callQuery(instance)) ?? (around === 'mapped' ? withoutRule(instance) : undefined);
  };
  // The first answer stands: a body that sema cut on it is not there for anybody who asks later.
  const answers = new WeakMap<FnInstance, { readonly match: RuleMatch | undefined }>();
  return {
    mayMap: (decl) =>
      index.at(decl.container.file.path, decl.node).length > 0 || types.around(decl.container) !== 'none',
    cutAtSignature(instance) {
      const answered = answers.get(instance);
      if (answered !== undefined) return answered.match;
      const found = ruleFor(instance);
      answers.set(instance, { match: found });
      return found;
    },
    methodsOf(instance, args) {
      const found = answers.get(instance)?.match;
      return found?.rule.kind === 'code' ? (found.rule.methods?.(found.signature, args) ?? []) : [];
    },
    standsFor(instance, args) {
      const found = answers.get(instance)?.match;
      return found?.rule.kind === 'code' ? found.rule.standsFor?.(found.signature, args) : undefined;
    },
    typeRule: (container) => types.ruleOf(container),
    isInsideMapped: (container) => types.around(container) === 'mapped',
    valueRule: (decl) => (types.around(decl.container) === 'unmapped' ? undefined : match(valueQuery(decl))),
    fieldRule: (type, field) =>
      types.around(type.container) === 'unmapped' ? undefined : match(fieldQuery(type, field)),
    errorSetType(names) {
      const rule = errorSets.get(names.join(' '));
      const subject = `error{${names.join(', ')}}`;
      if (rule !== undefined)
        options.trace?.({ rule: rule.id, signature: subject, subject, outcome: 'matched', reason: '' });
      return rule?.template;
    },
    convertsErrors(from, to) {
      const source = errorSets.get(from.join(' '));
      return source !== undefined && errorSets.get(to.join(' '))?.from.includes(source.id) === true;
    },
  };
}
