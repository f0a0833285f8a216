/** The local variable whose Rust storage a place is a part of: what must be `mut` where the place is written. */
import type { Expr, Local, Place } from '../../parse/ir/ir.js';
import type { Representation } from './contract.js';
import { outermostPointer } from './type-repr.js';

/** Unlike in Zig, what an owner points to is a part of it: `list.items[0] = x` changes `list`. */
export function storageLocal(place: Place, representation: Representation): Local | undefined {
  switch (place.kind) {
    case 'local':
      return place.local;
    case 'fieldPlace':
    case 'optionalPayload':
    case 'errorPayload':
      return storageLocal(place.base, representation);
    case 'index':
      return place.base.kind === 'array'
        ? storageLocal(place.base.place, representation)
        : ownerOf(place.base.pointer, representation);
    case 'deref':
      return ownerOf(place.pointer, representation);
    default:
      return undefined;
  }
}

/** The local that owns what a pointer points to; undefined for a pointer that only borrows. */
export function ownerOf(pointer: Expr, representation: Representation): Local | undefined {
  if (pointer.kind !== 'load') return undefined;
  const mode = outermostPointer(representation.place(pointer.place))?.mode;
  return mode === 'owned' ? storageLocal(pointer.place, representation) : undefined;
}
