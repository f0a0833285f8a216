/** Which values Rust copies, under the finished representation. */
import type { Type } from '../../parse/ir/types.js';
import type { Representation, TypeRepr } from './contract.js';
import { PLAIN, payloadRepr } from './type-repr.js';

/** Whether Rust copies values of the type, held as `repr` says. */
export function isCopied(type: Type, repr: TypeRepr, representation: Pick<Representation, 'nominal'>): boolean {
  switch (type.kind) {
    case 'pointer':
      return repr.kind === 'pointer' && repr.mode !== 'refMut' && repr.mode !== 'owned';
    case 'optional':
    case 'array':
    case 'vector':
      return isCopied(type.child, payloadRepr(repr), representation);
    case 'errorUnion':
      return isCopied(type.payload, payloadRepr(repr), representation);
    case 'tuple':
      return type.elements.every((element, index) =>
        isCopied(element.type, repr.kind === 'tuple' ? (repr.elements[index] ?? PLAIN) : PLAIN, representation),
      );
    case 'struct':
    case 'enum':
    case 'union':
    case 'opaque':
      return representation.nominal(type).isCopy;
    default:
      return true;
  }
}
