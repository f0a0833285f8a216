/**
 * Values at another Zig type than they have, where only the Rust expression is at hand: what peers were brought to inside of an error
 * union or optional (`parse(text) catch null`, `find(x) orelse error.NotFound`).
 */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import { type ErrorUnionType, isErrorSet, type OptionalType, type PointerType, type Type } from '../parse/ir/types.js';
import type * as ast from '../parse/syntax/ast.js';
import { widened } from './compare.js';
import { nonNull } from './constant.js';
import { type Scope, unported } from './context.js';
import { convertFloat } from './float.js';
import { pointersOf } from './optional.js';
import type { PointerMode, TypeRepr } from './representation/contract.js';
import { payloadRepr } from './representation/type-repr.js';
import { convertError } from './try.js';
import { isNonNullPayload } from './type.js';

/** What a value becomes, and how it is held then. */
export interface Conversion {
  readonly from: Type;
  readonly to: Type;
  readonly held: TypeRepr;
  /** How the value is held now, where it is not held alike. */
  readonly source?: TypeRepr | undefined;
  readonly node: ast.Node;
}

/** The value as one of the type `to`. */
export function converted(value: Expr, conversion: Conversion, scope: Scope): Expr {
  const { from, to, held, node } = conversion;
  const { representation } = scope.crate;
  const source = representation.type(from);
  const target = representation.type(to);
  if (source === target || isSamePointer(source, target)) return value;
  const inside: Inside = (inner, one, other) =>
    converted(inner, { from: one, to: other, ...payloadsOf(conversion, one !== from), node }, scope);
  if (target.kind === 'errorUnion') return toErrorUnion(value, source, target, inside, scope);
  if (target.kind === 'optional') return toOptional(value, source, target, conversion, inside, scope);
  if (source.kind === 'int' && target.kind === 'int') return widened(value, source, target, scope);
  if (source.kind === 'float' && target.kind === 'float') return convertFloat(value, source, target, scope);
  if (source.kind === 'pointer' && target.kind === 'pointer' && isConstOf(target, source))
    return asConst(value, modeOf(conversion.source ?? held), modeOf(held), node);
  return unported(`a ${source.kind} as ${target.kind} inside of another value`, node);
}

/** How what lies inside is held; `isUnwrapped`: the value has been taken out of a wrapper, too. */
function payloadsOf({ held, source }: Conversion, isUnwrapped: boolean): Pick<Conversion, 'held' | 'source'> {
  return {
    held: payloadRepr(held),
    source: isUnwrapped && source !== undefined ? payloadRepr(source) : source,
  };
}

/** The same pointer, through which nothing is written any more. */
function isConstOf(to: PointerType, from: PointerType): boolean {
  return to.isConst && !from.isConst && to.child === from.child && to.size === from.size;
}

function asConst(value: Expr, from: PointerMode, to: PointerMode, node: ast.Node): Expr {
  if (from === 'raw' && to === 'raw') return rust.method(value, 'cast_const');
  if (from === 'refMut' && to === 'ref') return rust.refTo(rust.deref(value));
  return from === to ? value : unported('a pointer held in another way inside of another value', node);
}

function modeOf(repr: TypeRepr): PointerMode {
  return repr.kind === 'pointer' ? repr.mode : 'raw';
}

type Inside = (value: Expr, from: Type, to: Type) => Expr;

function toErrorUnion(value: Expr, from: Type, to: ErrorUnionType, inside: Inside, scope: Scope): Expr {
  const { errorSets } = scope.crate;
  if (isErrorSet(from)) return rust.call(rust.path('Err'), [convertError(value, from, to.errorSet, scope)]);
  if (from.kind !== 'errorUnion' || errorSets.isEmpty(from.errorSet)) {
    const payload = inside(value, from.kind === 'errorUnion' ? from.payload : from, to.payload);
    return errorSets.isEmpty(to.errorSet) ? payload : rust.call(rust.path('Ok'), [payload]);
  }
  const written = payloadIn(value);
  if (written !== undefined) return rust.call(rust.path('Ok'), [inside(written, from.payload, to.payload)]);
  const mapped = mapInside(value, (payload) => inside(payload, from.payload, to.payload));
  if (errorSets.isSame(from.errorSet, to.errorSet)) return mapped;
  errorSets.convert(from.errorSet, to.errorSet, scope);
  return rust.method(mapped, 'map_err', [rust.path(...errorSets.segments(to.errorSet, scope), 'from')]);
}

/** What stands in a written `Ok(…)`, which says nothing of its error's type. */
function payloadIn(value: Expr): Expr | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'path') return undefined;
  return value.callee.path.segments.at(-1)?.name === 'Ok' ? value.arguments[0] : undefined;
}

function toOptional(
  value: Expr,
  from: Type,
  to: OptionalType,
  { held, source }: Conversion,
  inside: Inside,
  scope: Scope,
): Expr {
  if (from.kind === 'null') return rust.path('None');
  if (from.kind === 'optional') {
    const isPointer = from.child.kind === 'pointer' && to.child.kind !== 'pointer';
    const isNonNull = isPointer && isNonNullPayload(from.child, payloadRepr(source ?? held));
    const pointers = isNonNull ? pointersOf(value, scope) : value;
    return mapInside(pointers, (payload) => inside(payload, from.child, to.child));
  }
  const payload = inside(value, from, to.child);
  const isPointer = to.child.kind === 'pointer' && isNonNullPayload(to.child, payloadRepr(held));
  if (isPointer) return nonNull(payload, (from.kind === 'pointer' ? from : to.child) as PointerType, scope);
  return rust.call(rust.path('Some'), [payload]);
}

/** `value.map(Some)`, or with a closure; the value itself where nothing changes inside. */
function mapInside(value: Expr, convert: (payload: Expr) => Expr): Expr {
  const payload = rust.path('value');
  const result = convert(payload);
  return result === payload ? value : rust.method(value, 'map', [rust.mapping('value', result)]);
}

/** Pointers that are one type in Rust. */
function isSamePointer(a: Type, b: Type): boolean {
  return (
    a.kind === 'pointer' && b.kind === 'pointer' && a.size === b.size && a.child === b.child && a.isConst === b.isConst
  );
}
