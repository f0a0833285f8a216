/** Values inside the integer of a packed struct of more than 128 bits. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type { IntType, Type } from '../parse/ir/types.js';
import type { Site } from './context.js';
import { floatPath } from './float.js';
import { nativeInt } from './integer.js';
import { typeSegments } from './names/paths.js';
import type { PackedField } from './packed.js';
import { rawType } from './type.js';
import { truncatedWide, wideLiteral, widenedWide } from './wide.js';

function unsigned(bits: number): IntType {
  return { kind: 'int', id: -1, signed: false, bits, name: `u${bits}` };
}

function shiftAmount({ offset }: PackedField): Expr {
  return rust.int(offset, 'u32');
}

/** The value at `place` in the integer `whole`; undefined where its type has no bits here. */
export function wideField(whole: Expr, type: Type, place: PackedField, backing: IntType, site: Site): Expr | undefined {
  const moved = place.offset === 0 ? whole : rust.method(whole, 'shr_checked', [shiftAmount(place)]);
  const as = (int: IntType): Expr => truncatedWide(moved, backing, int, site);
  switch (type.kind) {
    case 'bool':
      return rust.binary('!=', as(unsigned(1)), rust.int(0));
    case 'int':
      return as(type);
    case 'float':
      return rust.call(rust.path(...floatPath(type, site), 'from_bits'), [as(unsigned(type.bits))]);
    case 'enum': {
      if (type.tagType?.kind !== 'int') return undefined;
      const path = typeSegments(type, site);
      if (type.isNonExhaustive) return rust.call(rust.path(...path), [as(type.tagType)]);
      site.crate.requests.fromRaw.add(type.id);
      return rust.call(rust.path(...path, 'from_raw'), [as(type.tagType)]);
    }
    case 'struct':
      return type.layout === 'packed' && type.backingInt !== undefined
        ? rust.call(rust.path(...typeSegments(type, site)), [as(type.backingInt)])
        : undefined;
    default:
      return undefined;
  }
}

/** The integer `whole` with the bits at `place` replaced by a value's. */
export function withWideField(
  whole: Expr,
  value: Expr,
  type: Type,
  place: PackedField,
  backing: IntType,
  site: Site,
): Expr | undefined {
  const bits = bitsOf(value, type, site);
  if (bits === undefined) return undefined;
  const all = (1n << BigInt(backing.bits)) - 1n;
  const mask = (1n << BigInt(place.bits)) - 1n;
  const cleared = rust.binary('&', whole, wideLiteral(all ^ (mask << BigInt(place.offset)), backing, site));
  const wide = widenedWide(bits.value, bits.type, backing, site);
  const own = bits.isClean ? wide : rust.binary('&', wide, wideLiteral(mask, backing, site));
  const moved = place.offset === 0 ? own : rust.method(own, 'shl_checked', [shiftAmount(place)]);
  return rust.binary('|', cleared, moved);
}

interface Bits {
  readonly value: Expr;
  /** An unsigned type. */
  readonly type: IntType;
  /** No bit beyond the field's is set. */
  readonly isClean: boolean;
}

function bitsOf(value: Expr, type: Type, site: Site): Bits | undefined {
  switch (type.kind) {
    case 'bool':
      return { value: rust.call(rust.path('u8', 'from'), [value]), type: unsigned(8), isClean: true };
    case 'int':
      return unsignedBits(value, type, site);
    case 'float':
      return { value: rust.method(value, 'to_bits'), type: unsigned(type.bits), isClean: true };
    case 'enum': {
      const tag = type.tagType;
      if (tag?.kind !== 'int') return undefined;
      return unsignedBits(
        type.isNonExhaustive ? rust.tupleField(value, 0) : rust.cast(value, rawType(tag, site)),
        tag,
        site,
      );
    }
    case 'struct':
      return type.layout === 'packed' && type.backingInt !== undefined
        ? unsignedBits(rust.tupleField(value, 0), type.backingInt, site)
        : undefined;
    default:
      return undefined;
  }
}

function unsignedBits(value: Expr, type: IntType, site: Site): Bits {
  if (!type.signed) return { value, type, isClean: true };
  const native = nativeInt(type);
  if (native === undefined) {
    const same = unsigned(type.bits);
    return { value: truncatedWide(value, type, same, site), type: same, isClean: true };
  }
  const held = unsigned(Number(native.name.slice(1)) || 64);
  return { value: rust.cast(value, rust.typePath(held.name)), type: held, isClean: native.isExact };
}
