/** Applies a matched rule to a call. */
import type * as ir from '../../parse/ir/ir.js';
import type { Applied, Refusal, RuleHost } from './define.js';
import type { RuleMatch } from './rule-set.js';

/** The Rust of a call that a rule maps. */
export function applyRule(_match: RuleMatch, _call: ir.CallExpr, _host: RuleHost): Applied | Refusal {
  return { refused: 'rules are not applied yet' };
}
