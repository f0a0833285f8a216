/** Calls that a porting rule maps. */
import * as rust from '../emit/build.js';
import type * as ir from '../parse/ir/ir.js';
import type { FnInstance } from '../parse/ir/program.js';
import { payloadOf } from './adapt.js';
import { type Scope, unported } from './context.js';
import type { Lowered } from './lowered.js';
import { nonNullsOf } from './optional.js';
import { applyRule } from './rules/apply.js';
import type { CodeRule } from './rules/define.js';
import { ruleHost } from './rules/host.js';
import type { CallRule } from './rules/rule.js';
import type { RuleMatch } from './rules/rule-set.js';
import { isNonNullPayload } from './type.js';

/** The Rust of a call that a rule maps; undefined where none does. */
export function applyCallRule(call: ir.CallExpr, instance: FnInstance, scope: Scope): Lowered | undefined {
  const match = scope.crate.rules?.cutAtSignature(instance);
  if (match === undefined) return undefined;
  const applied = applyRule(match, call, ruleHost(scope));
  if ('refused' in applied) return unported(applied.refused, call.node);
  const reason = applied.needs.unsafe;
  const expr = reason === undefined ? applied.expr : rust.unsafeBlock(reason, applied.expr);
  return { pre: applied.statements, expr: isBarePointer(call, match, scope) ? nonNullsOf(expr, scope) : expr };
}

/** A container holds raw pointers as they are; an optional of one is an optional of `NonNull` everywhere else. */
function isBarePointer(call: ir.CallExpr, { rule }: RuleMatch<CallRule | CodeRule>, scope: Scope): boolean {
  const { type } = call;
  return (
    rule.result.kind === 'element' && type.kind === 'optional' && isNonNullPayload(type.child, payloadOf(call, scope))
  );
}
