/** Which names the parts of a module mention. */
import type { Block, FunctionItem, Item, Path, Type, UseTree } from '../rust-ast.js';
import { deepMapper, mapBlockParts, mapPathParts } from '../traverse.js';

/** The names at the heads of paths: in the bodies of functions by the function's path, and with `undefined` in all the rest. */
export type Mentions = ReadonlyMap<string | undefined, ReadonlySet<string>>;

/** What an item mentions. */
export function itemMentions(item: Item): Mentions {
  const mentions = new Map<string | undefined, ReadonlySet<string>>();
  const bodies = functionsOf(item);
  for (const [path, { body }] of bodies)
    if (body !== undefined)
      mentions.set(
        path,
        headsOf((own) => own.block(body)),
      );
  const isBody = new Set<Block | undefined>([...bodies.values()].map(({ body }) => body));
  mentions.set(
    undefined,
    headsOf((own) => own.item(item), isBody),
  );
  return mentions;
}

/** The functions of an item that can hold other items, by their path in the module. */
function functionsOf(item: Item): ReadonlyMap<string, FunctionItem> {
  if (item.kind === 'fn') return new Map([[functionPath(item), item]]);
  if (item.kind !== 'impl' || item.trait !== undefined) return new Map();
  const owner = ownerName(item.type);
  return new Map(item.items.flatMap((one) => (one.kind === 'fn' ? [[functionPath(one, owner), one] as const] : [])));
}

/** The path of a function in its module. */
export function functionPath({ name }: FunctionItem, owner?: string): string {
  return owner === undefined ? name : `${owner}::${name}`;
}

/** The name of the type that an `impl` is for. */
export function ownerName(type: Type): string | undefined {
  return type.kind === 'path' ? type.path.segments.at(-1)?.name : undefined;
}

/** The names at the heads of all paths in an item. */
export function pathHeads(item: Item): ReadonlySet<string> {
  return headsOf((own) => own.item(item));
}

/** The names behind the heads of all paths in an item. */
export function pathTails(item: Item): ReadonlySet<string> {
  return namesIn(
    (own) => own.item(item),
    ({ segments }) => segments.slice(1).map(({ name }) => name),
  );
}

type Mapping = ReturnType<typeof deepMapper>;

function headsOf(
  visit: (mapper: Mapping) => void,
  without: ReadonlySet<Block | undefined> = new Set(),
): ReadonlySet<string> {
  return namesIn(visit, ({ segments: [head] }) => (head === undefined ? [] : [head.name]), without);
}

function namesIn(
  visit: (mapper: Mapping) => void,
  namesOf: (path: Path) => readonly string[],
  without: ReadonlySet<Block | undefined> = new Set(),
): ReadonlySet<string> {
  const names = new Set<string>();
  visit(
    deepMapper((own) => ({
      path: (path) => {
        for (const name of namesOf(path)) names.add(name);
        return mapPathParts(path, own);
      },
      block: (block) => (without.has(block) ? block : mapBlockParts(block, own)),
    })),
  );
  return names;
}

/** The names that an item brings into its module. */
export function declaredNames(item: Item): readonly string[] {
  if (item.kind === 'macro')
    return item.call.input.kind === 'items' ? item.call.input.items.flatMap(declaredNames) : [];
  return 'name' in item ? [item.name] : [];
}

/** The names that imports end in, anywhere in an item. */
export function importedNames(item: Item): readonly string[] {
  if (item.kind === 'mod') return item.content?.items.flatMap(importedNames) ?? [];
  return item.kind === 'use' ? leaves(item.tree) : [];
}

function leaves({ leaf }: UseTree): readonly string[] {
  switch (leaf.kind) {
    case 'glob':
      return [];
    case 'name':
      return [leaf.name];
    case 'group':
      return leaf.trees.flatMap(leaves);
  }
}
