/** Occurrences of kept comptime parameters in types. */
import type { Type } from '../../parse/ir/types.js';

/** Whether a type is built from kept parameter `index`. */
export function mentions(type: Type, index: number): boolean {
  switch (type.kind) {
    case 'skolem':
      return type.param === index;
    case 'array':
      return type.lengthParam?.param === index || mentions(type.child, index);
    case 'pointer':
    case 'optional':
    case 'vector':
      return mentions(type.child, index);
    case 'errorUnion':
      return mentions(type.payload, index);
    case 'tuple':
      return type.elements.some((element) => mentions(element.type, index));
    case 'struct':
    case 'union':
      return type.container.captures.some(({ value }) =>
        value.kind === 'skolem' ? value.param === index : value.kind === 'type' && mentions(value.type, index),
      );
    default:
      return false;
  }
}
