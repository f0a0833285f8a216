/** `base[low..high]`. A part of a raw slice is made by the runtime, which checks the bounds and touches no memory. */
import * as rust from '../emit/build.js';
import type { Expr, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { PointerType, Type } from '../parse/ir/types.js';
import type { Value } from '../parse/ir/values.js';
import { borrow } from './address-of.js';
import { mayLookAt } from './analysis/overlap.js';
import { rootLocal } from './analysis/walk.js';
import { constant } from './constant.js';
import { runtimePath, type Scope, unported } from './context.js';
import { lowerExpr, lowerInto } from './expr.js';
import { indexedOwner, lowerIndexValue, withoutDeref } from './index-place.js';
import { hasStorage } from './load.js';
import { noteMutation } from './local.js';
import { after, type Lowered, mapLowered } from './lowered.js';
import { sequence } from './operands.js';
import { hoistTemporary, lowerPlace, receiver } from './place.js';
import { asRaw } from './pointer-cast.js';
import { ownerOf } from './representation/storage-local.js';
import { pointeeRepr } from './representation/type-repr.js';
import { lowerIndexedContainer } from './rules/mapped.js';
import { rustType } from './type.js';
import { unsafe } from './unsafe-mark.js';

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

/**
 * `base[low..][..length].copy_from_slice(b"…")`: a known array written over a part whose length the types know; undefined for any
 * other store. (A value that is read from somewhere could lie in the same storage: it is copied out first.)
 */
export function storePart(place: ir.Place, value: ir.Expr, scope: Scope): readonly Statement[] | undefined {
  if (place.kind !== 'deref' || place.pointer.kind !== 'slice' || value.value === undefined) return undefined;
  const { representation } = scope.crate;
  const repr = representation.expr(place.pointer);
  const isReference = repr.kind === 'pointer' && repr.mode === 'refMut';
  if (!isReference || place.type.kind !== 'array' || sentinelCheck(place.pointer) !== undefined) return undefined;
  const { pre, base, low, high } = slicedBase(place.pointer, true, scope);
  const part = rust.index(receiver(withoutDeref(base), true), rust.range(low, high));
  const source = lowerInto(value, representation.place(place), scope);
  const bytes = source.expr.kind === 'deref' ? source.expr.operand : rust.refTo(source.expr);
  return [...pre, ...source.pre, rust.exprStmt(rust.method(part, 'copy_from_slice', [bytes]))];
}

/** What a reference slice is a part of, as a place, and the bounds. */
function slicedBase(expr: ir.SliceExpr, isMutable: boolean, scope: Scope): Bounds {
  const { base } = expr;
  let place: Lowered;
  if (base.kind === 'addressOf') {
    if (isMutable) noteMutation(rootLocal(base.place), scope);
    place = lowerPlace(base.place, isMutable ? 'borrowMut' : 'borrow', scope);
  } else {
    if (isMutable) noteMutation(ownerOf(base, scope.crate.representation), scope);
    place =
      lowerIndexedContainer(base, isMutable ? 'borrowMut' : 'borrow', scope) ??
      lowerReferencePart(base, scope) ??
      lowerExpr(base, scope);
  }
  const parts = bounds(expr, place, scope);
  const borrowed = isMutable ? borrowedBySlice(base, scope) : undefined;
  const ready = borrowed === undefined ? parts : boundsFirst(expr, parts, borrowed, scope);
  return { ...ready, base: withoutBorrow(ready.base) };
}

/** What is borrowed before the bounds are evaluated. */
function borrowedBySlice(base: ir.Expr, scope: Scope): ir.Place | undefined {
  return base.kind === 'addressOf' ? base.place : indexedOwner({ kind: 'pointer', pointer: base }, scope);
}

/** Bounds that read the variable itself are evaluated before it is borrowed. */
function boundsFirst(expr: ir.SliceExpr, parts: Bounds, borrowed: ir.Place, scope: Scope): Bounds {
  const pre: Statement[] = [...parts.pre];
  const hoisted = (bound: ir.Expr | undefined, lowered: Expr | undefined, hint: string): Expr | undefined => {
    if (bound === undefined || lowered === undefined || bound.value !== undefined || !mayLookAt(bound, borrowed))
      return lowered;
    const name = scope.body.names.temporary(hint);
    pre.push(rust.let_(name, lowered));
    return rust.path(name);
  };
  const low = hoisted(expr.low, parts.low, 'start');
  const high = hoisted(expr.high, parts.high, 'end');
  return { ...parts, pre, low, high };
}

/** Indexing borrows by itself. */
function withoutBorrow(target: Expr): Expr {
  return target.kind === 'ref' && target.operand.kind === 'index' ? target.operand : target;
}

/** `&base[low..high]`. */
function lowerReferenceSlice(expr: ir.SliceExpr, isMutable: boolean, scope: Scope): Lowered {
  const isArray = expr.type.kind === 'pointer' && expr.type.size === 'one';
  if (isArray && isWholeArray(expr)) {
    const { pre, base } = slicedBase(expr, isMutable, scope);
    const whole = receiver(withoutDeref(base), isMutable);
    return { pre, expr: isMutable ? rust.refMut(whole) : rust.refTo(whole) };
  }
  const part = lowerPart(expr, isMutable, scope);
  if (!isArray) return part;
  // The length is known: a reference to an array.
  const array = rustType(expr.type, scope.crate.representation.expr(expr), scope);
  const convert = rust.exprOfPath(rust.qualifiedPath(array, undefined, 'try_from'));
  return mapLowered(part, (borrowed) => rust.method(rust.call(convert, [borrowed]), 'unwrap'));
}

/** A part of something known that has a name: it is read from there. Undefined for what is not known, or has none. */
export function lowerNamedPart(expr: ir.Expr, scope: Scope): Lowered | undefined {
  if (expr.kind === 'load' && expr.place.kind === 'temporary') return lowerNamedPart(expr.place.init, scope);
  if (expr.kind !== 'slice' || expr.value === undefined || expr.base.kind !== 'addressOf') return undefined;
  const repr = scope.crate.representation.expr(expr);
  const isShared = repr.kind === 'pointer' && (repr.mode === 'static' || repr.mode === 'ref');
  return isShared && hasStorage(expr.base.place, scope) ? lowerPart(expr, false, scope) : undefined;
}

function lowerPart(expr: ir.SliceExpr, isMutable: boolean, scope: Scope): Lowered {
  const parts = slicedBase(expr, isMutable, scope);
  return { pre: parts.pre, expr: borrowedPart(expr, parts, isMutable, scope) };
}

/** A reference to part of something as a slice, also where Zig knows its length; undefined for what is no such reference. */
export function lowerReferencePart(expr: ir.Expr, scope: Scope): Lowered | undefined {
  if (expr.kind !== 'slice' || expr.base.type.kind !== 'pointer') return undefined;
  const repr = scope.crate.representation.expr(expr);
  const mode = repr.kind === 'pointer' ? repr.mode : 'raw';
  return mode === 'ref' || mode === 'refMut' ? lowerPart(expr, mode === 'refMut', scope) : undefined;
}

/** `array[0..]`: a pointer to all of it. */
function isWholeArray({ base, type, low, sentinel }: ir.SliceExpr): boolean {
  if (base.kind !== 'addressOf' || base.place.type.kind !== 'array' || type.kind !== 'pointer') return false;
  const isFromStart = low.value?.kind === 'int' && Number(low.value.int) === 0;
  const { child } = type;
  return isFromStart && sentinel === undefined && child.kind === 'array' && child.length === base.place.type.length;
}

/** `&base[low..high]`, with the check of a sentinel that the author wrote. */
function borrowedPart(expr: ir.SliceExpr, { base, low, high }: Bounds, isMutable: boolean, scope: Scope): Expr {
  const source = receiver(withoutDeref(base), isMutable);
  const borrowed = (place: Expr) => (isMutable ? rust.refMut(place) : rust.refTo(place));
  const check = sentinelCheck(expr);
  if (low === undefined && high === undefined && !isMutable && isSharedSlice(expr.base, source, scope)) return source;
  if (check === undefined || high === undefined) return borrowed(rust.index(source, rust.range(low, high)));
  const sentinel = constant(check.sentinel, check.element, scope);
  const name = { within: 'part', behind: 'terminated_by', last: 'ending_in' }[check.at] + (isMutable ? '_mut' : '');
  const call = (args: readonly Expr[]) => rust.call(rust.path(...runtimePath(scope, 'sentinel', name)), args);
  switch (check.at) {
    case 'within':
      return call([borrowed(source), low ?? rust.int(0, 'usize'), high, sentinel]);
    case 'behind':
      return call([borrowed(rust.index(source, rust.range(low, high, true))), sentinel]);
    case 'last':
      return call([borrowed(rust.index(source, rust.range(low, high))), sentinel]);
  }
}

/** A variable that is a slice already: all of it is what it is. */
function isSharedSlice(base: ir.Expr, source: Expr, scope: Scope): boolean {
  if (base.kind !== 'load' || base.place.kind !== 'local' || source.kind !== 'path') return false;
  const repr = scope.crate.representation.expr(base);
  const isShared = repr.kind === 'pointer' && (repr.mode === 'ref' || repr.mode === 'static');
  return isShared && base.type.kind === 'pointer' && base.type.size === 'slice';
}

interface SentinelCheck {
  readonly sentinel: Value;
  readonly element: Type;
  /** Behind the part; its last element, where the part is an array with its sentinel; or perhaps that of the sliced slice itself. */
  readonly at: 'behind' | 'last' | 'within';
}

/** What `[low..high :s]` has to look at; undefined where the types say that the sentinel is there. */
function sentinelCheck({ sentinel, base, high, type, value }: ir.SliceExpr): SentinelCheck | undefined {
  if (sentinel === undefined || value !== undefined || base.type.kind !== 'pointer' || type.kind !== 'pointer')
    return undefined;
  const array = type.size === 'one' && type.child.kind === 'array' ? type.child : undefined;
  const element = array === undefined ? type.child : array.child;
  if (array !== undefined && array.sentinel === undefined) return { sentinel, element, at: 'last' };
  const source = base.type.size === 'one' && base.type.child.kind === 'array' ? base.type.child : undefined;
  const isOwnSentinel =
    source?.sentinel !== undefined && high?.value?.kind === 'int' && high.value.int === source.length;
  if (isOwnSentinel) return undefined;
  return {
    sentinel,
    element,
    at: base.type.size === 'slice' && base.type.sentinel !== undefined ? 'within' : 'behind',
  };
}

/** The base as a raw pointer, as mutable as its Zig type. */
function lowerRawBase(base: ir.Expr, type: PointerType, scope: Scope): Lowered {
  if (base.kind !== 'addressOf') {
    if (!type.isConst) noteMutation(ownerOf(base, scope.crate.representation), scope);
    return mapLowered(lowerExpr(base, scope), (held) => asRaw(held, base, scope));
  }
  if (!type.isConst) noteMutation(rootLocal(base.place), scope);
  const hoisted = hoistTemporary(base.place, !type.isConst, scope);
  const place = lowerPlace(hoisted.place, type.isConst ? 'borrow' : 'borrowMut', scope);
  return after(
    hoisted.pre,
    mapLowered(place, (target) => borrow(target, 'raw', !type.isConst)),
  );
}

/** The pointer after the check of a sentinel that the author wrote. */
function checkedPointer(expr: ir.SliceExpr, pointer: Expr, high: Expr | undefined, scope: Scope): Expr {
  const check = sentinelCheck(expr);
  const isMany = expr.base.type.kind === 'pointer' && (expr.base.type.size === 'many' || expr.base.type.size === 'c');
  if (check === undefined || high === undefined || expr.base.type.kind !== 'pointer' || !isMany) return pointer;
  const name = expr.base.type.isConst ? 'checked' : 'checked_mut';
  const sentinel = constant(check.sentinel, check.element, scope);
  const call = rust.call(rust.path(...runtimePath(scope, 'sentinel', name)), [pointer, high, sentinel]);
  return unsafe('rawDeref', call, scope, expr.node);
}

function lowerRawSlice(expr: ir.SliceExpr, scope: Scope): Lowered {
  const { base, type } = expr;
  if (base.type.kind !== 'pointer' || type.kind !== 'pointer') return unported('a slice of this', expr.node);
  const { pre, base: unchecked, low, high } = bounds(expr, lowerRawBase(base, base.type, scope), scope);
  const target = checkedPointer(expr, unchecked, high, scope);
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
