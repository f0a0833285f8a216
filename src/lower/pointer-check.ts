/** The checks of casts that make pointers: that an address is not null and aligned. What the types promise is not asked again. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type { PointerType, Type } from '../parse/ir/types.js';
import { runtimePath, type Scope } from './context.js';
import { rawType } from './type.js';
import { naturalAlignment } from './unaligned.js';

/** The alignment in bytes that a pointer's type promises; undefined where only Rust knows it. */
function promisedAlignment(type: PointerType): number | undefined {
  if (type.align !== 0) return type.align;
  const { child } = type;
  return child.kind === 'opaque' || child.kind === 'anyopaque' || child.kind === 'fn' ? 1 : naturalAlignment(child);
}

function alignmentExpr(type: PointerType, scope: Scope): Expr {
  const known = promisedAlignment(type);
  if (known !== undefined) return rust.int(BigInt(known), 'usize');
  const generics = [{ kind: 'type' as const, type: rawType(type.child, scope) }];
  return rust.call(rust.path({ name: 'align_of', generics }), []);
}

/** `@ptrFromInt` of an address that is not known: a raw pointer. */
export function pointerFromAddress(address: Expr, type: PointerType, isNullable: boolean, scope: Scope): Expr {
  const mayBeZero = isNullable || type.isAllowzero || type.size === 'c';
  const name = `${mayBeZero ? 'from_any_address' : 'from_address'}${type.isConst && !isNullable ? '' : '_mut'}`;
  const path = runtimePath(scope, 'pointer', name);
  const generics = [{ kind: 'type' as const, type: rawType(type.child, scope) }];
  const callee = rust.path(...path.slice(0, -1), { name, generics });
  return rust.call(callee, [address, alignmentExpr(type, scope)]);
}

/** Whether `@ptrFromInt` to this type has something to check. */
export function isAddressChecked(type: PointerType, isNullable: boolean): boolean {
  return promisedAlignment(type) !== 1 || !(isNullable || type.isAllowzero || type.size === 'c');
}

/** A raw pointer as one of a type that promises more alignment. */
export function checkAlignment(pointer: Expr, from: PointerType, to: PointerType, scope: Scope): Expr {
  // Rust says nothing of where functions lie.
  if (to.child.kind === 'fn') return pointer;
  const [has, wants] = [promisedAlignment(from), promisedAlignment(to)];
  if (has !== undefined && wants !== undefined && wants <= has) return pointer;
  const name = `${to.size === 'slice' ? 'aligned_slice' : 'aligned'}${to.isConst ? '' : '_mut'}`;
  return rust.call(rust.path(...runtimePath(scope, 'pointer', name)), [pointer, alignmentExpr(to, scope)]);
}

/** A C pointer as one that is not null. */
export function checkNotNull(pointer: Expr, to: PointerType, scope: Scope): Expr {
  return rust.call(rust.path(...runtimePath(scope, 'pointer', to.isConst ? 'not_null' : 'not_null_mut')), [pointer]);
}

/** `p.?` of a C pointer. */
export function checkUnwrapped(pointer: Expr, type: Type, scope: Scope): Expr {
  const isConst = type.kind === 'pointer' && type.isConst;
  return rust.call(rust.path(...runtimePath(scope, 'pointer', isConst ? 'unwrapped' : 'unwrapped_mut')), [pointer]);
}
