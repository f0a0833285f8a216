/** Moves local items into the functions that `placeLocalItems` found for them. */
import type { Block, Expr, FunctionItem, Item, ModuleContent, Statement } from '../rust-ast.js';
import { deepMapper, mapItemParts, mapPathParts } from '../traverse.js';
import { declaredNames, functionPath, ownerName, pathHeads } from './mentions.js';

/** The module with its local items in the functions that `placeLocalItems` found for them, under the names that Zig has for them. */
export function nestLocalItems(content: ModuleContent): ModuleContent {
  const nested = new Map<string, Item[]>();
  for (const item of content.items) {
    const [home] = item.local?.homes ?? [];
    if (home !== undefined) nested.set(home, [...(nested.get(home) ?? []), item]);
  }
  const rebuilt = (item: Item, owner?: string): Item => {
    switch (item.kind) {
      case 'mod':
        return item.content === undefined ? item : { ...item, content: nestLocalItems(item.content) };
      case 'impl':
        return item.trait === undefined
          ? { ...item, items: item.items.map((one) => rebuilt(one, ownerName(item.type))) }
          : item;
      case 'fn': {
        const inner = nested.get(functionPath(item, owner)) ?? [];
        return inner.length === 0
          ? item
          : withItems(
              item,
              inner.map((one) => rebuilt(one)),
            );
      }
      default:
        return item;
    }
  };
  return {
    ...content,
    items: content.items.filter(({ local }) => local?.homes?.[0] === undefined).map((item) => rebuilt(item)),
  };
}

/** The function with the items at the top of its body, each under the name that Zig has for it, where that means nothing else there. */
function withItems(fn: FunctionItem, items: readonly Item[]): FunctionItem {
  const { body } = fn;
  if (body === undefined) return fn;
  const statements = items.map((item, index): Statement => {
    const blankLineBefore = index > 0 && (item.kind === 'impl' || item.blankLineBefore === true);
    return { kind: 'item', item: { ...item, blankLineBefore, local: undefined }, blankLineBefore };
  });
  const whole: FunctionItem = { ...fn, body: behind(statements, body) };
  return renamed(whole, namesFor(items, pathHeads(whole)));
}

/** The block behind other statements, with an empty line in between. */
function behind(statements: readonly Statement[], body: Block): Block {
  const [first, ...rest] = body.statements;
  if (first !== undefined)
    return { ...body, statements: [...statements, { ...first, blankLineBefore: true }, ...rest] };
  const tail: Expr | undefined = body.tail === undefined ? undefined : { ...body.tail, blankLineBefore: true };
  return { ...body, statements, tail };
}

/** The names that items get, by those that they have. */
function namesFor(items: readonly Item[], mentioned: ReadonlySet<string>): ReadonlyMap<string, string> {
  const own = new Set(items.flatMap(declaredNames));
  const taken = new Set([...mentioned, ...own]);
  const names = new Map<string, string>();
  for (const item of items) {
    const wanted = item.local?.name;
    const [name] = declaredNames(item);
    if (name === undefined || wanted === undefined || taken.has(wanted)) continue;
    taken.add(wanted);
    names.set(name, wanted);
  }
  return names;
}

function renamed(fn: FunctionItem, names: ReadonlyMap<string, string>): FunctionItem {
  if (names.size === 0) return fn;
  const nameOf = (name: string): string => names.get(name) ?? name;
  const mapper = deepMapper((self) => ({
    path: (path) => {
      const mapped = mapPathParts(path, self);
      const [head, ...tail] = mapped.segments;
      return head === undefined || path.qualifiedSelf !== undefined
        ? mapped
        : { ...mapped, segments: [{ ...head, name: nameOf(head.name) }, ...tail] };
    },
    item: (item) => {
      const mapped = mapItemParts(item, self);
      return 'name' in mapped && item.kind !== 'fn' ? { ...mapped, name: nameOf(mapped.name) } : mapped;
    },
  }));
  return { ...fn, body: fn.body === undefined ? undefined : mapper.block(fn.body) };
}
