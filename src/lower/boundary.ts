/**
 * The C boundary. Inside of the crate `?*T` is `Option<NonNull<T>>`; in the signature of a C function it is a nullable raw pointer. Values
 * are converted where they cross, and two conversions that meet cancel out.
 */

import * as rust from '../emit/build.js';
import { localName } from '../emit/local-name.js';
import type { Block, ElseBranch, Expr, MethodCallExpr, Type as RustType } from '../emit/rust-ast.js';
import type { FnInstance } from '../parse/ir/program.js';
import type { PointerType, Type } from '../parse/ir/types.js';
import { T } from '../parse/sema/pool.js';
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
  const pointer = nullable(type) ?? (type.kind === 'pointer' && (crosses(type) || isText(type)) ? type : undefined);
  if (pointer === undefined) return rawType(type, site);
  const target = isText(pointer)
    ? rust.typePath(...site.module.imports.use('core', 'ffi', 'c_char'))
    : boundaryType(pointer.child, site);
  return pointer.isConst ? rust.constPointerType(target) : rust.mutPointerType(target);
}

/** Text as C knows it, `[*:0]u8`: its bytes are `c_char`. */
function isText({ size, child, sentinel }: PointerType): boolean {
  return size === 'many' && child === T.u8 && sentinel?.kind === 'int' && BigInt(sentinel.int) === 0n;
}

/** The result type in a C signature; undefined for none. */
export function boundaryResult(type: Type, site: Site): RustType | undefined {
  return type.kind === 'noreturn' ? rust.neverType : resultOf(boundaryType(type, site));
}

/** Whether what a pointer points to looks different in C: the pointer itself is then cast. */
function crosses(type: Type): boolean {
  if (type.kind !== 'pointer' || type.size === 'slice') return false;
  const { child } = type;
  return nullable(child) !== undefined || crosses(child) || (child.kind === 'pointer' && isText(child));
}

/** Whether a value of the type looks different in the signature of a C function. */
export function isConverted(type: Type): boolean {
  return nullable(type) !== undefined || crosses(type) || (type.kind === 'pointer' && isText(type));
}

/** A value of the crate as C takes it. */
export function toBoundary(value: Expr, type: Type): Expr {
  if (crosses(type)) return isNull(value) ? value : rust.method(value, 'cast');
  if (type.kind === 'pointer' && isText(type)) return asText(value);
  const pointer = nullable(type);
  if (pointer === undefined) return value;
  if (isNone(value)) return nullPointer(pointer.isConst);
  const inner = wrapped(value);
  if (inner !== undefined) return textOf(pointer.isConst ? withoutCall(inner, 'cast_mut') : inner, pointer);
  const raw = rust.method(value, 'map_or', [nullPointer(false), rust.path('std', 'ptr', 'NonNull', 'as_ptr')]);
  return textOf(pointer.isConst ? rust.method(raw, 'cast_const') : raw, pointer);
}

/** What C gives, as a value of the crate. */
export function fromBoundary(value: Expr, type: Type, site: Site): Expr {
  if (crosses(type)) return rust.method(value, 'cast');
  if (type.kind === 'pointer' && isText(type)) return asBytes(value);
  const pointer = nullable(type);
  if (pointer === undefined) return value;
  const path = rust.path(...site.module.imports.use('core', 'ptr', 'NonNull'), 'new');
  const raw = pointer.isConst ? rust.method(value, 'cast_mut') : value;
  return rust.call(path, [isText(pointer) ? asBytes(raw) : raw]);
}

function textOf(value: Expr, pointer: PointerType): Expr {
  return isText(pointer) ? asText(value) : value;
}

function asBytes(value: Expr): Expr {
  return rust.method(value, 'cast', [], [rust.u8Type]);
}

/** A pointer to bytes as one to `c_char`, in each branch; a literal is one of C. */
function asText(value: Expr): Expr {
  switch (value.kind) {
    case 'if':
      return value.else === undefined
        ? value
        : { ...value, then: withText(value.then), else: elseWithText(value.else) };
    case 'match':
      return { ...value, arms: value.arms.map((arm) => ({ ...arm, body: asText(arm.body) })) };
    case 'methodCall':
      return textLiteral(value) ?? rust.method(withoutCall(value, 'cast'), 'cast');
    default:
      return isNull(value) || NEVER.has(value.kind) ? value : rust.method(value, 'cast');
  }
}

const NEVER: ReadonlySet<Expr['kind']> = new Set(['return', 'break', 'continue']);

function withText(block: Block): Block {
  return block.tail === undefined ? block : { ...block, tail: asText(block.tail) };
}

function elseWithText(branch: ElseBranch): ElseBranch {
  if (branch.kind === 'block') return { kind: 'block', block: withText(branch.block) };
  const inner = branch.else === undefined ? branch.else : elseWithText(branch.else);
  return { ...branch, then: withText(branch.then), else: inner };
}

/** `c"text".as_ptr()` for `b"text\0".as_ptr()`. */
function textLiteral({ receiver, method }: MethodCallExpr): Expr | undefined {
  if (method !== 'as_ptr' || receiver.kind !== 'literal' || receiver.literal.kind !== 'byteStr') return undefined;
  const { value } = receiver.literal;
  if (value.length === 0 || value.indexOf(0) !== value.length - 1) return undefined;
  return rust.method(rust.cStr(value.subarray(0, -1)), 'as_ptr');
}

/** The receiver of the call where the expression is one, else itself. */
function withoutCall(value: Expr, method: string): Expr {
  return value.kind === 'methodCall' && value.method === method ? value.receiver : value;
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

/** `p.is_null()` for `NonNull::new(p)` that is asked whether it is there, whatever `p` is cast to for it. */
export function nullTest(value: Expr): Expr | undefined {
  let pointer = madeBy('new', value);
  while (pointer?.kind === 'methodCall' && (pointer.method === 'cast' || pointer.method === 'cast_mut'))
    pointer = pointer.receiver;
  return pointer && rust.method(pointer, 'is_null');
}

function madeBy(maker: 'new' | 'from', value: Expr): Expr | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'path') return undefined;
  const [type, last] = value.callee.path.segments.slice(-2);
  return type?.name === 'NonNull' && last?.name === maker ? value.arguments[0] : undefined;
}
