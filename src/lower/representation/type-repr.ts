/** Building and walking `TypeRepr` trees. */
import type { Type } from '../../parse/ir/types.js';
import type { TypeRepr } from './contract.js';

export const PLAIN: TypeRepr = { kind: 'plain' };

/** The tree of a type in which every pointer is raw. */
export function rawRepr(type: Type): TypeRepr {
  switch (type.kind) {
    case 'pointer':
      return { kind: 'pointer', mode: 'raw', lifetime: undefined, child: rawRepr(type.child) };
    case 'optional':
    case 'array':
    case 'vector':
      return wrapper(rawRepr(type.child));
    case 'errorUnion':
      return wrapper(rawRepr(type.payload));
    case 'tuple':
      return { kind: 'tuple', elements: type.elements.map((element) => rawRepr(element.type)) };
    case 'struct':
    case 'enum':
    case 'union':
    case 'opaque':
      return { kind: 'nominal', lifetimes: [], typeArguments: [] };
    default:
      return PLAIN;
  }
}

/** The tree of an optional, array, vector or error union around `child`. */
export function wrapper(child: TypeRepr): TypeRepr {
  return { kind: 'wrapper', child };
}

/** What lies behind an optional, array or error union; the tree itself for anything else. */
export function payloadRepr(repr: TypeRepr): TypeRepr {
  return repr.kind === 'wrapper' ? repr.child : repr;
}

/** What a pointer points to. */
export function pointeeRepr(repr: TypeRepr): TypeRepr {
  return repr.kind === 'pointer' ? repr.child : PLAIN;
}

/** The outermost pointer's tree, looked up through optionals, arrays and error unions. */
export function outermostPointer(repr: TypeRepr): Extract<TypeRepr, { kind: 'pointer' }> | undefined {
  if (repr.kind === 'pointer') return repr;
  return repr.kind === 'wrapper' ? outermostPointer(repr.child) : undefined;
}
