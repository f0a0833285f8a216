import type { GenericArgument, Path, PathSegment, Type } from '../rust-ast.js';

/** A path from names: `pathOf('std', 'mem', 'swap')`. */
export function pathOf(...names: readonly (string | PathSegment)[]): Path {
  return { segments: names.map((name) => (typeof name === 'string' ? { name } : name)) };
}

/** `::core::mem::swap`, for places where a name of the crate hides `core`. */
export function globalPath(...names: readonly (string | PathSegment)[]): Path {
  return { ...pathOf(...names), global: true };
}

/** A path segment with generic arguments: `segment('Vec', [u8])`. The printer writes `::<` where an expression needs it. */
export function segment(name: string, generics: readonly (Type | GenericArgument)[]): PathSegment {
  return { name, generics: generics.map(genericArgument) };
}

/** `<type as trait>::name`. */
export function qualifiedPath(type: Type, trait: Path | undefined, ...names: readonly (string | PathSegment)[]): Path {
  return { ...pathOf(...names), qualifiedSelf: { type, trait } };
}

/** The path with more segments at its end. */
export function extendPath(path: Path, ...names: readonly (string | PathSegment)[]): Path {
  return { ...path, segments: [...path.segments, ...pathOf(...names).segments] };
}

/** The name, if the path is one plain name. */
export function singleName(path: Path): string | undefined {
  const [only, second] = path.segments;
  if (only === undefined || second !== undefined || path.global === true || path.qualifiedSelf !== undefined)
    return undefined;
  return only.generics === undefined && only.signature === undefined ? only.name : undefined;
}

export function typeArgument(type: Type): GenericArgument {
  return { kind: 'type', type };
}

/** A generic argument from a type; generic arguments stay. */
export function genericArgument(argument: Type | GenericArgument): GenericArgument {
  return isGenericArgument(argument) ? argument : typeArgument(argument);
}

const genericArgumentKinds: ReadonlySet<string> = new Set(['type', 'lifetime', 'const', 'binding', 'constraint']);

function isGenericArgument(argument: Type | GenericArgument): argument is GenericArgument {
  return genericArgumentKinds.has(argument.kind);
}
