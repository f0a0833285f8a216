/** `?T` to `?U`. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { PointerType } from '../parse/ir/types.js';
import { adapt, payloadOf } from './adapt.js';
import { widened } from './compare.js';
import { type Scope, unported } from './context.js';
import { lowerExpr } from './expr.js';
import { hasFrom, nativeInt } from './integer.js';
import { type Lowered, mapLowered } from './lowered.js';
import { pointersOf } from './optional.js';
import type { TypeRepr } from './representation/contract.js';
import { isNonNullPayload } from './type.js';

export function lowerOptionalChild(expr: ir.Coerce, scope: Scope): Lowered {
  const { operand, type } = expr;
  if (type.kind !== 'optional' || operand.type.kind !== 'optional') return lowerExpr(operand, scope);
  const [from, to] = [operand.type.child, type.child];
  const lowered = lowerExpr(operand, scope);
  if (from.kind === 'int' && to.kind === 'int') {
    const [source, target] = [nativeInt(from), nativeInt(to)];
    if (source === undefined || target === undefined) return unported('integers beyond 128 bits', expr.node);
    if (source.name === target.name) return lowered;
    if (hasFrom(source, target))
      return mapLowered(lowered, (value) => rust.method(value, 'map', [rust.path(target.name, 'from')]));
    const convert = rust.closure(['value'], widened(rust.path('value'), from, to, scope));
    return mapLowered(lowered, (value) => rust.method(value, 'map', [convert]));
  }
  if (from.kind === 'pointer' && to.kind === 'pointer') {
    const adapted = adapt(lowered, operand, scope.crate.representation.expr(expr), scope);
    return mapLowered(adapted, (value) =>
      pointerOptional(value, from, to, payloadOf(operand, scope), payloadOf(expr, scope), scope),
    );
  }
  return unported('this coercion of an optional', expr.node);
}

/** An optional of raw pointers as one of another sort of raw pointers. */
function pointerOptional(
  value: Expr,
  from: PointerType,
  to: PointerType,
  fromRepr: TypeRepr,
  toRepr: TypeRepr,
  scope: Scope,
): Expr {
  const [isNonNull, becomesNonNull] = [isNonNullPayload(from, fromRepr), isNonNullPayload(to, toRepr)];
  if (isNonNull && !becomesNonNull) return pointersOf(value, scope);
  if (!isNonNull && becomesNonNull) return unported('this coercion of an optional pointer');
  const isRaw = toRepr.kind === 'pointer' && toRepr.mode === 'raw' && !isNonNull;
  if (!isRaw || from.isConst === to.isConst) return value;
  return rust.method(value, 'map', [rust.closure(['slice'], rust.method(rust.path('slice'), 'cast_const'))]);
}
