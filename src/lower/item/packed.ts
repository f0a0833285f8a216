/** The newtype that a packed struct is, with a getter and a setter per field. */
import * as rust from '../../emit/build.js';
import type { Item } from '../../emit/rust-ast.js';
import type { IntType, StructType, Type } from '../../parse/ir/types.js';
import { type PackedField, packedLayout } from '../packed.js';
import { fieldFromBits, withField } from '../packed-bits.js';
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
  const whole = rust.tupleField(rust.path('self'), 0);
  const value = fieldFromBits(whole, type, place, backing, plan.site);
  const changed = withField(whole, rust.path('value'), type, place, backing, plan.site);
  if (value === undefined || changed === undefined) return [];
  const { visibility } = plan;
  const store = rust.assign(whole, changed);
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
