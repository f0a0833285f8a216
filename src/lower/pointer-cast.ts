/** The same address as another type of pointer. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { FnType, PointerType, Type } from '../parse/ir/types.js';
import { rootLocal } from './analysis/walk.js';
import { nullPointer } from './boundary.js';
import { runtimePath, type Scope, unported } from './context.js';
import { lowerExpr } from './expr.js';
import { functionFromAddress } from './function-pointer.js';
import { noteMutation } from './local.js';
import { type Lowered, mapLowered, pure } from './lowered.js';
import { isBitPointer } from './packed.js';
import { checkNotNull } from './pointer-check.js';
import { terminatedText } from './representation/sentinels.js';
import { outermostPointer, rawRepr } from './representation/type-repr.js';
import { castToSlice } from './slice-cast.js';
import { isNonNullPayload, rawPointee, rawType } from './type.js';

/** Coercions that keep the address: to and from `*anyopaque`, `[*c]T`, `*[1]T`, of an array to a many-item pointer. */
export function lowerPointerCast(expr: ir.Coerce, scope: Scope): Lowered {
  const { operand, type } = expr;
  const sentinel = sentinelText(expr);
  if (sentinel !== undefined) return sentinel;
  return mapLowered(lowerExpr(operand, scope), (value) => castPointer(value, operand, type, scope));
}

/** Text that is handed on without its length carries its sentinel. */
function sentinelText(expr: ir.Coerce): Lowered | undefined {
  const { type, value } = expr;
  if (type.kind !== 'pointer' || type.size === 'slice' || type.size === 'one') return undefined;
  const text = terminatedText(value);
  return text === undefined ? undefined : pure(rust.method(rust.byteStr(text), 'as_ptr'));
}

/** `value as` a pointer of another type. */
export function castPointer(value: Expr, source: ir.Expr, to: Type, scope: Scope): Expr {
  const from = source.type;
  if (to.kind === 'optional' || from.kind === 'optional') return castOptional(value, source, to, scope);
  if (to.kind !== 'pointer' || from.kind !== 'pointer') return unported('this cast of a pointer', source.node);
  if (to.child.kind === 'fn') return toFunction(value, from, to.child, scope);
  if (from.child.kind === 'fn') return rust.cast(value, rawType(to, scope));
  const held = asRaw(value, source, scope);
  const raw = mayBeNull(from) && !mayBeNull(to) ? checkNotNull(held, to, scope) : held;
  if (sameTarget(from, to)) return raw;
  if (to.size === 'slice') return castToSlice(raw, from, to, scope);
  return rust.method(raw, 'cast', [], [rawPointee(to, scope)]);
}

/** A cast from or to an optional pointer. */
function castOptional(value: Expr, source: ir.Expr, to: Type, scope: Scope): Expr {
  if (source.type.kind === 'optional' && source.type.child.kind === 'pointer' && source.type.child.size === 'slice')
    return castOptionalSlice(value, source, source.type.child, to, scope);
  const [from, target] = [nullable(source.type), nullable(to)];
  const nonNull = scope.module.imports.use('core', 'ptr', 'NonNull');
  if (from !== undefined && target !== undefined) {
    const child = { kind: 'type' as const, type: rawPointee(target, scope) };
    return sameTarget(from, target)
      ? value
      : rust.method(value, 'map', [rust.path(...nonNull, { name: 'cast', generics: [child] })]);
  }
  if (target !== undefined && source.type.kind === 'pointer') {
    const raw = castPointer(value, source, target, scope);
    return rust.call(rust.path(...nonNull, 'new'), [source.type.isConst ? rust.method(raw, 'cast_mut') : raw]);
  }
  if (from === undefined || to.kind !== 'pointer' || to.size === 'slice' || to.child.kind === 'fn')
    return unported('this cast of a pointer', source.node);
  const null_ = rust.call(rust.path(...scope.module.imports.use('core', 'ptr'), 'null_mut'), []);
  const raw = mayBeNull(to)
    ? rust.method(value, 'map_or', [null_, rust.path(...nonNull, 'as_ptr')])
    : rust.method(rust.method(value, 'expect', [rust.str('cast causes pointer to be null')]), 'as_ptr');
  return sameTarget(from, to) ? raw : rust.method(raw, 'cast', [], [rawPointee(to, scope)]);
}

/** Where an optional slice begins; null where there is none, if that may be. */
function castOptionalSlice(value: Expr, source: ir.Expr, from: PointerType, to: Type, scope: Scope): Expr {
  if (to.kind !== 'pointer' || to.size === 'slice' || to.child.kind === 'fn')
    return unported('this cast of an optional slice', source.node);
  const mode = outermostPointer(scope.crate.representation.expr(source))?.mode;
  const slice = rust.path('slice');
  const first =
    mode === 'raw' || mode === undefined
      ? rust.method(slice, 'cast', [], [rawPointee(to, scope)])
      : rust.method(slice, from.isConst ? 'as_ptr' : 'as_mut_ptr');
  const pointer =
    mode === 'raw' || from.child === to.child ? first : rust.method(first, 'cast', [], [rawPointee(to, scope)]);
  const taken = rust.mapping('slice', pointer);
  return mayBeNull(to)
    ? rust.method(value, 'map_or', [nullPointer(from.isConst), taken])
    : rust.method(rust.method(value, 'map', [taken]), 'unwrap');
}

function mayBeNull(type: PointerType): boolean {
  return type.size === 'c' || type.isAllowzero;
}

/** The pointer in an optional that is held as `Option<NonNull<T>>`. */
export function nullable(type: Type): PointerType | undefined {
  if (type.kind !== 'optional' || type.child.kind !== 'pointer') return undefined;
  return isNonNullPayload(type.child, rawRepr(type.child)) ? type.child : undefined;
}

/** A pointer to a function from another pointer. */
function toFunction(value: Expr, from: PointerType, to: FnType, scope: Scope): Expr {
  const address = from.child.kind === 'fn' ? rust.cast(value, rust.usizeType) : rust.method(value, 'expose_provenance');
  return functionFromAddress(address, to, scope);
}

/** A pointer value whose methods are to be called: references are made raw. */
export function asRaw(value: Expr, source: ir.Expr, scope: Scope): Expr {
  const { type } = source;
  if (type.kind !== 'pointer') return value;
  const repr = scope.crate.representation.expr(source);
  const isRaw = repr.kind !== 'pointer' || repr.mode === 'raw';
  if (repr.kind === 'pointer' && repr.mode === 'owned') {
    if (!type.isConst && source.kind === 'load') noteMutation(rootLocal(source.place), scope);
    return addressOfOwned(value, type, scope);
  }
  const isShared = !isRaw && repr.mode !== 'refMut';
  return isRaw && !isReference(value) ? value : rawOf(value, type, isShared, scope);
}

/** The address of what an owner holds. That of a `Vec` is asked for: a reference to the elements would end every other pointer to them. */
export function addressOfOwned(value: Expr, type: PointerType, scope: Scope): Expr {
  if (value.kind === 'ref') return value.mutable ? rust.rawRefMut(value.operand) : rust.rawRefConst(value.operand);
  if (type.size !== 'slice')
    return type.isConst ? rust.rawRefConst(rust.deref(value)) : rust.rawRefMut(rust.deref(value));
  const name = type.isConst ? 'of_vec' : 'of_vec_mut';
  const owner = type.isConst ? rust.refTo(value) : rust.refMut(value);
  return rust.call(rust.path(...runtimePath(scope, 'raw_slice', name)), [owner]);
}

function isReference(value: Expr): boolean {
  return value.kind === 'ref' || (value.kind === 'literal' && value.literal.kind === 'byteStr');
}

function rawOf(value: Expr, from: PointerType, isShared: boolean, scope: Scope): Expr {
  if (value.kind === 'ref' && isPlaceExpr(value.operand))
    return value.mutable ? rust.rawRefMut(value.operand) : rust.rawRefConst(value.operand);
  const isConst = from.isConst || isShared;
  const raw = rust.call(rust.path(...scope.module.imports.use('core', 'ptr'), isConst ? 'from_ref' : 'from_mut'), [
    value,
  ]);
  return isConst && !from.isConst ? rust.method(raw, 'cast_mut') : raw;
}

/** Expressions that denote storage, whose address can be taken without a temporary. */
function isPlaceExpr(expr: Expr): boolean {
  switch (expr.kind) {
    case 'path':
      return !/^[A-Z0-9_]+$/.test(expr.path.segments.at(-1)?.name ?? '');
    case 'deref':
      return true;
    case 'field':
    case 'tupleField':
    case 'index':
      return isPlaceExpr(expr.operand);
    default:
      return false;
  }
}

function sameTarget(from: PointerType, to: PointerType): boolean {
  if ((from.size === 'slice') !== (to.size === 'slice')) return false;
  if (from.hostSize !== to.hostSize) return false;
  return from.child === to.child || isBitPointer(from);
}
