/** Whether values of a type are copied by Rust, not moved. */
import type { Type } from '../parse/ir/types.js';
import type { Crate } from './context.js';

export function isCopied(type: Type, crate: Crate): boolean {
  switch (type.kind) {
    case 'struct':
    case 'union':
    case 'enum':
    case 'opaque': {
      const { isCopy, ownership } = crate.representation.nominal(type);
      return isCopy && ownership === 'plain';
    }
    case 'array':
    case 'vector':
    case 'optional':
      return isCopied(type.child, crate);
    case 'errorUnion':
      return isCopied(type.payload, crate);
    case 'tuple':
      return type.elements.every((element) => isCopied(element.type, crate));
    default:
      return true;
  }
}
