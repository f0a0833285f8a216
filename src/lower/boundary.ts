/**
 * The C boundary. Inside of the crate `?*T` is `Option<NonNull<T>>`; in the signature of a C function it is a nullable raw pointer. Values
 * are converted where they cross, and two conversions that meet cancel out.
 */

import * as rust from '../emit/build.js';
import { localName } from '../emit/local-name.js';
import type { Expr, Type as RustType } from '../emit/rust-ast.js';
import type { FnInstance } from '../parse/ir/program.js';
import type { PointerType, Type } from '../parse/ir/types.js';
import type { Site } from './context.js';
import { rawType, resultOf } from './type.js';

/** Whether the function's signature is C's. */
export function isForeign(instance: FnInstance): boolean {
  return instance.isExtern || instance.isExport || instance.callconv === 'c';
}

/** The pointer type that a type is at the boundary: `?*T` is one that may be null. */
function nullable(type: Type): PointerType | undefined {
  if (type.kind !== 'optional' || type.child.kind !== 'pointer') return undefined;
  return type.child.size === 'slice' || type.child.child.kind === 'fn' ? undefined : type.child;
}

/** The Rust type in the signature of a C function. */
export function boundaryType(type: Type, site: Site): RustType {
  const pointer = nullable(type) ?? (type.kind === 'pointer' && crosses(type) ? type : undefined);
  if (pointer === undefined) return rawType(type, site);
  const target = boundaryType(pointer.child, site);
  return pointer.isConst ? rust.constPointerType(target) : rust.mutPointerType(target);
}

/** The result type in a C signature; undefined for none. */
export function boundaryResult(type: Type, site: Site): RustType | undefined {
  return type.kind === 'noreturn' ? rust.neverType : resultOf(boundaryType(type, site));
}

/** Whether what a pointer points to looks different in C: the pointer itself is then cast. */
function crosses(type: Type): boolean {
  return (
    type.kind === 'pointer' && type.size !== 'slice' && (nullable(type.child) !== undefined || crosses(type.child))
  );
}

/** Whether a value of the type looks different in the signature of a C function. */
export function isConverted(type: Type): boolean {
  return nullable(type) !== undefined || crosses(type);
}

/** A value of the crate as C takes it. */
export function toBoundary(value: Expr, type: Type): Expr {
  if (crosses(type)) return isNull(value) ? value : rust.method(value, 'cast');
  const pointer = nullable(type);
  if (pointer === undefined) return value;
  if (isNone(value)) return nullPointer(pointer.isConst);
  const inner = wrapped(value);
  if (inner !== undefined) return inner;
  const raw = rust.method(value, 'map_or', [nullPointer(false), rust.path('std', 'ptr', 'NonNull', 'as_ptr')]);
  return pointer.isConst ? rust.method(raw, 'cast_const') : raw;
}

/** What C gives, as a value of the crate. */
export function fromBoundary(value: Expr, type: Type, site: Site): Expr {
  if (crosses(type)) return rust.method(value, 'cast');
  const pointer = nullable(type);
  if (pointer === undefined) return value;
  const path = rust.path(...site.module.imports.use('core', 'ptr', 'NonNull'), 'new');
  return rust.call(path, [pointer.isConst ? rust.method(value, 'cast_mut') : value]);
}

/** The null pointer. */
export function nullPointer(isConst: boolean): Expr {
  return rust.call(rust.path('std', 'ptr', isConst ? 'null' : 'null_mut'), []);
}
function isNull(value: Expr): boolean {
  const last =
    value.kind === 'call' && value.callee.kind === 'path' ? value.callee.path.segments.at(-1)?.name : undefined;
  return last === 'null' || last === 'null_mut';
}

function isNone(value: Expr): boolean {
  return localName(value) === 'None';
}

/** The pointer in `NonNull::new(pointer)`, the reference in `Some(NonNull::from(reference))`. */
function wrapped(value: Expr): Expr | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'path') return undefined;
  const [argument] = value.arguments;
  if (localName(value.callee) === 'Some') return argument === undefined ? undefined : madeBy('from', argument);
  return madeBy('new', value);
}

function madeBy(maker: 'new' | 'from', value: Expr): Expr | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'path') return undefined;
  const [type, last] = value.callee.path.segments.slice(-2);
  return type?.name === 'NonNull' && last?.name === maker ? value.arguments[0] : undefined;
}
