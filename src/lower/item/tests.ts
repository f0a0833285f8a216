/** The module of a file's tests: it sees the file's items by a glob, where it mentions any of them. */
import * as rust from '../../emit/build.js';
import type { Item, ModuleContent } from '../../emit/rust-ast.js';
import { itemNames, usedNames } from '../names/used-names.js';

/** `#[cfg(test)] mod tests { … }` inside a module with the items of `outer`, and with `modules`, which have files of their own. */
export function testsItem(content: ModuleContent, outer: ModuleContent, modules: readonly string[]): Item {
  const used = usedNames(content.items);
  const isMentioned = [...outer.items.flatMap(itemNames), ...modules].some((name) => used.has(name));
  const glob = isMentioned ? [rust.useItem(rust.useTree(['super'], '*'))] : [];
  const [first, ...rest] = content.items;
  const isApart = glob.length > 0 && first?.kind !== 'use';
  const items = first === undefined ? glob : [...glob, { ...first, blankLineBefore: isApart }, ...rest];
  return rust.modItem(
    'tests',
    { ...content, items },
    { attributes: [rust.attribute('cfg', 'test')], blankLineBefore: outer.items.length > 0 },
  );
}
