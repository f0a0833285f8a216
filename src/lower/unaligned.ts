/**
 * Places behind pointers whose alignment is less than their type wants (`*align(1) u32`, bytes read as another type). Rust's own loads and
 * stores would be undefined there; `read_unaligned` and `write_unaligned` are not.
 */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { PointerType, StructField, StructType, Type } from '../parse/ir/types.js';
import { nativeInt } from './integer.js';
import { unsafe } from './unsafe-mark.js';

/** The alignment that Rust gives values of a type, in bytes; undefined where it is not decided here. */
export function naturalAlignment(type: Type): number | undefined {
  switch (type.kind) {
    case 'int':
      return integerAlignment(type);
    case 'float':
      return type.bits === 80 ? 16 : type.bits / 8;
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
      return greatestAlignment(type.fields ?? []);
    }
    case 'union': {
      return type.layout === 'extern' ? greatestAlignment(type.fields ?? []) : undefined;
    }
    default:
      return undefined;
  }
}

function greatestAlignment(fields: readonly Pick<StructField, 'align' | 'type'>[]): number | undefined {
  const alignments = fields.map(fieldAlignment);
  return alignments.includes(undefined) ? undefined : Math.max(1, ...alignments.flatMap((align) => align ?? []));
}

/** The alignment that Zig gives a field. */
function fieldAlignment({ align, type }: Pick<StructField, 'align' | 'type'>): number | undefined {
  return align === 0 ? naturalAlignment(type) : align;
}

/**
 * How Rust lays out a C struct as Zig does where fields have alignments of their own: all that are less than natural by `packed(n)`, one
 * that is more, at the start, by `align(n)`. Undefined where Rust has no such layout.
 */
export function externLayout(type: StructType): readonly string[] | undefined {
  const fields = type.fields ?? [];
  if (fields.every((field) => field.align === 0)) return ['C'];
  const wanted = fields.map((field) => fieldAlignment(field) ?? 0);
  const natural = fields.map((field) => naturalAlignment(field.type) ?? 0);
  const fits = (given: (index: number) => number) =>
    wanted.every((align, index) => align > 0 && align === given(index));
  const cap = Math.max(...wanted);
  if (fits((index) => Math.min(natural[index] ?? 0, cap)))
    return Math.max(...natural) > cap ? ['C', cap === 1 ? 'packed' : `packed(${cap})`] : ['C'];
  const isFirst = fits((index) => (index === 0 ? (wanted[0] ?? 0) : (natural[index] ?? 0)));
  return isFirst ? ['C', `align(${wanted[0]})`] : undefined;
}

function integerAlignment(type: Extract<Type, { kind: 'int' }>): number {
  const name = nativeInt(type)?.name ?? 'u64';
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
      return (!isPacked(place.container) && isUnaligned(place.base)) || isUnderAligned(place);
    default:
      return false;
  }
}

/** A field of a packed C struct that has no address: Rust copies it out of the value. */
export function isUnalignedPart(place: ir.Place): boolean {
  if (place.kind !== 'fieldPlace') return false;
  return (isUnderAligned(place) && place.base.kind === 'temporary') || isUnalignedPart(place.base);
}

/** The fields of a packed struct are parts of a value that has been read. */
function isPacked(container: Type): boolean {
  return container.kind === 'struct' && container.layout === 'packed';
}

/** A field of a C struct whose alignment is less than its type wants. */
function isUnderAligned({ container, index }: ir.FieldPlace): boolean {
  const field = container.kind === 'struct' && container.layout === 'extern' ? container.fields?.[index] : undefined;
  const natural = field === undefined ? undefined : naturalAlignment(field.type);
  return field !== undefined && field.align !== 0 && natural !== undefined && field.align < natural;
}

/** Whether what the pointer points to is known to be aligned as its type wants it. */
export function promisesAlignment(type: PointerType): boolean {
  const natural = naturalAlignment(type.child);
  return type.align === 0 || (natural !== undefined && type.align >= natural);
}

/** Whether a pointer promises more than the alignment of what it points to. */
export function isOver(type: PointerType): boolean {
  return type.align > (naturalAlignment(type.child) ?? type.align);
}

/** Whether a pointer promises less than the alignment of what it points to. */
export function isUnder(type: Type): boolean {
  if (type.kind !== 'pointer' || type.align === 0) return false;
  const natural = naturalAlignment(type.child);
  return natural !== undefined && type.align < natural;
}

/** The value at a place that may not be aligned. */
export function readUnaligned(place: Expr): Expr {
  return unsafe('rawDeref', rust.method(pointed(place) ?? rust.rawRefConst(place), 'read_unaligned'));
}

/** A store to a place that may not be aligned. */
export function writeUnaligned(place: Expr, value: Expr): Expr {
  return unsafe('rawDeref', rust.method(pointed(place) ?? rust.rawRefMut(place), 'write_unaligned', [value]));
}

/** The raw pointer in `*pointer`. */
function pointed(place: Expr): Expr | undefined {
  const target = place.kind === 'unsafe' && place.block.statements.length === 0 ? place.block.tail : place;
  return target?.kind === 'deref' ? target.operand : undefined;
}
