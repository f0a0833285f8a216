/** `a catch b`, `a catch |e| b`. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { Type } from '../parse/ir/types.js';
import { adapt } from './adapt.js';
import { armBlock, armExpr } from './arm.js';
import type { Scope } from './context.js';
import { lowerExpr, lowerInto } from './expr.js';
import { captureOf, isVoid } from './local.js';
import { asExpr, type Lowered, mapLowered } from './lowered.js';
import { isCheap, neverMatch } from './optional.js';
import { type Tail, tailFor } from './tail.js';

/** The payload as the type of the whole, which may be an error union or optional of it again. */
function payloadAs(payload: Expr, from: Type, to: Type): Expr {
  if (to.kind === 'errorUnion' && from.kind !== 'errorUnion') return rust.call(rust.path('Ok'), [payload]);
  return to.kind === 'optional' && from.kind !== 'optional' ? rust.call(rust.path('Some'), [payload]) : payload;
}

export function lowerCatch(expr: ir.Catch, scope: Scope, tail?: Tail): Lowered {
  const { operand, handler, capture } = expr;
  const type = scope.crate.representation.type(operand.type);
  const lowered = lowerExpr(operand, scope);
  if (type.kind !== 'errorUnion' || scope.crate.errorSets.isEmpty(type.errorSet)) return lowered;
  if (handler.kind === 'unreachable') return mapLowered(lowered, (value) => rust.method(value, 'unwrap'));
  const slot = scope.crate.representation.expr(expr);
  if (capture === undefined && !isVoid(expr.type) && isCheap(handler)) {
    const fallback = lowerInto(handler, slot, scope);
    return mapLowered(lowered, (value) => rust.method(value, 'unwrap_or', [asExpr(fallback)]));
  }
  const own = handler.type.kind === 'noreturn' || isVoid(expr.type) ? tailFor(expr, tail) : undefined;
  const otherwise = adapt(lowerExpr(handler, scope, own), handler, slot, scope);
  const failed = rust.tupleStructPattern('Err', captureOf(capture, scope));
  if (expr.type.kind === 'noreturn') return mapLowered(lowered, (value) => neverMatch(value, 'Ok', failed, otherwise));
  if (isVoid(expr.type))
    return mapLowered(lowered, (value) => rust.ifLet(failed, value, armBlock(handler, otherwise, own)));
  const payload = 'value';
  return mapLowered(lowered, (value) =>
    rust.match(value, [
      rust.arm(
        rust.tupleStructPattern('Ok', rust.bind(payload)),
        payloadAs(rust.path(payload), type.payload, expr.type),
      ),
      rust.arm(failed, armExpr(otherwise)),
    ]),
  );
}
