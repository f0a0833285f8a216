/** What the literal pass knows of types. */
import type { Path, Type } from '../rust-ast.js';

/** A type, or the knowledge that there is one independent of context, or nothing. */
export type Fact = Type | 'fixed' | undefined;

const primitives: ReadonlySet<string> = new Set(
  'u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64 bool char str'.split(' '),
);

export function primitiveType(name: string): Type {
  return { kind: 'path', path: { segments: [{ name }] } };
}
export const usize: Type = primitiveType('usize');
export const u32: Type = primitiveType('u32');

/** `u32` for the type `u32`. */
export function primitiveName(type: Type): string | undefined {
  if (type.kind !== 'path' || type.path.qualifiedSelf !== undefined) return undefined;
  const [only, second] = type.path.segments;
  return second === undefined && only !== undefined && primitives.has(only.name) ? only.name : undefined;
}

export function isPrimitiveName(name: string | undefined): name is string {
  return name !== undefined && primitives.has(name);
}

/** The last name of a path type: `Vec` for `std::vec::Vec<u8>`. */
export function typeName(type: Type): string | undefined {
  return type.kind === 'path' ? type.path.segments.at(-1)?.name : undefined;
}

/** The type arguments of a path type. */
export function typeArguments(type: Type): readonly Type[] {
  if (type.kind !== 'path') return [];
  const generics = type.path.segments.at(-1)?.generics ?? [];
  return generics.flatMap((argument) => (argument.kind === 'type' ? [argument.type] : []));
}

/** What `*x` is, for references, pointers and boxes. */
export function pointee(type: Type): Type | undefined {
  if (type.kind === 'reference' || type.kind === 'rawPointer') return type.target;
  return typeName(type) === 'Box' ? typeArguments(type)[0] : undefined;
}

/** The type behind any number of references, for field access and methods. */
export function behindReferences(type: Type): Type {
  const inner = pointee(type);
  return inner === undefined ? type : behindReferences(inner);
}

/** What `x[i]` is. */
export function elementType(type: Type): Type | undefined {
  const inner = behindReferences(type);
  if (inner.kind === 'array' || inner.kind === 'slice') return inner.element;
  return typeName(inner) === 'Vec' ? typeArguments(inner)[0] : undefined;
}

/** Whether the type mentions one of the names, which are generic parameters. */
export function mentions(type: Type, names: ReadonlySet<string>): boolean {
  switch (type.kind) {
    case 'path':
      return pathMentions(type.path, names);
    case 'reference':
    case 'rawPointer':
      return mentions(type.target, names);
    case 'array':
    case 'slice':
      return mentions(type.element, names);
    case 'tuple':
      return type.elements.some((element) => mentions(element, names));
    case 'never':
      return false;
    default:
      return true;
  }
}

function pathMentions(path: Path, names: ReadonlySet<string>): boolean {
  if (path.qualifiedSelf !== undefined) return true;
  return path.segments.some(
    (segment) =>
      names.has(segment.name) ||
      segment.signature !== undefined ||
      (segment.generics ?? []).some((argument) => argument.kind === 'type' && mentions(argument.type, names)),
  );
}
