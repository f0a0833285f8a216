import { describe, expect, it } from 'vitest';
import { readRules } from '../../src/lower/rules/builtin-rules.js';
import type { AnyRule } from '../../src/lower/rules/match.js';
import { prototypeMismatch } from '../../src/lower/rules/prototype.js';
import { createResolver, type Resolver } from '../../src/lower/rules/resolve.js';
import type { Signature } from '../../src/lower/rules/rule.js';
import { readRuleFiles } from '../../src/project/rule-files.js';
import { stdSources } from './sources.js';

const rules = readRules(readRuleFiles([]));

/** Undefined: the signature names a declaration of the installed std that has its form. */
function faultOf(signature: Signature, resolver: Resolver): string | undefined {
  const entity = resolver.resolve(signature);
  switch (entity.kind) {
    case 'fn':
      return signature.kind === 'fn' ? prototypeMismatch(signature, entity.node.proto) : 'it is a function';
    case 'container':
      return signature.kind === 'type' ? undefined : 'it is a type';
    case 'value':
    case 'field':
      return signature.kind === 'value' ? undefined : `it is a ${entity.kind}`;
    case 'unknown':
      return entity.reason;
    default:
      return entity.kind;
  }
}

/** Why no alternative of a rule names anything; undefined where one does. */
function faultOfRule(rule: AnyRule, resolver: Resolver): string | undefined {
  const faults = rule.signatures.map((signature) => faultOf(signature, resolver));
  return faults.includes(undefined) ? undefined : `${rule.id}: ${faults.join('; ')}`;
}

describe('the built-in rules', () => {
  it('are read without a diagnostic', () => {
    expect(rules.diagnostics).toEqual([]);
  });

  it('have ids of their own', () => {
    expect(new Set(rules.all.map((rule) => rule.id)).size).toBe(rules.all.length);
  });

  it('name declarations that std has, with the parameters and results that it gives them', () => {
    const resolver = createResolver(stdSources());
    expect(rules.all.flatMap((rule) => faultOfRule(rule, resolver) ?? [])).toEqual([]);
  });
});
