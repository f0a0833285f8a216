/** The names at the head of the paths that items mention: an import of any other name is of no use. */
import type { Block, Item } from '../../emit/rust-ast.js';
import { deepMapper, mapBlockParts, mapExprParts, mapPathParts, mapPatternParts } from '../../emit/traverse.js';

/** First segments of all paths in the items, but for what they declare themselves. */
export function usedNames(items: readonly Item[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const item of items) addNames(item, names);
  return names;
}

function addNames(item: Item, names: Set<string>): void {
  const variables = variablesOf(item);
  let declared: readonly string[] = [];
  const mapper = deepMapper((own) => ({
    path: (path) => {
      const first = path.segments[0];
      if (first !== undefined && !declared.includes(first.name)) names.add(first.name);
      return mapPathParts(path, own);
    },
    expr: (expr) => {
      const [name, more] = expr.kind === 'path' ? expr.path.segments : [];
      const isVariable = name !== undefined && more === undefined && variables.has(name.name);
      return isVariable ? expr : mapExprParts(expr, own);
    },
    block: (block) => {
      const outer = declared;
      declared = [...outer, ...declaredIn(block)];
      const mapped = mapBlockParts(block, own);
      declared = outer;
      return mapped;
    },
  }));
  mapper.item(item);
}

/** What patterns bind anywhere in an item. */
function variablesOf(item: Item): ReadonlySet<string> {
  const variables = new Set<string>();
  const mapper = deepMapper((own) => ({
    pattern: (pattern) => {
      if (pattern.kind === 'binding') variables.add(pattern.name);
      return mapPatternParts(pattern, own);
    },
  }));
  mapper.item(item);
  return variables;
}

function declaredIn({ statements }: Block): readonly string[] {
  return statements.flatMap((statement) => (statement.kind === 'item' ? itemNames(statement.item) : []));
}

/** The names that an item brings into its scope. */
export function itemNames(item: Item): readonly string[] {
  if (item.kind === 'externBlock') return item.items.flatMap(itemNames);
  return 'name' in item ? [item.name] : [];
}
