/** An `impl` block of a type, with the type's own lifetimes and parameters. */
import * as rust from '../../emit/build.js';
import type { ImplItem, Item } from '../../emit/rust-ast.js';
import type { NominalType } from '../../parse/ir/types.js';
import type { Site } from '../context.js';
import { typeArguments, typeGenerics } from '../generics/parameters.js';
import { nominalPath } from '../names/paths.js';

export function implOf(type: NominalType, items: readonly Item[], site: Site): ImplItem {
  const { crate } = site;
  const path = nominalPath(type, site);
  const { lifetimes } = crate.representation.nominal(type);
  const generics = typeGenerics(type, crate, site, true);
  const self =
    lifetimes.length === 0 || path.kind !== 'path'
      ? path
      : rust.genericType(
          path.path.segments.map((segment) => segment.name),
          ...lifetimes.map((name) => ({ kind: 'lifetime' as const, name })),
          ...typeArguments(type, site),
        );
  return rust.implItem(self, items, { blankLineBefore: true, ...(generics === undefined ? {} : { generics }) });
}
