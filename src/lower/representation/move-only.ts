/** Which values cannot be copied under the modes of the moment: they own something, or hold a `&mut`. */
import type { NominalType } from '../../parse/ir/types.js';
import type { Mappings } from './contract.js';
import type { PointerGraph } from './graph.js';
import type { Shape, Slots } from './shape.js';

export function createMoveOnly(slots: Slots, graph: PointerGraph, mappings: Mappings): (shape: Shape) => boolean {
  const known = new Map<NominalType, boolean>();
  const ofType = (type: NominalType): boolean => {
    const mapped = mappings.type(type);
    // What borrows from a mapped container holds `&mut`s into it.
    if (mapped !== undefined) return mapped.ownership === 'owner' || mapped.borrows === true;
    if (type.kind !== 'struct' && type.kind !== 'union') return false;
    return (type.fields ?? []).some((_, index) => isMoveOnly(slots.field(type, index)));
  };
  const isMoveOnly = (shape: Shape): boolean => {
    switch (shape.kind) {
      case 'plain':
        return false;
      case 'pointer': {
        const mode = graph.mode(shape.node);
        return mode === 'refMut' || mode === 'owned';
      }
      case 'wrapper':
        return isMoveOnly(shape.child);
      case 'tuple':
        return shape.elements.some(isMoveOnly);
      case 'nominal': {
        const before = known.get(shape.type);
        if (before !== undefined) return before;
        known.set(shape.type, false);
        const result = ofType(shape.type) || shape.typeArguments.some(isMoveOnly);
        known.set(shape.type, result);
        return result;
      }
    }
  };
  return isMoveOnly;
}
