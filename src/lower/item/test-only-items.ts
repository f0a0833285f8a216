/**
 * Items outside of `mod tests` that mention what only stands in one: instances for types of tests, conversions from their errors. They exist
 * only when tests are compiled, and so does what mentions them.
 */
import * as rust from '../../emit/build.js';
import type { Item, Path, Type } from '../../emit/rust-ast.js';
import { deepMapper, mapPathParts } from '../../emit/traverse.js';

type IsTestPath = (path: readonly string[]) => boolean;

/** Whether the item is compiled with tests alone. */
export function isForTests(item: Item): boolean {
  return (item.attributes ?? []).some(
    (attribute) =>
      attribute.kind === 'list' &&
      attribute.path.segments[0]?.name === 'cfg' &&
      attribute.elements.some((one) => one.kind === 'word' && one.path.segments[0]?.name === 'test'),
  );
}

/** The items, those marked that only tests can need. */
export function withTestOnlyMarks(items: readonly Item[], isTestPath: IsTestPath): readonly Item[] {
  let marked = items;
  for (;;) {
    const names = new Set(marked.filter(isForTests).flatMap((item) => ('name' in item ? [item.name] : [])));
    const isOfTests: IsTestPath = (path) => names.has(path[0] ?? '') || isTestPath(path);
    const next = marked.map((item) => withMark(item, isOfTests));
    if (next.every((item, index) => item === marked[index])) return marked;
    marked = next;
  }
}

function withMark(item: Item, isTestPath: IsTestPath): Item {
  if (isForTests(item) || item.kind === 'use' || item.kind === 'mod') return item;
  if (item.kind !== 'impl' || item.trait !== undefined || mentions(item.type, isTestPath))
    return mentionsInItem(item, isTestPath) ? forTests(item) : item;
  const items = item.items.map((member) => withMark(member, isTestPath));
  return items.every((member, index) => member === item.items[index]) ? item : { ...item, items };
}

/** The item with `#[cfg(test)]`. */
export function forTests<N extends Item>(item: N): N {
  return { ...item, attributes: [rust.attribute('cfg', 'test'), ...(item.attributes ?? [])] };
}

function mentionsInItem(item: Item, isTestPath: IsTestPath): boolean {
  return finds((mapper) => mapper.item(item), isTestPath);
}

function mentions(type: Type, isTestPath: IsTestPath): boolean {
  return finds((mapper) => mapper.type(type), isTestPath);
}

function finds(visit: (mapper: ReturnType<typeof deepMapper>) => void, isTestPath: IsTestPath): boolean {
  let found = false;
  visit(
    deepMapper((own) => ({
      path: (path: Path) => {
        if (path.qualifiedSelf === undefined && isTestPath(path.segments.map(({ name }) => name))) found = true;
        return mapPathParts(path, own);
      },
    })),
  );
  return found;
}
