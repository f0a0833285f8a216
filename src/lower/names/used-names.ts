/** The names at the head of the paths that items mention: an import of any other name is of no use. */

import type { Item } from '../../emit/rust-ast.js';
import { deepMapper, mapPathParts } from '../../emit/traverse.js';

/** First segments of all paths in the items. */
export function usedNames(items: readonly Item[]): ReadonlySet<string> {
  const names = new Set<string>();
  const mapper = deepMapper((self) => ({
    path: (path) => {
      const first = path.segments[0];
      if (first !== undefined) names.add(first.name);
      return mapPathParts(path, self);
    },
  }));
  for (const item of items) mapper.item(item);
  return names;
}
