/**
 * Pointers to functions in Rust: what they are handed is raw, and whatever their types borrow has one lifetime, as with the functions that
 * they may point to (`representation/signature.ts`).
 */
import * as rust from '../emit/build.js';
import type { Type as RustType } from '../emit/rust-ast.js';
import type { FnType, Type } from '../parse/ir/types.js';
import { boundaryResult, boundaryType } from './boundary.js';
import type { Site } from './context.js';
import type { Representation, TypeRepr } from './representation/contract.js';
import { rawRepr } from './representation/type-repr.js';
import { resultType, rustType } from './type.js';

/** Whether values of the type hold a raw pointer that a callee may follow. */
function holdsPointer(type: Type): boolean {
  if (type.kind === 'pointer') return type.child.kind !== 'fn';
  return (type.kind === 'optional' || type.kind === 'array') && holdsPointer(type.child);
}

/** A function pointer whose callee may be foreign, or dereference its arguments, is called in `unsafe`. */
export function isUnsafeFunctionType(type: FnType): boolean {
  return type.callconv === 'c' || type.params.some((param) => param.type !== undefined && holdsPointer(param.type));
}

/** The type of a function pointer. What C calls has the types of C's signatures. */
export function functionType(type: FnType, site: Site): RustType {
  if (type.callconv === 'c') return foreignFunctionType(type, site);
  const { representation } = site.crate;
  const params = type.params.flatMap((param) =>
    param.type === undefined || param.isComptime || representation.isErased(param.type) ? [] : [param.type],
  );
  const count = (of: readonly Type[]) =>
    of.reduce((sum, one) => sum + lifetimeCount(representation.type(one), representation), 0);
  const [taken, given] = [count(params), count(type.returnType === undefined ? [] : [type.returnType])];
  // Elision says what one lifetime says; several are one, and of what no parameter brings nothing is known.
  const isNamed = taken > 0 && taken + given > 1 && !(taken === 1 && given === 1);
  const lifetime = isNamed ? CALLER : taken === 0 ? 'static' : undefined;
  const reprOf = (one: Type) => withLifetime(rawRepr(one), representation.type(one), lifetime, representation);
  const result = type.returnType === undefined ? undefined : resultType(type.returnType, reprOf(type.returnType), site);
  return rust.functionPointerType(
    params.map((one) => rustType(one, reprOf(one), site)),
    result,
    {
      unsafe: isUnsafeFunctionType(type),
      ...(isNamed ? { lifetimes: [CALLER] } : {}),
    },
  );
}

function foreignFunctionType(type: FnType, site: Site): RustType {
  const parameters = type.params.flatMap((param) => (param.type === undefined ? [] : [boundaryType(param.type, site)]));
  const result = type.returnType === undefined ? undefined : boundaryResult(type.returnType, site);
  return rust.functionPointerType(parameters, result, { unsafe: true, abi: 'C' });
}

/** The lifetime of what is handed through a function pointer. */
const CALLER = 'call';

/** How many lifetimes the types in a raw type name. */
function lifetimeCount(type: Type, representation: Representation): number {
  switch (type.kind) {
    case 'pointer':
    case 'optional':
    case 'array':
    case 'vector':
      return lifetimeCount(type.child, representation);
    case 'errorUnion':
      return lifetimeCount(type.payload, representation);
    case 'tuple':
      return type.elements.reduce((sum, element) => sum + lifetimeCount(element.type, representation), 0);
    case 'struct':
    case 'union':
      return representation.nominal(type).lifetimes.length;
    default:
      return 0;
  }
}

/** The tree of a raw type with one lifetime for all that its types name. */
function withLifetime(
  repr: TypeRepr,
  type: Type,
  lifetime: string | undefined,
  representation: Representation,
): TypeRepr {
  if (lifetime === undefined) return repr;
  const again = (inner: TypeRepr, of: Type) => withLifetime(inner, of, lifetime, representation);
  if (repr.kind === 'pointer' && type.kind === 'pointer') return { ...repr, child: again(repr.child, type.child) };
  if (repr.kind === 'tuple' && type.kind === 'tuple')
    return { ...repr, elements: repr.elements.map((one, index) => again(one, type.elements[index]?.type ?? type)) };
  if (repr.kind === 'wrapper' && 'child' in type) return { ...repr, child: again(repr.child, type.child) };
  if (repr.kind === 'wrapper' && type.kind === 'errorUnion') return { ...repr, child: again(repr.child, type.payload) };
  return repr.kind === 'nominal' && (type.kind === 'struct' || type.kind === 'union')
    ? { ...repr, lifetimes: representation.nominal(type).lifetimes.map(() => lifetime) }
    : repr;
}
