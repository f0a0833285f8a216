import type { Bound, Expr, FunctionPointerType, GenericArgument, Path, PathSegment, Type } from '../rust-ast.js';
import { pathOf, segment } from './paths.js';

/** `typePath('core', 'ffi', 'c_int')`. */
export function typePath(...names: readonly (string | PathSegment)[]): Type {
  return { kind: 'path', path: pathOf(...names) };
}

/** A type from a path that exists already. */
export function typeOfPath(path: Path): Type {
  return { kind: 'path', path };
}

/** `genericType('Option', u8)`: the last name takes the arguments. */
export function genericType(name: string | readonly string[], ...generics: readonly (Type | GenericArgument)[]): Type {
  const names = typeof name === 'string' ? [name] : name;
  const last = names.at(-1) ?? '';
  return typePath(...names.slice(0, -1), segment(last, generics));
}

export function optionType(inner: Type): Type {
  return genericType('Option', inner);
}
export function resultType(ok: Type, error: Type): Type {
  return genericType('Result', ok, error);
}
export function refType(target: Type, lifetime?: string): Type {
  return { kind: 'reference', mutable: false, target, lifetime };
}
export function refMutType(target: Type, lifetime?: string): Type {
  return { kind: 'reference', mutable: true, target, lifetime };
}
export function constPointerType(target: Type): Type {
  return { kind: 'rawPointer', mutable: false, target };
}
export function mutPointerType(target: Type): Type {
  return { kind: 'rawPointer', mutable: true, target };
}
export function sliceType(element: Type): Type {
  return { kind: 'slice', element };
}
export function arrayType(element: Type, length: Expr): Type {
  return { kind: 'array', element, length };
}
export function tupleType(...elements: readonly Type[]): Type {
  return { kind: 'tuple', elements };
}
export function functionPointerType(
  parameters: readonly Type[],
  result?: Type,
  options: Partial<Omit<FunctionPointerType, 'kind' | 'parameters' | 'result'>> = {},
): Type {
  return { kind: 'functionPointer', parameters: parameters.map((type) => ({ type })), result, ...options };
}
export function implType(...bounds: readonly Bound[]): Type {
  return { kind: 'implTrait', bounds };
}
export function dynType(...bounds: readonly Bound[]): Type {
  return { kind: 'dynTrait', bounds };
}
/** `Fn(A) -> B` and its like as a bound. */
export function callableBound(trait: 'Fn' | 'FnMut' | 'FnOnce', parameters: readonly Type[], result?: Type): Bound {
  return { kind: 'trait', path: pathOf({ name: trait, signature: { parameters, result } }) };
}
export function traitBound(...names: readonly (string | PathSegment)[]): Bound {
  return { kind: 'trait', path: pathOf(...names) };
}
export function lifetimeBound(name: string): Bound {
  return { kind: 'lifetime', name };
}

export const unitType: Type = tupleType();
export const neverType: Type = { kind: 'never' };
export const inferredType: Type = { kind: 'inferred' };
export const selfType: Type = typePath('Self');
export const boolType: Type = typePath('bool');
export const u8Type: Type = typePath('u8');
export const usizeType: Type = typePath('usize');
