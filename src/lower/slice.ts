/** `base[low..high]`. A part of a raw slice is made by the runtime, which checks the bounds and touches no memory. */
import * as rust from '../emit/build.js';
import type { Expr, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { PointerType } from '../parse/ir/types.js';
import { borrow } from './address-of.js';
import { rootLocal } from './analysis/walk.js';
import { runtimePath, type Scope, unported } from './context.js';
import { lowerExpr } from './expr.js';
import { lowerIndexValue, withoutDeref } from './index-place.js';
import { noteMutation } from './local.js';
import { after, type Lowered, mapLowered } from './lowered.js';
import { sequence } from './operands.js';
import { hoistTemporary, lowerPlace, receiver } from './place.js';
import { asRaw } from './pointer-cast.js';
import { pointeeRepr } from './representation/type-repr.js';
import { lowerIndexedContainer } from './rules/mapped.js';
import { rustType } from './type.js';

interface Bounds {
  readonly pre: readonly Statement[];
  readonly base: Expr;
  readonly low: Expr | undefined;
  readonly high: Expr | undefined;
}

export function lowerSlice(expr: ir.SliceExpr, scope: Scope): Lowered {
  const repr = scope.crate.representation.expr(expr);
  const mode = repr.kind === 'pointer' ? repr.mode : 'raw';
  const { base } = expr;
  if (base.type.kind !== 'pointer' || expr.type.kind !== 'pointer') return unported('a slice of this', expr.node);
  return mode === 'raw' ? lowerRawSlice(expr, scope) : lowerReferenceSlice(expr, mode === 'refMut', scope);
}

/** The operands in order; bounds that say nothing are left out. */
function bounds(expr: ir.SliceExpr, base: Lowered, scope: Scope): Bounds {
  const isZero = expr.low.value?.kind === 'int' && Number(expr.low.value.int) === 0;
  const low = lowerIndexValue(expr.low, scope);
  const high = expr.high === undefined ? undefined : lowerIndexValue(expr.high, scope);
  const sources = [expr.base, expr.low, ...(expr.high === undefined ? [] : [expr.high])];
  const { pre, exprs } = sequence(sources, [base, low, ...(high === undefined ? [] : [high])], scope);
  return { pre, base: exprs[0] as Expr, low: isZero ? undefined : exprs[1], high: exprs[2] };
}

/** `&base[low..high]`. */
function lowerReferenceSlice(expr: ir.SliceExpr, isMutable: boolean, scope: Scope): Lowered {
  const { base } = expr;
  let place: Lowered;
  if (base.kind === 'addressOf') {
    if (isMutable) noteMutation(rootLocal(base.place), scope);
    place = lowerPlace(base.place, isMutable ? 'borrowMut' : 'borrow', scope);
  } else {
    place = lowerIndexedContainer(base, isMutable ? 'borrowMut' : 'borrow', scope) ?? lowerExpr(base, scope);
  }
  const parts = bounds(expr, place, scope);
  const part = rust.index(receiver(withoutDeref(parts.base), isMutable), rust.range(parts.low, parts.high));
  const isArray = expr.type.kind === 'pointer' && expr.type.size === 'one';
  const borrowed = isMutable ? rust.refMut(part) : rust.refTo(part);
  if (!isArray) return { pre: parts.pre, expr: borrowed };
  // The length is known: a reference to an array.
  const array = rustType(expr.type, scope.crate.representation.expr(expr), scope);
  const convert = rust.exprOfPath(rust.qualifiedPath(array, undefined, 'try_from'));
  return { pre: parts.pre, expr: rust.method(rust.call(convert, [borrowed]), 'unwrap') };
}

/** The base as a raw pointer, as mutable as its Zig type. */
function lowerRawBase(base: ir.Expr, type: PointerType, scope: Scope): Lowered {
  if (base.kind !== 'addressOf') return mapLowered(lowerExpr(base, scope), (held) => asRaw(held, base, scope));
  if (!type.isConst) noteMutation(rootLocal(base.place), scope);
  const hoisted = hoistTemporary(base.place, !type.isConst, scope);
  const place = lowerPlace(hoisted.place, type.isConst ? 'borrow' : 'borrowMut', scope);
  return after(
    hoisted.pre,
    mapLowered(place, (target) => borrow(target, 'raw', !type.isConst)),
  );
}

function lowerRawSlice(expr: ir.SliceExpr, scope: Scope): Lowered {
  const { base, type } = expr;
  if (base.type.kind !== 'pointer' || type.kind !== 'pointer') return unported('a slice of this', expr.node);
  const { pre, base: target, low, high } = bounds(expr, lowerRawBase(base, base.type, scope), scope);
  const isMany = base.type.size === 'many' || base.type.size === 'c';
  const isSingle = base.type.size === 'one' && base.type.child.kind !== 'array';
  const suffix = type.isConst ? '' : '_mut';
  if (type.size === 'many' || type.size === 'c')
    return { pre, expr: rust.method(target, 'wrapping_add', [low ?? rust.int(0, 'usize')]) };
  if (isSingle) return unported('a slice of a single item', expr.node);
  if (isMany && high === undefined) return unported('an open slice of a many-item pointer', expr.node);
  const start = low ?? rust.int(0, 'usize');
  const call = (name: string, args: readonly Expr[]) =>
    rust.call(rust.path(...runtimePath(scope, 'raw_slice', name + suffix)), args);
  const slice = isMany
    ? call('from_pointer', [target, start, high as Expr])
    : low === undefined && high === undefined
      ? target
      : high === undefined
        ? call('from', [target, start])
        : call('part', [target, start, high]);
  if (type.size !== 'one') return { pre, expr: slice };
  const element = rustType(type.child, pointeeRepr(scope.crate.representation.expr(expr)), scope);
  return { pre, expr: rust.method(slice, 'cast', [], [element]) };
}
