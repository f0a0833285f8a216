/** Which types the runtime hashes as `std.hash.autoHash` does: those whose values lie in a Rust value as they are. */
import type { StructType, Type, UnionType } from '../../parse/ir/types.js';

/** The runtime's trait is implemented for tuples of at most this many elements. */
const LONGEST_TUPLE = 6;

/** Whether a Rust type that stands for the type alone knows how its values are hashed; an integer of odd width does not. */
export function isPlainKey(type: Type): boolean {
  switch (type.kind) {
    case 'int':
      return [8, 16, 32, 64, 128].includes(type.bits);
    case 'bool':
    case 'void':
    case 'enum':
    case 'skolem':
      return true;
    case 'optional':
    case 'array':
      return isPlainKey(type.child);
    case 'pointer':
      return type.size === 'one' || type.size === 'many';
    case 'tuple':
      return (
        type.elements.length <= LONGEST_TUPLE &&
        type.elements.every((element) => element.value === undefined && isPlainKey(element.type))
      );
    case 'struct':
      return isHashedStruct(type);
    case 'union':
      return type.tag !== undefined && type.layout === 'auto' && hasHashedFields(type);
    default:
      return false;
  }
}

function isHashedStruct(type: StructType): boolean {
  return !(type.fields ?? []).some((field) => field.isComptime) && hasHashedFields(type);
}

function hasHashedFields(type: StructType | UnionType): boolean {
  return (type.fields ?? []).every((field) => isOddInt(field.type) || isPlainKey(field.type));
}

/** An integer that only its declaration says the width of. */
export function isOddInt(type: Type): boolean {
  return type.kind === 'int' && type.bits <= 128 && !isPlainKey(type);
}
