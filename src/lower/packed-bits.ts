/** Values inside the integer of a packed struct: from its bits, and as its bits. */
import * as rust from '../emit/build.js';
import type { Expr, Type as RustType } from '../emit/rust-ast.js';
import type { IntType, Type } from '../parse/ir/types.js';
import type { Site } from './context.js';
import { floatPath } from './float.js';
import { hasFrom, nativeInt } from './integer.js';
import { typeSegments } from './names/paths.js';
import type { PackedField } from './packed.js';
import { wideField, withWideField } from './packed-wide.js';
import { rawType } from './type.js';
import { isWide } from './wide.js';

/** The value of type `type` that lies at `place` in the integer `whole`; undefined where its type has no bits here. */
export function fieldFromBits(
  whole: Expr,
  type: Type,
  place: PackedField,
  backing: IntType,
  site: Site,
): Expr | undefined {
  if (isWide(backing)) return wideField(whole, type, place, backing, site);
  return fromBits(readBits(whole, place, backing), type, place, backing, site);
}

/** The integer `whole` with the bits at `place` replaced by a value's. */
export function withField(
  whole: Expr,
  value: Expr,
  type: Type,
  place: PackedField,
  backing: IntType,
  site: Site,
): Expr | undefined {
  if (isWide(backing)) return withWideField(whole, value, type, place, backing, site);
  const stored = toBits(value, type, backing, site);
  if (stored === undefined) return undefined;
  const mask = maskOf(place, backing);
  const native = nativeInt(backing);
  if (native !== undefined && place.bits === native.bits && native.isExact) return stored;
  const cleared = rust.binary('&', whole, rust.not(shifted(mask, place)));
  const part = fillsExactly(type) ? stored : rust.binary('&', stored, mask);
  return rust.binary('|', cleared, shifted(part, place));
}

/** Whether no value of the type has bits beyond its width in the integer that it is widened to. */
function fillsExactly(type: Type): boolean {
  return type.kind === 'bool' || (type.kind === 'int' && !type.signed && nativeInt(type)?.isExact === true);
}

/** The integer at another width; nothing where that is the same Rust type. */
function castTo(value: Expr, from: IntType, to: IntType, site: Site): Expr {
  const [source, target] = [nativeInt(from), nativeInt(to)];
  if (source?.name === target?.name) return value;
  const widens = source !== undefined && target !== undefined && !from.signed && hasFrom(source, target);
  return widens ? rust.call(rust.path(target.name, 'from'), [value]) : rust.cast(value, rawType(to, site));
}

function suffix(backing: IntType) {
  return nativeInt(backing)?.name ?? 'u128';
}

function maskOf(place: PackedField, backing: IntType): Expr {
  const native = nativeInt(backing);
  const all = (1n << BigInt(place.bits)) - 1n;
  // A field that fills the integer: its mask is every bit.
  if (native !== undefined && place.bits >= native.bits && native.name.startsWith('i'))
    return rust.int(-1n, native.name);
  return rust.int(all, suffix(backing), all > 9n ? `0x${all.toString(16)}` : undefined);
}

function shifted(expr: Expr, place: PackedField): Expr {
  return place.offset === 0 ? expr : rust.binary('<<', expr, rust.int(place.offset));
}

function readBits(whole: Expr, place: PackedField, backing: IntType): Expr {
  const native = nativeInt(backing);
  if (native !== undefined && place.bits === native.bits && native.isExact) return whole;
  const moved = place.offset === 0 ? whole : rust.binary('>>', whole, rust.int(place.offset));
  return rust.binary('&', moved, maskOf(place, backing));
}

/** A value from its bits, which stand in the lowest `place.bits` of an integer that has no others. */
export function fromBits(bits: Expr, type: Type, place: PackedField, backing: IntType, site: Site): Expr | undefined {
  switch (type.kind) {
    case 'bool':
      return rust.binary('!=', bits, rust.int(0));
    case 'int': {
      const native = nativeInt(type);
      if (native === undefined) return undefined;
      const value = castTo(bits, backing, type, site);
      if (!type.signed || native.isExact) return value;
      const spare = Number(native.name.slice(1)) - place.bits;
      return rust.binary('>>', rust.binary('<<', value, rust.int(spare)), rust.int(spare));
    }
    case 'float':
      return rust.call(rust.path(...floatPath(type, site), 'from_bits'), [
        castTo(bits, backing, { kind: 'int', id: -1, signed: false, bits: type.bits, name: `u${type.bits}` }, site),
      ]);
    case 'enum': {
      const tag = type.tagType;
      if (tag?.kind !== 'int') return undefined;
      site.crate.requests.fromRaw.add(type.id);
      const raw = castTo(bits, backing, tag, site);
      const path = typeSegments(type, site);
      return type.isNonExhaustive
        ? rust.call(rust.path(...path), [raw])
        : rust.call(rust.path(...path, 'from_raw'), [raw]);
    }
    case 'struct':
      if (type.layout !== 'packed' || type.backingInt === undefined) return undefined;
      return rust.call(rust.path(...typeSegments(type, site)), [castTo(bits, backing, type.backingInt, site)]);
    default:
      return undefined;
  }
}

/** An integer of the type with this name, as the backing integer. */
function castFrom(held: string | undefined, value: Expr, whole: RustType, backing: IntType): Expr {
  return held === nativeInt(backing)?.name ? value : rust.cast(value, whole);
}

/** The bits of a value, as the backing integer; they may still reach beyond the field. */
export function toBits(value: Expr, type: Type, backing: IntType, site: Site): Expr | undefined {
  const whole = rawType(backing, site);
  switch (type.kind) {
    case 'int':
      if (value.kind === 'literal' && value.literal.kind === 'int' && value.literal.value >= 0)
        return rust.int(value.literal.value, suffix(backing), value.literal.spelling);
      return castTo(value, type, backing, site);
    case 'bool':
      return backing.signed ? rust.cast(value, whole) : rust.call(rust.path(suffix(backing), 'from'), [value]);
    case 'float':
      return castFrom(`u${type.bits}`, rust.method(value, 'to_bits'), whole, backing);
    case 'enum':
      if (!type.isNonExhaustive || type.tagType?.kind !== 'int') return rust.cast(value, whole);
      return castFrom(nativeInt(type.tagType)?.name, rust.tupleField(value, 0), whole, backing);
    case 'struct':
      if (type.layout !== 'packed') return undefined;
      return castFrom(type.backingInt && nativeInt(type.backingInt)?.name, rust.tupleField(value, 0), whole, backing);
    default:
      return undefined;
  }
}
