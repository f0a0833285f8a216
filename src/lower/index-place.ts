/** `a[i]` as a place: of an array, a slice, a many-item pointer, a vector. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { Type } from '../parse/ir/types.js';
import type { Value } from '../parse/ir/values.js';
import { effectsOf } from './analysis/effects.js';
import { isComptimeNumber } from './analysis/number-types.js';
import { constant } from './constant.js';
import { runtimePath, type Scope, unported } from './context.js';
import { lowerExpr } from './expr.js';
import { type Lowered, mapLowered, pure } from './lowered.js';
import { isNothing } from './nothing.js';
import { type Access, joinIndex, lowerPlace, receiver } from './place.js';
import type { PointerMode } from './representation/contract.js';
import { outermostPointer } from './representation/type-repr.js';
import { isMappedSlice, lowerIndexedContainer } from './rules/mapped.js';
import { rawType } from './type.js';
import { unsafe } from './unsafe-mark.js';

export function lowerIndex(place: ir.IndexPlace, access: Access, scope: Scope): Lowered {
  const { base } = place;
  if (base.kind === 'pointer' && isAtOneAddress(place, base.pointer.type))
    return mapLowered(lowerExpr(base.pointer, scope), (pointer) =>
      unsafe('rawDeref', rust.deref(pointer), scope, place.node),
    );
  const index = lowerIndexValue(place.index, scope);
  if (base.kind === 'array') {
    if (base.place.type.kind === 'tuple') return lowerTupleIndex(place, base.place, access, scope);
    return joinIndex(lowerPlace(base.place, access, scope), index, place.index, undefined, scope, rust.index);
  }
  const { pointer } = base;
  const mapped = lowerIndexedContainer(pointer, access, scope);
  if (mapped !== undefined)
    return joinIndex(mapped, index, place.index, pointer, scope, (list, at) => rust.index(withoutDeref(list), at));
  const lowered = lowerExpr(pointer, scope);
  const repr = scope.crate.representation.expr(pointer);
  const mode = repr.kind === 'pointer' ? repr.mode : 'raw';
  const isSlice = pointer.type.kind === 'pointer' && pointer.type.size === 'slice';
  const sentinel = access === 'read' ? readableSentinel(place, pointer.type) : undefined;
  return joinIndex(lowered, index, place.index, pointer, scope, (target, at) => {
    if (sentinel !== undefined) return elementOrSentinel(target, at, sentinel, mode, place, scope);
    // A `Vec` is borrowed by its index.
    if (mode === 'owned') return rust.index(receiver(target, access === 'write' || access === 'borrowMut'), at);
    if (mode !== 'raw') return rust.index(target, at);
    if (target.kind === 'ref' || target.kind === 'rawRef') return rust.index(target.operand, at);
    if (isSlice) return unsafe('rawDeref', rust.index(rust.deref(target), at), scope, place.node);
    return unsafe('rawDeref', rust.deref(rust.method(target, 'add', [at])), scope, place.node);
  });
}

/** Whether all elements behind a pointer without a length are one place, so that the index says nothing. */
function isAtOneAddress(place: ir.IndexPlace, pointer: Type): boolean {
  if (pointer.kind !== 'pointer' || pointer.size === 'slice' || !isNothing(place.type)) return false;
  const { writes, leaves } = effectsOf(place.index);
  return !writes && !leaves;
}

/** The container that an index borrows by itself, where it is one: Rust finds the elements of a `Vec` by a call. */
export function indexedOwner(base: ir.IndexPlace['base'], scope: Scope): ir.Place | undefined {
  if (base.kind === 'array') return ownerAround(base.place, scope);
  const { pointer } = base;
  if (pointer.kind !== 'load') return undefined;
  const isOwned = outermostPointer(scope.crate.representation.place(pointer.place))?.mode === 'owned';
  return isOwned || isMappedSlice(pointer, scope) ? pointer.place : ownerAround(pointer.place, scope);
}

function ownerAround(place: ir.Place, scope: Scope): ir.Place | undefined {
  switch (place.kind) {
    case 'index':
      return indexedOwner(place.base, scope);
    case 'fieldPlace':
    case 'optionalPayload':
    case 'errorPayload':
      return ownerAround(place.base, scope);
    default:
      return undefined;
  }
}

/** The sentinel that a read of an element of the slice may find. */
function readableSentinel(place: ir.IndexPlace, type: Type): Value | undefined {
  return type.kind === 'pointer' && type.size === 'slice' && !isCounted(place.index) ? type.sentinel : undefined;
}

/** The index of a `for` runs over the elements. */
function isCounted(index: ir.Expr): boolean {
  return index.kind === 'load' && index.place.kind === 'local' && index.place.local.role === 'capture';
}

/** `s[i]` of a slice with a sentinel, where `i` may be `s.len`. The type says what stands there: it need not lie in memory. */
function elementOrSentinel(
  target: Expr,
  index: Expr,
  sentinel: Value,
  mode: PointerMode,
  place: ir.IndexPlace,
  scope: Scope,
): Expr {
  const items = {
    raw: () => unsafe('rawDeref', rust.refTo(rust.deref(target)), scope, place.node),
    owned: () => rust.refTo(target),
    refMut: () => target,
    ref: () => target,
    static: () => target,
  }[mode]();
  const value = constant(sentinel, place.type, scope);
  return rust.call(
    rust.path(...runtimePath(scope, 'sentinel', 'at')),
    [items, index, value],
    [undefined, rust.usizeType, rawType(place.type, scope)],
  );
}

/** An index as a `usize`. */
export function lowerIndexValue(index: ir.Expr, scope: Scope): Lowered {
  if (isComptimeNumber(index.type) && index.value?.kind === 'int') return pure(rust.int(index.value.int, 'usize'));
  const lowered = lowerExpr(index, scope);
  if (index.type.kind !== 'int' || index.type.name === 'usize') return lowered;
  return mapLowered(lowered, (value) => rust.cast(value, rust.usizeType));
}

function lowerTupleIndex(place: ir.IndexPlace, base: ir.Place, access: Access, scope: Scope): Lowered {
  const { value } = place.index;
  const index = value?.kind === 'int' ? Number(value.int) : undefined;
  if (index === undefined || base.type.kind !== 'tuple')
    return unported('an index of a tuple that is not known', place.node);
  return lowerTupleField(base, base.type, index, access, scope, place);
}

/** Field `index` of a tuple: comptime fields have no storage. */
export function lowerTupleField(
  base: ir.Place,
  type: Extract<ir.Place['type'], { kind: 'tuple' }>,
  index: number,
  access: Access,
  scope: Scope,
  place: ir.Place,
): Lowered {
  const element = type.elements[index];
  if (element === undefined) return unported('a tuple field that is not there', place.node);
  if (element.value !== undefined) return pure(constant(element.value, element.type, scope, place.node));
  const position = type.elements.slice(0, index).filter((one) => one.value === undefined).length;
  return mapLowered(lowerPlace(base, access, scope), (target) => rust.tupleField(withoutDeref(target), position));
}

/** Rust dereferences references by itself before a field. */
export function withoutDeref(target: Expr): Expr {
  return target.kind === 'deref' ? target.operand : target;
}
