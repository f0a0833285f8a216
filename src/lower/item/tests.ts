/** The module of a file's tests: it sees the file's items by a glob, where it mentions any of them. */
import * as rust from '../../emit/build.js';
import type { Item, ModuleContent } from '../../emit/rust-ast.js';

/** `#[cfg(test)] mod tests { … }` inside a module with the items of `outer`, and with `modules`, which have files of their own. */
export function testsItem(content: ModuleContent, outer: ModuleContent, modules: readonly string[]): Item {
  const names = new Set([...outer.items.flatMap(namesOf), ...modules]);
  const glob = mentionsAny(content, names) ? [rust.useItem(rust.useTree(['super'], '*'))] : [];
  const [first, ...rest] = content.items;
  const isApart = glob.length > 0 && first?.kind !== 'use';
  const items = first === undefined ? glob : [...glob, { ...first, blankLineBefore: isApart }, ...rest];
  return rust.modItem(
    'tests',
    { ...content, items },
    { attributes: [rust.attribute('cfg', 'test')], blankLineBefore: outer.items.length > 0 },
  );
}

/** The names that an item brings into its module. */
function namesOf(item: Item): readonly string[] {
  if (item.kind === 'externBlock') return item.items.flatMap(namesOf);
  return 'name' in item ? [item.name] : [];
}

/** Whether some path below a node starts with one of the names. */
function mentionsAny(node: unknown, names: ReadonlySet<string>): boolean {
  if (Array.isArray(node)) return node.some((element) => mentionsAny(element, names));
  if (typeof node !== 'object' || node === null || ArrayBuffer.isView(node)) return false;
  const segments = 'segments' in node && Array.isArray(node.segments) ? node.segments : [];
  const head: unknown = segments[0];
  if (typeof head === 'object' && head !== null && 'name' in head && names.has(String(head.name))) return true;
  return Object.values(node).some((value) => mentionsAny(value, names));
}
