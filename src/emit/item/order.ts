/** `use` and `mod` lines that stand directly below each other are sorted. */

import type { Edition } from '../layout/context.js';
import type { Item } from '../rust-ast.js';
import { compareUsePaths, normalisedUsePath } from './use-order.js';
import { compareText } from './version-order.js';

/** The items with every group of neighbouring `use` or `mod` lines in order. */
export function groupSorted(items: readonly Item[], edition: Edition): readonly Item[] {
  const ordered: Item[] = [];
  let start = 0;
  while (start < items.length) {
    const end = groupEnd(items, start);
    const group = items.slice(start, end);
    ordered.push(...(group.length > 1 ? sortGroup(group, edition) : group));
    start = end;
  }
  return ordered;
}

type SortKind = 'use' | 'mod' | 'externCrate';

function sortKind(item: Item | undefined): SortKind | undefined {
  if (item === undefined) return undefined;
  if (item.kind === 'mod') return item.content === undefined ? 'mod' : undefined;
  return item.kind === 'use' || item.kind === 'externCrate' ? item.kind : undefined;
}

function groupEnd(items: readonly Item[], start: number): number {
  const kind = sortKind(items[start]);
  let end = start + 1;
  if (kind === undefined) return end;
  while (end < items.length && sortKind(items[end]) === kind && continuesGroup(items[end])) end += 1;
  return end;
}

function continuesGroup(item: Item | undefined): boolean {
  return item !== undefined && item.blankLineBefore !== true && (item.leading ?? []).length === 0;
}

/** Sorted; what stood above the group stays above it. */
function sortGroup(group: readonly Item[], edition: Edition): readonly Item[] {
  const [first] = group;
  const bare = group.map(
    (item, index): Item =>
      index === 0
        ? { ...item, leading: undefined, blankLineBefore: undefined, blankLineAfterLeading: undefined }
        : item,
  );
  const sorted = [...bare].sort((left, right) => compareItems(left, right, edition));
  return sorted.map((item, index): Item => (index === 0 ? { ...item, ...stoodAbove(first) } : item));
}

function stoodAbove(item: Item | undefined): Pick<Item, 'leading' | 'blankLineBefore' | 'blankLineAfterLeading'> {
  return {
    leading: item?.leading,
    blankLineBefore: item?.blankLineBefore,
    blankLineAfterLeading: item?.blankLineAfterLeading,
  };
}

function compareItems(left: Item, right: Item, edition: Edition): number {
  if (left.kind === 'use' && right.kind === 'use') {
    return compareUsePaths(normalisedUsePath(left.tree, edition), normalisedUsePath(right.tree, edition), edition);
  }
  if (left.kind === 'mod' && right.kind === 'mod') return compareText(left.name, right.name);
  if (left.kind === 'externCrate' && right.kind === 'externCrate') return compareText(left.name, right.name);
  return 0;
}
