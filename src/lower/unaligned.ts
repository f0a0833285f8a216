/**
 * Places behind pointers whose alignment is less than their type wants (`*align(1) u32`, bytes read as another type). Rust's own loads and
 * stores would be undefined there; `read_unaligned` and `write_unaligned` are not.
 */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { Type } from '../parse/ir/types.js';
import { nativeInt } from './integer.js';
import { unsafe } from './unsafe-mark.js';

/** The alignment that Rust gives values of a type, in bytes; undefined where it is not decided here. */
export function naturalAlignment(type: Type): number | undefined {
  switch (type.kind) {
    case 'int':
      return integerAlignment(type);
    case 'float':
      return type.bits / 8;
    case 'bool':
    case 'void':
      return 1;
    case 'pointer':
      return 8;
    case 'array':
      return naturalAlignment(type.child);
    case 'enum':
      return type.tagType === undefined ? 1 : naturalAlignment(type.tagType);
    case 'struct': {
      if (type.layout === 'packed')
        return type.backingInt === undefined ? undefined : integerAlignment(type.backingInt);
      const fields = (type.fields ?? []).map((field) => naturalAlignment(field.type));
      return fields.includes(undefined) ? undefined : Math.max(1, ...fields.flatMap((align) => align ?? []));
    }
    default:
      return undefined;
  }
}

function integerAlignment(type: Extract<Type, { kind: 'int' }>): number {
  const name = nativeInt(type)?.name ?? 'u128';
  return name.endsWith('size') ? 8 : Number(name.slice(1)) / 8;
}

/** Whether the place lies behind a pointer that does not promise its type's alignment. */
export function isUnaligned(place: ir.Place): boolean {
  switch (place.kind) {
    case 'deref':
      return isUnder(place.pointer.type);
    case 'index':
      return place.base.kind === 'array' ? isUnaligned(place.base.place) : isUnder(place.base.pointer.type);
    case 'fieldPlace':
      return !isPacked(place.container) && isUnaligned(place.base);
    default:
      return false;
  }
}

/** The fields of a packed struct are parts of a value that has been read. */
function isPacked(container: Type): boolean {
  return container.kind === 'struct' && container.layout === 'packed';
}

/** Whether a pointer promises less than the alignment of what it points to. */
export function isUnder(type: Type): boolean {
  if (type.kind !== 'pointer' || type.align === 0) return false;
  const natural = naturalAlignment(type.child);
  return natural !== undefined && type.align < natural;
}

/** The value at a place that may not be aligned. */
export function readUnaligned(place: Expr): Expr {
  return unsafe('rawDeref', rust.method(rust.rawRefConst(place), 'read_unaligned'));
}

/** A store to a place that may not be aligned. */
export function writeUnaligned(place: Expr, value: Expr): Expr {
  return unsafe('rawDeref', rust.method(rust.rawRefMut(place), 'write_unaligned', [value]));
}
