/** The normal form and the order of `use` paths. */

import type { Edition } from '../layout/context.js';
import { writeName } from '../names.js';
import type { UseTree } from '../rust-ast.js';
import { compareText, compareVersions } from './version-order.js';

export type UseSegment =
  | { readonly kind: 'name' | 'self' | 'super' | 'crate'; readonly name: string; readonly alias?: string | undefined }
  | { readonly kind: 'glob' }
  | { readonly kind: 'list'; readonly paths: readonly UsePath[] };

export type UsePath = readonly UseSegment[];

/** A path of segments, lists sorted, lists of one name dissolved. */
export function normalisedUsePath(tree: UseTree, edition: Edition): UsePath {
  return normalise(toPath(tree), edition);
}

function toPath(tree: UseTree): UsePath {
  const names = tree.prefix.map((name) => namedSegment(name, undefined));
  const path: UsePath = [...names, leafSegment(tree)];
  const [first, ...rest] = path;
  if (tree.global !== true || first === undefined) return path;
  return first.kind === 'name'
    ? [{ ...first, name: `::${first.name}` }, ...rest]
    : [{ kind: 'name', name: '' }, ...path];
}

function leafSegment({ leaf }: UseTree): UseSegment {
  switch (leaf.kind) {
    case 'name':
      return namedSegment(leaf.name, leaf.alias === leaf.name ? undefined : leaf.alias);
    case 'glob':
      return { kind: 'glob' };
    case 'group':
      return { kind: 'list', paths: leaf.trees.map(toPath) };
  }
}

function namedSegment(name: string, alias: string | undefined): UseSegment {
  const kind = name === 'self' || name === 'super' || name === 'crate' ? name : 'name';
  return { kind, name, alias };
}

function normalise(path: UsePath, edition: Edition): UsePath {
  const last = path.at(-1);
  if (last?.kind !== 'list') return path;
  const before = path.slice(0, -1);
  const [only, second] = last.paths;
  if (only !== undefined && second === undefined && !isPlainSelf(only)) return normalise([...before, ...only], edition);
  const paths = last.paths.map((inner) => normalise(inner, edition)).sort((a, b) => compareUsePaths(a, b, edition));
  const distinct = paths.filter(
    (inner, index) => index === 0 || compareUsePaths(paths[index - 1] ?? [], inner, edition) !== 0,
  );
  return [...before, { kind: 'list', paths: distinct }];
}

function isPlainSelf(path: UsePath): boolean {
  const [first, second] = path;
  return second === undefined && first?.kind === 'self' && first.alias === undefined;
}

/** A segment other than a list as text. */
export function segmentText(segment: Exclude<UseSegment, { readonly kind: 'list' }>, edition: Edition): string {
  if (segment.kind === 'glob') return '*';
  const name = segment.name.startsWith('::')
    ? `::${writeName(segment.name.slice(2), edition)}`
    : segmentName(segment.kind, segment.name, edition);
  return segment.alias === undefined ? name : `${name} as ${writeName(segment.alias, edition)}`;
}

function segmentName(kind: string, name: string, edition: Edition): string {
  return kind === 'name' ? writeName(name, edition) : name;
}

/** Order of whole paths. */
export function compareUsePaths(left: UsePath, right: UsePath, edition: Edition): number {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index += 1) {
    const a = left[index];
    const b = right[index];
    if (a === undefined || b === undefined) break;
    const order = compareSegments(a, b, edition);
    if (order !== 0 && compareSegments(withoutAlias(a), withoutAlias(b), edition) !== 0) return order;
  }
  if (left.length !== right.length) return left.length - right.length;
  const lastLeft = left.at(-1);
  const lastRight = right.at(-1);
  return lastLeft !== undefined && lastRight !== undefined ? compareSegments(lastLeft, lastRight, edition) : 0;
}

function withoutAlias(segment: UseSegment): UseSegment {
  return segment.kind === 'glob' || segment.kind === 'list' ? segment : { kind: segment.kind, name: segment.name };
}

const ranks = { self: 0, super: 1, crate: 2, name: 3, glob: 4, list: 5 } as const;

function compareSegments(left: UseSegment, right: UseSegment, edition: Edition): number {
  if (left.kind !== right.kind) return ranks[left.kind] - ranks[right.kind];
  if (left.kind === 'list' && right.kind === 'list') return compareLists(left.paths, right.paths, edition);
  if (left.kind === 'glob' || right.kind === 'glob' || left.kind === 'list' || right.kind === 'list') return 0;
  const names = left.kind === 'name' ? compareNames(left.name, right.name, edition) : 0;
  return names !== 0 ? names : compareAliases(left.alias, right.alias, edition);
}

function compareLists(left: readonly UsePath[], right: readonly UsePath[], edition: Edition): number {
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const order = compareUsePaths(left[index] ?? [], right[index] ?? [], edition);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareAliases(left: string | undefined, right: string | undefined, edition: Edition): number {
  if (left === undefined || right === undefined) return (left === undefined ? 0 : 1) - (right === undefined ? 0 : 1);
  return edition === '2024' ? compareVersions(left, right) : compareText(left, right);
}

/** Since 2024 numbers compare as numbers; before, types stand before constants and after functions. */
function compareNames(left: string, right: string, edition: Edition): number {
  if (edition === '2024') return compareVersions(left, right);
  const rank = (name: string) => (/^[\p{Lu}_\p{N}]*$/u.test(name) ? 2 : 0) + (/^\p{Lu}/u.test(name) ? 1 : 0);
  return rank(left) - rank(right) || compareText(left, right);
}
