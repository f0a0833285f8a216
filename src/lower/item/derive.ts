/** The derives of a type: `Clone` and `Copy` where its values are plain, equality and printing where the program asks for them. */
import * as rust from '../../emit/build.js';
import type { Attribute } from '../../emit/rust-ast.js';
import type { StructType, Type, UnionType } from '../../parse/ir/types.js';
import type { Crate } from '../context.js';
import { isDerivedDefault } from '../default.js';

export function deriveAttributes(type: StructType | UnionType, crate: Crate): readonly Attribute[] {
  const { isCopy, ownership } = crate.representation.nominal(type);
  const use = crate.generics.container(type.container);
  const copies = use === undefined || crate.generics.isCopied(use.generic);
  const wantsEquality = crate.requests.equality.has(type.id);
  const names = [
    ...(wantsEquality ? ['Debug'] : []),
    ...(isCopy && copies && ownership === 'plain' ? ['Clone', 'Copy'] : []),
    ...(type.kind === 'struct' && crate.requests.defaults.has(type) && isDerivedDefault(type, crate)
      ? ['Default']
      : []),
    ...(wantsEquality ? ['PartialEq'] : []),
    ...(wantsEquality && !hasFloat(type, new Set()) ? ['Eq'] : []),
  ];
  return names.length === 0 ? [] : [rust.attribute('derive', ...names)];
}

function hasFloat(type: Type, seen: Set<Type>): boolean {
  if (seen.has(type)) return false;
  seen.add(type);
  switch (type.kind) {
    case 'float':
      return true;
    case 'array':
    case 'vector':
    case 'optional':
      return hasFloat(type.child, seen);
    case 'errorUnion':
      return hasFloat(type.payload, seen);
    case 'struct':
    case 'union':
      return (type.fields ?? []).some((field) => hasFloat(field.type, seen));
    case 'tuple':
      return type.elements.some((element) => hasFloat(element.type, seen));
    default:
      return false;
  }
}
