/**
 * `usingnamespace` of Zig before 0.15. A mention of a name that it brings in goes to where the name is declared; what is left of the
 * declaration is what others see of it: a `pub` one of a library's root is a `pub use` of each public item of the file.
 */
import type { Item, ModuleContent } from '../../emit/rust-ast.js';
import type { Decl } from '../../parse/ir/program.js';
import type { Crate } from '../context.js';
import { useOf } from '../names/imports.js';
import type { Module } from '../names/modules.js';

/** The re-exports of the crate's root. */
export function mixinItems(crate: Crate, contents: ReadonlyMap<Module, ModuleContent>): readonly Item[] {
  const { root, main } = crate.program;
  if (main !== undefined) return [];
  const own = namesOf(contents.get(crate.names.ofFile(root)));
  return root.container.mixins.flatMap((mixin): readonly Item[] => {
    const module = mixin.isPub ? moduleOf(mixin, crate) : undefined;
    const names = module === undefined ? [] : namesOf(contents.get(module)).filter((name) => !own.includes(name));
    if (module === undefined || names.length === 0) return [];
    return [{ ...useOf(['crate', ...module.path], names), visibility: 'pub' }];
  });
}

/** The module of the file that is brought in. */
function moduleOf({ value }: Decl, crate: Crate): Module | undefined {
  if (value?.kind !== 'type' || !('container' in value.type)) return undefined;
  const { container } = value.type;
  return container === container.file.container ? crate.names.ofFile(container.file) : undefined;
}

function namesOf(content: ModuleContent | undefined): readonly string[] {
  return (content?.items ?? []).flatMap((item) =>
    'visibility' in item &&
    item.visibility === 'pub' &&
    item.kind !== 'mod' &&
    'name' in item &&
    item.name !== undefined
      ? [item.name]
      : [],
  );
}
