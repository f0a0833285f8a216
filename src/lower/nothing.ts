/** Types whose values take no memory: there all elements lie at one address. */
import type { Type } from '../parse/ir/types.js';

export function isNothing(type: Type): boolean {
  switch (type.kind) {
    case 'void':
      return true;
    case 'int':
      return type.bits === 0;
    case 'array':
      return type.length === 0 || isNothing(type.child);
    case 'struct':
      return type.fields?.every((field) => field.isComptime || isNothing(field.type)) === true;
    case 'tuple':
      return type.elements.every((element) => element.value !== undefined || isNothing(element.type));
    default:
      return false;
  }
}
