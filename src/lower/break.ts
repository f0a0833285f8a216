/** `break` and `continue`. */
import * as rust from '../emit/build.js';
import type * as ir from '../parse/ir/ir.js';
import { isErrorSet, type Type } from '../parse/ir/types.js';
import { type Scope, unported } from './context.js';
import { continueTarget, frameOf, leaveTarget } from './exits.js';
import { lowerExpr } from './expr.js';
import { isVoid } from './local.js';
import { isUnit, type Lowered, mapLowered, pure } from './lowered.js';
import type { Tail } from './tail.js';
import { rustType } from './type.js';

export function lowerBreak(expr: ir.Break, scope: Scope, tail?: Tail): Lowered {
  const { operand, target } = expr;
  const value = operand === undefined ? pure(rust.unit) : lowerExpr(operand, scope);
  if (operand?.type.kind === 'noreturn') return value;
  if (tail?.kind === 'break' && tail.label === target) return value;
  const frame = frameOf(target, scope);
  if (frame === undefined) return unported('a break to a construct that is gone', expr.node);
  if (operand === undefined || isVoid(operand.type) || !frame.hasValue) {
    const pre = isUnit(value.expr) ? value.pre : [...value.pre, rust.exprStmt(value.expr)];
    return { pre, expr: leaveTarget(frame, undefined, undefined, scope) };
  }
  const type = rustType(operand.type, scope.crate.representation.expr(operand), scope);
  return mapLowered(value, (result) => leaveTarget(frame, result, type, scope));
}

export function lowerContinue(expr: ir.Continue, scope: Scope, tail?: Tail): Lowered {
  const { target, operand } = expr;
  if (tail?.kind === 'continue' && tail.label === target) return pure(rust.unit);
  const frame = frameOf(target, scope);
  if (frame === undefined) return unported('a continue of a construct that is gone', expr.node);
  if (operand === undefined) return pure(continueTarget(frame, scope));
  if (frame.onContinue.kind !== 'state') return unported('a continue with a value', expr.node);
  const value = stateValue(operand, frame.onContinue.type, scope);
  const store = rust.exprStmt(rust.assign(rust.path(frame.onContinue.variable), value.expr));
  return { pre: [...value.pre, store], expr: continueTarget(frame, scope) };
}

/** The new state of a switch, at the type of the old one. */
function stateValue(operand: ir.Expr, type: Type, scope: Scope): Lowered {
  if (operand.type === type || !isErrorSet(type) || !isErrorSet(operand.type)) return lowerExpr(operand, scope);
  return lowerExpr(
    { kind: 'coerce', coercion: 'errorSet', operand, type, node: operand.node, value: operand.value },
    scope,
  );
}
