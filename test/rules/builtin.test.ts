import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRules } from '../../src/lower/rules/builtin-rules.js';
import { mismatchIn } from '../../src/lower/rules/declared.js';
import type { AnyRule } from '../../src/lower/rules/match.js';
import { createResolver, type Resolver } from '../../src/lower/rules/resolve.js';
import { readRuleFiles } from '../../src/project/rule-files.js';
import { stdSources } from './sources.js';

const rules = readRules(readRuleFiles([]));
const older = new Set(
  Object.keys(JSON.parse(readFileSync(new URL('./older.json', import.meta.url), 'utf8')) as Record<string, unknown>),
);

/** Why no alternative of a rule names anything; undefined where one does, or is of another version (versions.test.ts). */
function faultOfRule(rule: AnyRule, resolver: Resolver): string | undefined {
  if (rule.signatures.every(({ text }) => older.has(text))) return undefined;
  const faults = rule.signatures.map((signature) => mismatchIn(resolver, signature));
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
