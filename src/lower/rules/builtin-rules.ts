/** All rules of a run: the built-in data rules, the TypeScript rules, and the project's own. */
import type { Diagnostic } from '../../diagnostics.js';
import type { CodeRule } from './define.js';
import { FORMAT_RULES } from './format/rules.js';
import { type LoadedRules, loadRules, type RuleFile } from './load.js';
import { type AnyRule, createRuleSet, type TraceEvent } from './match.js';
import type { RuleSources } from './resolve.js';
import type { RuleSet } from './rule-set.js';
import { ALLOCATOR_RULES } from './std/allocator.js';
import { ARRAY_HASH_MAP_RULES } from './std/array-hash-map.js';
import { BYTE_RULES } from './std/bytes.js';
import { FILE_RULES } from './std/file.js';
import { HASH_MAP_RULES } from './std/hash-map.js';
import { META_RULES } from './std/meta.js';
import { SENTINEL_MEMORY_RULES } from './std/sentinel-memory.js';
import { SORT_RULES } from './std/sort.js';
import { THREAD_RULES } from './std/thread.js';
import { TESTING_RULES } from './testing/rules.js';

/** The rules written in TypeScript. */
export const CODE_RULES: readonly CodeRule[] = [
  ...FORMAT_RULES,
  ...TESTING_RULES,
  ...ALLOCATOR_RULES,
  ...SENTINEL_MEMORY_RULES,
  ...SORT_RULES,
  ...BYTE_RULES,
  ...FILE_RULES,
  ...HASH_MAP_RULES,
  ...ARRAY_HASH_MAP_RULES,
  ...META_RULES,
  ...THREAD_RULES,
];

export interface Rules extends LoadedRules {
  /** Data rules and TypeScript rules; a data rule takes the place of a TypeScript rule with its id. */
  readonly all: readonly AnyRule[];
}

/** Loads rule files and puts the TypeScript rules beside them. */
export function readRules(files: readonly RuleFile[]): Rules {
  const loaded = loadRules(files);
  const redefined = new Set(loaded.rules.map((rule) => rule.id));
  return { ...loaded, all: [...loaded.rules, ...CODE_RULES.filter((rule) => !redefined.has(rule.id))] };
}

/** The rule set of a run over a program's sources. */
export function ruleSetOf(
  files: readonly RuleFile[],
  sources: RuleSources,
  trace?: (event: TraceEvent) => void,
): { readonly rules: RuleSet; readonly diagnostics: readonly Diagnostic[] } {
  const { all, errorSets, diagnostics } = readRules(files);
  return {
    rules: createRuleSet({ rules: all, errorSets, sources, ...(trace === undefined ? {} : { trace }) }),
    diagnostics,
  };
}
