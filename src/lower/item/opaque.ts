/** `opaque {}`: a type of unknown size that is only pointed to, in the form that the Nomicon gives. */
import * as rust from '../../emit/build.js';
import type { Item } from '../../emit/rust-ast.js';
import type { ContainerPlan } from './plan.js';

export function opaqueItems(plan: ContainerPlan): readonly Item[] {
  const { imports } = plan.site.module;
  const bytes = rust.arrayType(rust.u8Type, rust.int(0, 'usize'));
  const pinned = rust.typePath(...imports.use('core', 'marker', 'PhantomPinned'));
  const untouched = rust.tupleType(rust.mutPointerType(rust.u8Type), pinned);
  const marker = rust.genericType(imports.use('core', 'marker', 'PhantomData'), { kind: 'type', type: untouched });
  return [
    rust.structItem(
      plan.name,
      {
        kind: 'named',
        fields: [
          { name: '_data', type: bytes },
          { name: '_marker', type: marker },
        ],
      },
      { visibility: plan.visibility, attributes: [rust.attribute('repr', 'C')], ...plan.trivia },
    ),
  ];
}
