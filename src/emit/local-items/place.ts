/**
 * An item that Zig declares inside a function stands in the body of that function in Rust, too, as long as nothing outside of the body names
 * it. Lowering gives it a name of its own in the module and says in `local` where it comes from. `placeLocalItems` decides where each stands, before
 * the lints are looked for; `nestLocalItems` moves them, last of all, so that the passes in between see one flat namespace.
 */
import type { Item, ModuleContent } from '../rust-ast.js';
import { declaredNames, importedNames, itemMentions, type Mentions, pathHeads, pathTails } from './mentions.js';
import { withoutVisibility } from './visibility.js';

/** What stands or falls together: a type and its impls. */
interface Unit {
  readonly names: ReadonlySet<string>;
  /** Functions that may hold it, innermost first; undefined: any that alone mentions it. */
  readonly homes: readonly string[] | undefined;
  readonly mentions: readonly Mention[];
  /** Where it stands, as far as is known. */
  home: string | undefined;
}

/** A place that names a unit: the function in whose body it is, and the unit that the function belongs to. */
interface Mention {
  readonly within: string | undefined;
  readonly unit: string | undefined;
}

/** The modules with `local` left on those items alone that will stand in a function, with that function as their only home. */
export function placeLocalItems(contents: readonly ModuleContent[]): readonly ModuleContent[] {
  const outside = namesOutside(contents);
  return contents.map((content) => placeIn(content, outside));
}

function placeIn(content: ModuleContent, outside: ReadonlySet<string>): ModuleContent {
  const inner = content.items.map((item) =>
    item.kind === 'mod' && item.content !== undefined ? { ...item, content: placeIn(item.content, outside) } : item,
  );
  if (!inner.some(({ local }) => local !== undefined)) return { ...content, items: inner };
  const taken = new Set([...outside, ...inner.flatMap((item) => (item.kind === 'mod' ? [...pathHeads(item)] : []))]);
  const units = settle(unitsOf(inner, taken), ownersOf(inner));
  return { ...content, items: inner.map((item) => placed(item, units)) };
}

function placed(item: Item, units: ReadonlyMap<string, Unit>): Item {
  if (item.local === undefined) return item;
  const home = units.get(item.local.unit)?.home;
  return home === undefined
    ? { ...item, local: undefined }
    : { ...withoutVisibility(item), local: { ...item.local, homes: [home] } };
}

/** Names by which modules reach into each other: those of imports, and those behind `::`. */
function namesOutside(contents: readonly ModuleContent[]): ReadonlySet<string> {
  const items = contents.flatMap((content) => content.items);
  return new Set([...items.flatMap(importedNames), ...items.flatMap((item) => [...pathTails(item)])]);
}

function unitsOf(items: readonly Item[], taken: ReadonlySet<string>): ReadonlyMap<string, Unit> {
  const mentions = items.map(itemMentions);
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    if (item.local !== undefined) groups.set(item.local.unit, [...(groups.get(item.local.unit) ?? []), item]);
  }
  return new Map(
    [...groups].map(([unit, members]): [string, Unit] => {
      const names = new Set(members.flatMap(declaredNames));
      const isReached = [...names].some((name) => taken.has(name));
      const homes = isReached ? [] : members[0]?.local?.homes;
      return [unit, { names, homes, mentions: mentionsOf(unit, names, items, mentions), home: homes?.[0] }];
    }),
  );
}

function mentionsOf(
  unit: string,
  names: ReadonlySet<string>,
  items: readonly Item[],
  mentions: readonly Mentions[],
): readonly Mention[] {
  return items.flatMap((item, index): readonly Mention[] => {
    if (item.local?.unit === unit) return [];
    return [...(mentions[index] ?? [])]
      .filter(([, mentioned]) => [...names].some((name) => mentioned.has(name)))
      .map(([within]) => ({ within, unit: item.local?.unit }));
  });
}

/** The unit that each function of an `impl` belongs to, if it belongs to one. */
function ownersOf(items: readonly Item[]): ReadonlyMap<string, string | undefined> {
  return new Map(
    items.flatMap((item) =>
      [...itemMentions(item).keys()].flatMap((key) => (key === undefined ? [] : [[key, item.local?.unit] as const])),
    ),
  );
}

/** Moves units outward until each stands around everything that names it. */
function settle(
  units: ReadonlyMap<string, Unit>,
  owners: ReadonlyMap<string, string | undefined>,
): ReadonlyMap<string, Unit> {
  const around = (unit: string | undefined): readonly string[] => {
    const home = unit === undefined ? undefined : units.get(unit)?.home;
    return home === undefined ? [] : [home, ...around(owners.get(home))];
  };
  const aroundMention = ({ within, unit }: Mention): readonly string[] =>
    within === undefined ? around(unit) : [within, ...around(unit)];
  let isSettled = false;
  while (!isSettled) {
    isSettled = true;
    for (const unit of units.values()) {
      const chains = unit.mentions.map(aroundMention);
      const homes = unit.homes ?? chains[0] ?? [];
      const home = homes.find((one) => owners.has(one) && chains.every((chain) => chain.includes(one)));
      if (home !== unit.home) isSettled = false;
      unit.home = home;
    }
  }
  return units;
}
