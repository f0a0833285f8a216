/** `a catch b`, `a catch |e| b`. */
import * as rust from '../emit/build.js';
import type * as ir from '../parse/ir/ir.js';
import { adapt } from './adapt.js';
import { armBlock, armExpr } from './arm.js';
import type { Scope } from './context.js';
import { converted } from './converted.js';
import { lowerExpr, lowerInto } from './expr.js';
import { captureOf, isVoid } from './local.js';
import { asExpr, type Lowered, mapLowered } from './lowered.js';
import { isCheap, neverMatch } from './optional.js';
import { payloadRepr } from './representation/type-repr.js';
import { type Tail, tailFor } from './tail.js';

/** `value catch null`, the payload being no optional by itself: `value.ok()`. */
function lowerOk({ operand, handler }: ir.Catch, scope: Scope): Lowered | undefined {
  if (handler.value?.kind !== 'null' || handler.kind === 'block') return undefined;
  if (operand.kind !== 'coerce' || operand.coercion !== 'errorSet') return undefined;
  const { representation, errorSets } = scope.crate;
  const from = representation.type(operand.operand.type);
  const to = representation.type(operand.type);
  if (from.kind !== 'errorUnion' || to.kind !== 'errorUnion' || errorSets.isEmpty(from.errorSet)) return undefined;
  const isWrapped = to.payload.kind === 'optional' && to.payload.child === from.payload;
  if (!isWrapped || from.payload.kind === 'pointer') return undefined;
  return mapLowered(lowerExpr(operand.operand, scope), (value) => rust.method(value, 'ok'));
}

/** What is caught: where only the payload was brought to the type of the whole, that is left to the arm of the payload. */
function payloadSource(operand: ir.Expr, scope: Scope): ir.Expr {
  if (operand.kind !== 'coerce' || operand.coercion !== 'errorSet') return operand;
  const { representation, errorSets } = scope.crate;
  const from = representation.type(operand.operand.type);
  const to = representation.type(operand.type);
  if (from.kind !== 'errorUnion' || to.kind !== 'errorUnion') return operand;
  return errorSets.isSame(from.errorSet, to.errorSet) ? operand.operand : operand;
}

export function lowerCatch(expr: ir.Catch, scope: Scope, tail?: Tail): Lowered {
  const { operand, handler, capture } = expr;
  const result = lowerOk(expr, scope);
  if (result !== undefined) return result;
  const isFallback = capture === undefined && !isVoid(expr.type) && isCheap(handler);
  const source = isFallback || handler.kind === 'unreachable' ? operand : payloadSource(operand, scope);
  const type = scope.crate.representation.type(source.type);
  const lowered = lowerExpr(source, scope);
  if (type.kind !== 'errorUnion' || scope.crate.errorSets.isEmpty(type.errorSet)) return lowered;
  if (handler.kind === 'unreachable') return mapLowered(lowered, (value) => rust.method(value, 'unwrap'));
  const slot = scope.crate.representation.expr(expr);
  if (isFallback) {
    const fallback = lowerInto(handler, slot, scope);
    return mapLowered(lowered, (value) => rust.method(value, 'unwrap_or', [asExpr(fallback)]));
  }
  const own = handler.type.kind === 'noreturn' || isVoid(expr.type) ? tailFor(expr, tail) : undefined;
  const otherwise = adapt(lowerExpr(handler, scope, own), handler, slot, scope);
  const failed = rust.tupleStructPattern('Err', captureOf(capture, scope));
  if (expr.type.kind === 'noreturn') return mapLowered(lowered, (value) => neverMatch(value, 'Ok', failed, otherwise));
  if (isVoid(expr.type))
    return mapLowered(lowered, (value) => rust.ifLet(failed, value, armBlock(handler, otherwise, own)));
  const held = source === operand ? undefined : payloadRepr(scope.crate.representation.expr(source));
  const conversion = { from: type.payload, to: expr.type, held: slot, source: held, node: expr.node };
  const payload = converted(rust.path('value'), conversion, scope);
  const succeeded = rust.arm(rust.tupleStructPattern('Ok', rust.bind('value')), payload);
  return mapLowered(lowered, (value) => rust.match(value, [succeeded, rust.arm(failed, armExpr(otherwise))]));
}
