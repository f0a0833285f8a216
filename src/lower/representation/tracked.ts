/** Facts about types that hold under every choice of modes. */
import type { NominalType, Type } from '../../parse/ir/types.js';
import type { Mappings } from './contract.js';

/** Whether values of a type hold pointers anywhere inside, or are owners. */
export function createIsTracked(mappings: Mappings, narrow: (type: Type) => Type): (type: Type) => boolean {
  const known = new Map<number, boolean>();
  const ofNominal = (type: NominalType): boolean => {
    const mapped = mappings.type(type);
    if (mapped !== undefined)
      return mapped.ownership === 'owner' || mapped.borrows === true || mapped.typeArguments.some(isTracked);
    if (type.kind !== 'struct' && type.kind !== 'union') return false;
    return (type.fields ?? []).some((field) => isTracked(field.type));
  };
  const isTracked = (unnarrowed: Type): boolean => {
    const type = narrow(unnarrowed);
    switch (type.kind) {
      case 'pointer':
        return true;
      case 'optional':
      case 'array':
      case 'vector':
        return isTracked(type.child);
      case 'errorUnion':
        return isTracked(type.payload);
      case 'tuple':
        return type.elements.some((element) => isTracked(element.type));
      case 'struct':
      case 'union':
      case 'opaque': {
        const before = known.get(type.id);
        if (before !== undefined) return before;
        // A type contains itself by value through nothing but a pointer, which decides on its own.
        known.set(type.id, false);
        const result = ofNominal(type);
        known.set(type.id, result);
        return result;
      }
      default:
        return false;
    }
  };
  return isTracked;
}
