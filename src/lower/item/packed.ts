/** The newtype that a packed struct is, with a getter and a setter per field. */
import * as rust from '../../emit/build.js';
import type { Expr, Item } from '../../emit/rust-ast.js';
import type { IntType, StructType, Type } from '../../parse/ir/types.js';
import { floatPath, isPortedFloat } from '../float.js';
import { nativeInt } from '../integer.js';
import { typeSegments } from '../names/paths.js';
import { type PackedField, packedLayout } from '../packed.js';
import { rawType } from '../type.js';
import type { ContainerPlan } from './plan.js';

export function packedItems(type: StructType, plan: ContainerPlan): readonly Item[] {
  const { crate, name, visibility, trivia, site } = plan;
  const { backingInt } = type;
  if (backingInt === undefined) return [];
  const attributes = [
    rust.attribute('derive', 'Debug', 'Clone', 'Copy', 'PartialEq', 'Eq'),
    rust.attribute('repr', 'transparent'),
  ];
  const inner = rawType(backingInt, site);
  const item = rust.structItem(
    name,
    { kind: 'tuple', fields: [{ type: inner, visibility }] },
    { visibility, attributes, ...trivia },
  );
  const layout = packedLayout(type);
  const members = (type.fields ?? []).flatMap((field, index) => {
    const place = layout[index];
    if (place === undefined || (place.bits === 0 && field.type.kind !== 'int')) return [];
    return accessors(crate.names.field(type, field.index), field.type, place, backingInt, plan);
  });
  return members.length === 0 ? [item] : [item, rust.implItem(rust.typePath(name), members)];
}

function accessors(
  name: string,
  type: Type,
  place: PackedField,
  backing: IntType,
  plan: ContainerPlan,
): readonly Item[] {
  if (place.bits === 0) return emptyAccessors(name, type, plan);
  const own = rawType(type, plan.site);
  const bits = readBits(place, backing);
  const value = fromBits(bits, type, place, plan);
  const stored = toBits(rust.path('value'), type, backing, plan);
  if (value === undefined || stored === undefined) return [];
  const { visibility } = plan;
  const mask = maskOf(place, backing);
  const cleared = rust.binary('&', rust.tupleField(rust.path('self'), 0), rust.not(shifted(mask, place)));
  const placed = shifted(rust.binary('&', stored, mask), place);
  const store = rust.assign(rust.tupleField(rust.path('self'), 0), rust.binary('|', cleared, placed));
  return [
    rust.fn(name, [rust.selfValue], own, rust.block([], value), { visibility }),
    rust.fn(`set_${name}`, [rust.selfRefMut, rust.param('value', own)], undefined, rust.block([rust.exprStmt(store)]), {
      visibility,
    }),
  ];
}

/** A field of no bits has one value. */
function emptyAccessors(name: string, type: Type, plan: ContainerPlan): readonly Item[] {
  const { visibility } = plan;
  const own = rawType(type, plan.site);
  return [
    rust.fn(name, [rust.selfValue], own, rust.block([], rust.int(0)), { visibility }),
    rust.fn(`set_${name}`, [rust.selfRefMut, rust.param('_value', own)], undefined, rust.emptyBlock, { visibility }),
  ];
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

function readBits(place: PackedField, backing: IntType): Expr {
  const whole = rust.tupleField(rust.path('self'), 0);
  const moved = place.offset === 0 ? whole : rust.binary('>>', whole, rust.int(place.offset));
  return rust.binary('&', moved, maskOf(place, backing));
}

/** The field's value from its bits. */
function fromBits(bits: Expr, type: Type, place: PackedField, plan: ContainerPlan): Expr | undefined {
  switch (type.kind) {
    case 'bool':
      return rust.binary('!=', bits, rust.int(0));
    case 'int': {
      const native = nativeInt(type);
      if (native === undefined) return undefined;
      const value = rust.cast(bits, rust.typePath(native.name));
      if (!type.signed || native.isExact) return value;
      const spare = Number(native.name.slice(1)) - place.bits;
      return rust.binary('>>', rust.binary('<<', value, rust.int(spare)), rust.int(spare));
    }
    case 'float':
      if (!isPortedFloat(type)) return undefined;
      return rust.call(rust.path(...floatPath(type, plan.site), 'from_bits'), [
        rust.cast(bits, rust.typePath(`u${type.bits}`)),
      ]);
    case 'enum': {
      const tag = type.tagType;
      if (tag?.kind !== 'int') return undefined;
      plan.crate.requests.fromRaw.add(type.id);
      const raw = rust.cast(bits, rawType(tag, plan.site));
      const path = typeSegments(type, plan.site);
      return type.isNonExhaustive
        ? rust.call(rust.path(...path), [raw])
        : rust.call(rust.path(...path, 'from_raw'), [raw]);
    }
    case 'struct':
      if (type.layout !== 'packed' || type.backingInt === undefined) return undefined;
      return rust.call(rust.path(...typeSegments(type, plan.site)), [
        rust.cast(bits, rawType(type.backingInt, plan.site)),
      ]);
    default:
      return undefined;
  }
}

/** The bits of a value, as the backing integer; they may still reach beyond the field. */
function toBits(value: Expr, type: Type, backing: IntType, plan: ContainerPlan): Expr | undefined {
  const whole = rawType(backing, plan.site);
  switch (type.kind) {
    case 'bool':
    case 'int':
      return rust.cast(value, whole);
    case 'float':
      if (!isPortedFloat(type)) return undefined;
      return rust.cast(rust.method(value, 'to_bits'), whole);
    case 'enum':
      return rust.cast(type.isNonExhaustive ? rust.tupleField(value, 0) : value, whole);
    case 'struct':
      return type.layout === 'packed' ? rust.cast(rust.tupleField(value, 0), whole) : undefined;
    default:
      return undefined;
  }
}
