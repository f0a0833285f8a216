/** Pointers to arrays as slices. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { ArrayType } from '../parse/ir/types.js';
import { constant } from './constant.js';
import type { Scope } from './context.js';
import { lowerExpr } from './expr.js';
import { type Lowered, mapLowered, pure } from './lowered.js';
import { payloadRepr, pointeeRepr } from './representation/type-repr.js';
import { lowerReferencePart } from './slice.js';
import { isNonNullPayload, preludeName, rawType } from './type.js';
import { unsafe } from './unsafe-mark.js';

export function lowerArrayToSlice(expr: ir.Coerce, scope: Scope): Lowered {
  const from = expr.operand.type;
  const isFixed = expr.value?.kind === 'slice' && expr.value.pointer.base.kind === 'integer';
  if (isFixed && expr.value !== undefined) return pure(constant(expr.value, expr.type, scope, expr.node));
  const isEmpty = from.kind === 'pointer' && from.child.kind === 'array' && from.child.length === 0;
  if (isEmpty && from.isConst && expr.type.kind === 'pointer' && !expr.type.isConst)
    return pure(emptySlice(expr, scope));
  const whole = lowerReferencePart(expr.operand, scope) ?? lowerExpr(expr.operand, scope);
  const elements = from.kind === 'pointer' && from.child.kind === 'array' ? from.child : undefined;
  return elements === undefined ? whole : mapLowered(whole, (value) => asOptionals(value, elements, expr, scope));
}

/** A slice of nothing, which Rust lends for writing too; an owner of nothing. */
function emptySlice(expr: ir.Coerce, scope: Scope): Expr {
  const repr = scope.crate.representation.expr(expr);
  if (repr.kind === 'pointer' && repr.mode === 'owned')
    return rust.call(rust.path(...preludeName('Vec', scope), 'new'), []);
  const isShared = repr.kind === 'pointer' && (repr.mode === 'ref' || repr.mode === 'static');
  return isShared ? rust.refTo(rust.arrayLit([])) : rust.refMut(rust.arrayLit([]));
}

/** Pointers that are never null, seen as optional ones: `Option<NonNull<T>>` lies in memory as `*mut T` does. */
function asOptionals(value: Expr, elements: ArrayType, expr: ir.Coerce, scope: Scope): Expr {
  const target = expr.type.kind === 'pointer' ? expr.type.child : undefined;
  if (elements.child.kind !== 'pointer' || target?.kind !== 'optional') return value;
  const repr = scope.crate.representation.expr(expr);
  const isRaw = repr.kind !== 'pointer' || repr.mode === 'raw';
  if (!isNonNullPayload(target.child, payloadRepr(pointeeRepr(repr)))) return value;
  const array = rust.arrayType(rawType(target, scope), rust.int(elements.length));
  if (isRaw) return rust.method(value, 'cast', [], [array]);
  const pointer = rust.call(rust.path(...scope.module.imports.use('core', 'ptr'), 'from_ref'), [value]);
  return rust.refTo(unsafe('transmute', rust.deref(rust.method(pointer, 'cast', [], [array])), scope, expr.node));
}
