/** `?T` to `?U`. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { PointerType } from '../parse/ir/types.js';
import { adapt, payloadOf } from './adapt.js';
import { widened } from './compare.js';
import { type Scope, unported } from './context.js';
import { converted } from './converted.js';
import { lowerExpr } from './expr.js';
import { hasFrom, nativeInt } from './integer.js';
import { type Lowered, mapLowered } from './lowered.js';
import { pointersOf } from './optional.js';
import type { TypeRepr } from './representation/contract.js';
import { isNonNullPayload, rawType } from './type.js';

export function lowerOptionalChild(expr: ir.Coerce, scope: Scope): Lowered {
  const { operand, type } = expr;
  const seen = scope.crate.representation.type(type);
  if (seen.kind !== 'optional' || operand.type.kind !== 'optional') {
    const { representation } = scope.crate;
    const [source, held] = [representation.expr(operand), representation.expr(expr)];
    const conversion = { from: operand.type, to: type, source, held, node: expr.node };
    return mapLowered(lowerExpr(operand, scope), (value) => converted(value, conversion, scope));
  }
  const [from, to] = [operand.type.child, seen.child];
  const lowered = lowerExpr(operand, scope);
  if (from.kind === 'int' && to.kind === 'int') {
    const [source, target] = [nativeInt(from), nativeInt(to)];
    if (source === undefined || target === undefined) return unported('integers beyond 128 bits', expr.node);
    if (source.name === target.name) return lowered;
    if (hasFrom(source, target))
      return mapLowered(lowered, (value) => rust.method(value, 'map', [rust.path(target.name, 'from')]));
    const convert = rust.mapping('value', widened(rust.path('value'), from, to, scope));
    return mapLowered(lowered, (value) => rust.method(value, 'map', [convert]));
  }
  if (from.kind === 'pointer' && to.kind === 'pointer') {
    const adapted = adapt(lowered, operand, scope.crate.representation.expr(expr), scope);
    return mapLowered(adapted, (value) =>
      pointerOptional(value, from, to, payloadOf(operand, scope), payloadOf(expr, scope), scope),
    );
  }
  const { representation } = scope.crate;
  const [source, held] = [representation.expr(operand), representation.expr(expr)];
  const conversion = { from: operand.type, to: type, source, held, node: expr.node };
  return mapLowered(lowered, (value) => converted(value, conversion, scope));
}

/** An optional of pointers, converted to the slot's mode already, as one of another sort of pointers. */
function pointerOptional(
  value: Expr,
  from: PointerType,
  to: PointerType,
  fromRepr: TypeRepr,
  toRepr: TypeRepr,
  scope: Scope,
): Expr {
  const isRaw = toRepr.kind === 'pointer' && toRepr.mode === 'raw';
  const becomesNonNull = isNonNullPayload(to, toRepr);
  // A reference that became raw on the way is a `NonNull` already.
  const wasReference = fromRepr.kind === 'pointer' && fromRepr.mode !== 'raw' && isRaw;
  const isNonNull = wasReference ? from.size === 'one' : isNonNullPayload(from, fromRepr);
  if (isNonNull && becomesNonNull) return from.child === to.child ? value : castNonNull(value, to, scope);
  if (isNonNull) return pointersOf(value, scope);
  if (becomesNonNull) return unported('this coercion of an optional pointer');
  if (!isRaw || from.isConst === to.isConst) return value;
  return rust.method(value, 'map', [rust.mapping('slice', rust.method(rust.path('slice'), 'cast_const'))]);
}

function castNonNull(value: Expr, to: PointerType, scope: Scope): Expr {
  const child = { kind: 'type' as const, type: rawType(to.child, scope) };
  const cast = rust.path(...scope.module.imports.use('core', 'ptr', 'NonNull'), { name: 'cast', generics: [child] });
  return rust.method(value, 'map', [cast]);
}
