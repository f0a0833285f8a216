/** `&place`: the borrow that the representation pass decided on. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { UnionType } from '../parse/ir/types.js';
import { rootLocal } from './analysis/walk.js';
import { constant } from './constant.js';
import { hasPayload } from './constant-aggregate.js';
import { addressOfConstant } from './constant-pointer.js';
import { type Scope, unported } from './context.js';
import { isBehindStatic } from './load.js';
import { noteMutation } from './local.js';
import { after, type Lowered, mapLowered, pure } from './lowered.js';
import { memberPath } from './names/paths.js';
import { bitAddress } from './packed-place.js';
import { hoistTemporary, lowerPlace } from './place.js';
import type { TypeRepr } from './representation/contract.js';
import { pointeeRepr, rawRepr } from './representation/type-repr.js';
import { rawType } from './type.js';
import { requestParent } from './union.js';
import { unsafe } from './unsafe-mark.js';

export function lowerAddressOf(expr: ir.AddressOf, scope: Scope): Lowered {
  const { type, place } = expr;
  if (type.kind !== 'pointer') return unported('an address that is no pointer', expr.node);
  if (type.child.kind === 'fn') return lowerFunctionAddress(expr, scope);
  if (type.hostSize > 0) return bitAddress({ ...expr, type }, scope);
  const repr = scope.crate.representation.expr(expr);
  const mode = repr.kind === 'pointer' ? repr.mode : 'raw';
  const root = rootLocal(place);
  const isPromoted = root !== undefined && scope.crate.representation.promoted.has(root);
  if (mode === 'static' && expr.value !== undefined && !isPromoted && !isBehindStatic(place, scope))
    return pure(constant(expr.value, type, scope, expr.node, repr));
  if (place.kind === 'temporary' && place.init.value !== undefined && type.isConst)
    return promoted(place.init, mode === 'raw' ? undefined : pointeeRepr(repr), scope);
  const isMutable = mode === 'refMut' || (mode === 'raw' && !type.isConst);
  if (isMutable) noteMutation(rootLocal(place), scope);
  const hoisted = hoistTemporary(place, isMutable, scope);
  const address =
    (mode === 'raw' ? addressInUnion(hoisted.place, isMutable, scope) : undefined) ??
    mapLowered(lowerPlace(hoisted.place, isMutable ? 'borrowMut' : 'borrow', scope), (target) =>
      mode !== 'raw' && !isMutable && isShared(place, target, scope) ? target.operand : borrow(target, mode, isMutable),
    );
  return after(hoisted.pre, address);
}

/** The fields of an extern union lie where it lies. (A raw borrow of the field itself is unsafe in some versions of Rust, and safe in others.) */
function addressInUnion(place: ir.Place, isMutable: boolean, scope: Scope): Lowered | undefined {
  if (place.kind !== 'fieldPlace' || place.container.kind !== 'union') return undefined;
  if (scope.crate.parentFields.get(place.container)?.has(place.index) === true)
    return addressForParent(place, place.container, isMutable, scope);
  if (place.container.layout !== 'extern') return undefined;
  return mapLowered(lowerPlace(place.base, isMutable ? 'borrowMut' : 'borrow', scope), (union) =>
    rust.method(borrow(union, 'raw', isMutable), 'cast', [], [rawType(place.type, scope)]),
  );
}

/** Whether a place is what a variable with a shared reference leads to: `&*v` is `v`. */
function isShared(place: ir.Place, target: Expr, scope: Scope): target is Extract<Expr, { readonly kind: 'deref' }> {
  const { representation } = scope.crate;
  if (target.kind !== 'deref' || target.operand.kind !== 'path') return false;
  if (place.kind === 'local') return representation.binding(place.local) === 'ref';
  const repr = place.kind === 'deref' ? representation.expr(place.pointer) : undefined;
  return repr?.kind === 'pointer' && (repr.mode === 'ref' || repr.mode === 'static');
}

/** An address from which the whole union can be reached: made from the union's own. */
function addressForParent(place: ir.FieldPlace, union: UnionType, isMutable: boolean, scope: Scope): Lowered {
  if (!hasPayload(union, place.index)) return unported('the address of a field without a value', place.node);
  const { address } = requestParent(union, place.index, scope);
  const callee = rust.exprOfPath(memberPath(union, address, scope));
  return mapLowered(lowerPlace(place.base, isMutable ? 'borrowMut' : 'borrow', scope), (whole) => {
    const pointer = rust.call(callee, [borrow(whole, 'raw', isMutable)]);
    const called = unsafe('rawDeref', pointer, scope, place.node);
    return isMutable ? rust.method(called, 'cast_mut') : called;
  });
}

/** A borrow of a place, as a reference or as a raw pointer. */
export function borrow(target: Expr, mode: string, isMutable: boolean): Expr {
  // `&*&CONSTANT` is the promoted constant, a reference that becomes a raw pointer by itself.
  if (target.kind === 'deref' && target.operand.kind === 'ref' && !isMutable) return target.operand;
  // `&*p` of a raw pointer is the pointer itself.
  if (mode === 'raw' && target.kind === 'unsafe') {
    const { tail } = target.block;
    if (tail?.kind === 'deref') return withoutAccess(tail.operand);
  }
  if (mode === 'raw') return isMutable ? rust.rawRefMut(target) : rust.rawRefConst(target);
  return isMutable ? rust.refMut(target) : rust.refTo(target);
}

/** `p.add(i)` promises that the element is there; an address alone does not. */
function withoutAccess(pointer: Expr): Expr {
  return pointer.kind === 'methodCall' && pointer.method === 'add' ? { ...pointer, method: 'wrapping_add' } : pointer;
}

/** The address of a constant: Rust promotes it to a `static`. */
function promoted(init: ir.Expr, held: TypeRepr | undefined, scope: Scope): Lowered {
  const repr = held ?? rawRepr(init.type);
  const value = constant(init.value ?? { kind: 'void' }, init.type, scope, init.node, repr);
  return pure(init.type.kind === 'fn' ? value : addressOfConstant(value, init.type, scope, repr));
}

function lowerFunctionAddress(expr: ir.AddressOf, scope: Scope): Lowered {
  if (expr.value !== undefined) return pure(constant(expr.value, expr.type, scope, expr.node));
  return lowerPlace(expr.place, 'read', scope);
}
