/** Calls that a porting rule maps. */
import * as rust from '../emit/build.js';
import type * as ir from '../parse/ir/ir.js';
import type { FnInstance } from '../parse/ir/program.js';
import { type Scope, unported } from './context.js';
import type { Lowered } from './lowered.js';
import { applyRule } from './rules/apply.js';
import { ruleHost } from './rules/host.js';

/** The Rust of a call that a rule maps; undefined where none does. */
export function applyCallRule(call: ir.CallExpr, instance: FnInstance, scope: Scope): Lowered | undefined {
  const match = scope.crate.rules?.cutAtSignature(instance);
  if (match === undefined) return undefined;
  const applied = applyRule(match, call, ruleHost(scope));
  if ('refused' in applied) return unported(applied.refused, call.node);
  const reason = applied.needs.unsafe;
  return {
    pre: applied.statements,
    expr: reason === undefined ? applied.expr : rust.unsafeBlock(reason, applied.expr),
  };
}
