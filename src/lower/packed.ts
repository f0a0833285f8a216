/**
 * Packed structs: a newtype over the backing integer with a getter and a setter per field, in Zig's order of bits (the first field in the
 * lowest bits).
 */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type { IntType, PointerType, StructType, Type } from '../parse/ir/types.js';
import type { Value } from '../parse/ir/values.js';
import { floatBits } from '../parse/sema/float.js';
import type * as ast from '../parse/syntax/ast.js';
import { type Site, unported } from './context.js';
import { nativeInt } from './integer.js';
import { typeSegments } from './names/paths.js';
import { integerLiteral } from './number-literal.js';
import { isWide } from './wide.js';

export interface PackedField {
  readonly offset: number;
  readonly bits: number;
}

/** How many bits a value takes inside a packed container; undefined where that is not a matter of bits. */
export function bitSizeOf(type: Type): number | undefined {
  switch (type.kind) {
    case 'int':
    case 'float':
      return type.bits;
    case 'bool':
      return 1;
    case 'void':
      return 0;
    case 'enum':
      return type.tagType?.kind === 'int' ? type.tagType.bits : 0;
    case 'struct':
      return type.layout === 'packed' ? type.backingInt?.bits : undefined;
    case 'union':
      return type.layout === 'packed'
        ? Math.max(0, ...(type.fields ?? []).map((field) => bitSizeOf(field.type) ?? 0))
        : undefined;
    case 'pointer':
      return type.size === 'slice' ? undefined : 64;
    default:
      return undefined;
  }
}

/** Where the fields of a packed struct lie. */
export function packedLayout(type: StructType): readonly PackedField[] {
  let offset = 0;
  return (type.fields ?? []).map((field) => {
    const bits = bitSizeOf(field.type) ?? 0;
    const place = { offset, bits };
    offset += bits;
    return place;
  });
}

/** The bits of a comptime value; undefined where it has none that are known. */
export function bitsOfValue(value: Value, type: Type): bigint | undefined {
  if (value.kind === 'undefined') return 0n;
  const size = bitSizeOf(type);
  if (size === undefined) return undefined;
  if (value.kind === 'int' || value.kind === 'enum') return BigInt.asUintN(size, BigInt(value.int));
  if (value.kind === 'bool') return value.bool ? 1n : 0n;
  if (value.kind === 'void') return 0n;
  if (value.kind === 'float') return floatBits(value, size);
  if (value.kind === 'aggregate' && type.kind === 'struct') return bitsOfStruct(value.elements, type);
  return undefined;
}

function bitsOfStruct(elements: readonly Value[], type: StructType): bigint | undefined {
  let bits = 0n;
  for (const [index, { offset }] of packedLayout(type).entries()) {
    const element = elements[index];
    const field = type.fields?.[index];
    if (element === undefined || field === undefined) return undefined;
    const part = bitsOfValue(element, field.type);
    if (part === undefined) return undefined;
    bits |= part << BigInt(offset);
  }
  return bits;
}

/** The backing integer of a packed struct. */
export function backingInt(type: StructType, node?: ast.Node): IntType {
  return type.backingInt ?? unported('a packed struct without a backing integer', node);
}

/** A packed struct's comptime value. */
export function packedConstant(value: Value, type: StructType, site: Site, node: ast.Node | undefined): Expr {
  const bits = value.kind === 'int' ? BigInt(value.int) : bitsOfValue(value, type);
  if (bits === undefined) return unported('this value of a packed struct', node);
  const backing = backingInt(type, node);
  const int = backing.signed ? BigInt.asIntN(backing.bits, bits) : bits;
  const literal =
    int > 9n && !isWide(backing)
      ? rust.int(int, nativeInt(backing)?.name, `0x${int.toString(16)}`)
      : integerLiteral(int, backing, site);
  return rust.call(rust.path(...typeSegments(type, site)), [literal]);
}

/** Whether a pointer points to bits of an integer. */
export function isBitPointer(type: Type): type is PointerType {
  return type.kind === 'pointer' && type.hostSize > 0;
}

/** The integer that a pointer to bits points into. */
export function hostInt(type: PointerType): IntType {
  const bits = type.hostSize * 8;
  return { kind: 'int', id: -1, signed: false, bits, name: `u${bits}` };
}
