/** `opaque {}`: a type of unknown size that is only pointed to, in the form that the Nomicon gives. */
import * as rust from '../../emit/build.js';
import type { Item } from '../../emit/rust-ast.js';
import type { ContainerPlan } from './plan.js';

export function opaqueItems(plan: ContainerPlan): readonly Item[] {
  const bytes = rust.arrayType(rust.u8Type, rust.int(0, 'usize'));
  return [
    rust.structItem(
      plan.name,
      { kind: 'named', fields: [{ name: '_private', type: bytes }] },
      { visibility: plan.visibility, attributes: [rust.attribute('repr', 'C')], ...plan.trivia },
    ),
  ];
}
