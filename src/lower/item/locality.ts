/** Where an item may stand whose declaration is inside a function of Zig: `src/emit/local-items` decides. */
import type { Item, Locality } from '../../emit/rust-ast.js';
import type { ContainerInstance, Decl } from '../../parse/ir/program.js';
import type { NominalType } from '../../parse/ir/types.js';
import type { Crate } from '../context.js';
import type { ErrorSetItem } from '../error-sets.js';

/** The items of a type, or an `impl` of it. */
export function withTypeLocality(items: readonly Item[], type: NominalType, crate: Crate): readonly Item[] {
  const { names } = crate;
  const { container } = type.kind === 'enum' ? (type.generatedFor ?? type) : type;
  return withLocality(items, names.type(type).name, names.zigTypeName(type), homesOf(container, crate));
}

/** The item of a variable or constant outside of an `impl`. */
export function withGlobalLocality(items: readonly Item[], decl: Decl, crate: Crate): readonly Item[] {
  const { names } = crate;
  return withLocality(items, names.global(decl).name, names.zigGlobalName(decl), homesOf(decl.container, crate));
}

/** The items of an error set; one without a declaration is at home wherever it is mentioned. */
export function withErrorLocality(items: readonly Item[], set: ErrorSetItem): readonly Item[] {
  if (!set.isAnonymous) return items;
  return items.map((item) => ({ ...item, local: { unit: set.name, name: undefined, homes: undefined } }));
}

function withLocality(items: readonly Item[], unit: string, name: string, homes: readonly string[]): readonly Item[] {
  if (homes.length === 0) return items;
  const local: Locality = { unit, name, homes };
  return items.map((item) => ({ ...item, local }));
}

/** The functions around a container that exist in the crate, innermost first. */
function homesOf(container: ContainerInstance, crate: Crate): readonly string[] {
  const { enclosingFn, parent } = container;
  if (enclosingFn === undefined) return parent === undefined ? [] : homesOf(parent, crate);
  const around = homesOf(enclosingFn.container, crate);
  const item = crate.names.knownFn(enclosingFn);
  if (item === undefined || item.module !== crate.names.moduleOf(container)) return around;
  return [item.owner === undefined ? item.name : `${crate.names.type(item.owner).name}::${item.name}`, ...around];
}
