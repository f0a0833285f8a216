/**
 * Values that flow from one way of holding a pointer into another. Rust itself turns `&mut T` into `&T` and a reference into a raw pointer
 * wherever a value flows into a place of known type, so most conversions are written by saying nothing.
 */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { PointerType, Type } from '../parse/ir/types.js';
import type { Scope } from './context.js';
import { noteMutation } from './local.js';
import { type Lowered, mapLowered } from './lowered.js';
import { addressOfOwned } from './pointer-cast.js';
import type { PointerMode, TypeRepr } from './representation/contract.js';
import { storageLocal } from './representation/storage-local.js';
import { outermostPointer, payloadRepr } from './representation/type-repr.js';

/** Converts a value held as its expression's representation says into one held as `to` says. */
export function adapt(lowered: Lowered, expr: ir.Expr, to: TypeRepr, scope: Scope): Lowered {
  const from = scope.crate.representation.expr(expr);
  const source = outermostPointer(from)?.mode;
  const target = outermostPointer(to)?.mode;
  if (source === undefined || target === undefined || source === target) return lowered;
  // An owner that is lent for writing is a variable that changes.
  const isLentForWriting = target === 'refMut' || (target === 'raw' && isWritable(expr.type));
  if (source === 'owned' && isLentForWriting && expr.kind === 'load')
    noteMutation(storageLocal(expr.place, scope.crate.representation), scope);
  if (from.kind === 'pointer') {
    return expr.type.kind === 'pointer'
      ? mapLowered(lowered, (value) => convert(value, expr.type, source, target, scope))
      : lowered;
  }
  return expr.type.kind === 'optional'
    ? mapLowered(lowered, (value) => convertOptional(value, expr.type, source, target, scope))
    : lowered;
}

function isWritable(type: Type): boolean {
  return type.kind === 'optional' ? isWritable(type.child) : type.kind === 'pointer' && !type.isConst;
}

function convert(value: Expr, type: Type, from: PointerMode, to: PointerMode, scope: Scope): Expr {
  const pointer = type as PointerType;
  if (from === 'owned') return to === 'raw' ? addressOfOwned(value, pointer, scope) : borrowOwned(value, pointer, to);
  // Nothing is lent for writing where it is only read.
  if (to === 'ref' && value.kind === 'ref' && value.operand.kind === 'array' && value.operand.elements.length === 0)
    return rust.refTo(value.operand);
  // Constant or borrowed bytes for a slot that owns what it holds: nobody can tell the copy.
  if (to === 'owned' && pointer.size === 'slice') return rust.method(value, 'to_vec');
  // A `*T` that is only read is held as `&T`; where the raw pointer is wanted its type is still `*mut T`.
  if (to === 'raw' && (from === 'ref' || from === 'static') && !pointer.isConst) {
    return rust.method(
      rust.call(rust.path(...scope.module.imports.use('core', 'ptr'), 'from_ref'), [value]),
      'cast_mut',
    );
  }
  return value;
}

function borrowOwned(value: Expr, pointer: PointerType, to: PointerMode): Expr {
  // The place of a mapped list's elements is written as their slice already.
  if (value.kind === 'ref') return to === 'refMut' ? writable(value) : value;
  const place = pointer.size === 'slice' ? value : rust.deref(value);
  return to === 'refMut' ? rust.refMut(place) : rust.refTo(place);
}

/** A borrow of elements as one that may be written through; the container behind a raw pointer is borrowed by hand, too. */
export function writable(borrow: Extract<Expr, { kind: 'ref' }>): Expr {
  const { operand } = borrow;
  const isNested = operand.kind === 'index' && operand.operand.kind === 'ref';
  return rust.refMut(isNested ? { ...operand, operand: writable(operand.operand) } : operand);
}

function convertOptional(value: Expr, type: Type, from: PointerMode, to: PointerMode, scope: Scope): Expr {
  if (from === 'owned' && to === 'ref') return rust.method(value, 'as_deref');
  if (from === 'owned' && to === 'refMut') return rust.method(value, 'as_deref_mut');
  if (from === 'refMut' && to === 'ref') return rust.method(value, 'as_deref');
  if (to !== 'raw' || type.kind !== 'optional' || type.child.kind !== 'pointer') return value;
  if (type.child.size === 'one')
    return rust.method(value, 'map', [rust.path(...scope.module.imports.use('core', 'ptr', 'NonNull'), 'from')]);
  const maker = from === 'refMut' ? 'from_mut' : 'from_ref';
  return rust.method(value, 'map', [rust.path(...scope.module.imports.use('core', 'ptr'), maker)]);
}

/** The tree of an optional's or error union's payload as this expression yields it. */
export function payloadOf(expr: ir.Expr, scope: Scope): TypeRepr {
  return payloadRepr(scope.crate.representation.expr(expr));
}
