/**
 * Regions: how long what a pointer points to has to stay untouched.
 *
 * As in rustc's NLL: each pointer of each variable's type, and each lifetime argument of its nominal types, has a region; a flow of a
 * value from `a` to `b` says that whatever a's region holds, b's holds too (both ways where the position is invariant). The relation
 * does not depend on the point of the program; liveness does. Raw pointers have regions as well, which rustc does not know: they tell
 * for how long a raw pointer may be used, and that an escaping one may be used for ever.
 */
import type { NominalType, Type } from '../../parse/ir/types.js';
import type { PointerMode } from './contract.js';
import type { Nominals } from './nominals.js';
import type { PointerNode } from './shape.js';

export type Region = number;

/** What may be used for ever: statics, fields that hold raw pointers, everything that escaped. */
export const STATIC_REGION: Region = 0;

/** A shape under the modes of the moment, with its regions. */
export type Regioned =
  | { readonly kind: 'plain' }
  | {
      readonly kind: 'pointer';
      readonly node: PointerNode;
      readonly mode: PointerMode;
      readonly region: Region;
      readonly child: Regioned;
    }
  | { readonly kind: 'wrapper'; readonly child: Regioned }
  | { readonly kind: 'tuple'; readonly elements: readonly Regioned[] }
  | {
      readonly kind: 'nominal';
      readonly type: NominalType;
      readonly regions: readonly Region[];
      readonly typeArguments: readonly Regioned[];
    };

/** A reference that became a raw pointer: it must not outlive the function, or the reference was a lie. */
export interface Conversion {
  readonly node: PointerNode;
  readonly region: Region;
}

export interface RegionGraph {
  fresh(): Region;
  /** What `from` holds, `to` holds too. */
  outlives(from: Region, to: Region): void;
  flow(from: Regioned, to: Regioned, isInvariant?: boolean): void;
  /** All regions that hold what `region` holds. */
  reach(region: Region): ReadonlySet<Region>;
  /** A reference is turned into a raw pointer that lives for `region`. */
  convert(from: Extract<Regioned, { kind: 'pointer' }>, region: Region): void;
  readonly conversions: readonly Conversion[];
}

export function createRegions(nominals: Nominals): RegionGraph {
  let next = STATIC_REGION + 1;
  const edges = new Map<Region, Set<Region>>();
  const conversions: Conversion[] = [];

  const outlives = (from: Region, to: Region): void => {
    // Statics are held by everybody; what they give out says nothing of what else became static.
    if (from === to || from === STATIC_REGION) return;
    const known = edges.get(from);
    if (known === undefined) edges.set(from, new Set([to]));
    else known.add(to);
  };
  const relate = (from: Region, to: Region, isInvariant: boolean): void => {
    outlives(from, to);
    if (isInvariant) outlives(to, from);
  };
  const convert: RegionGraph['convert'] = (from, region) => {
    if (from.mode === 'ref' || from.mode === 'refMut' || from.mode === 'owned')
      conversions.push({ node: from.node, region });
  };
  const flowPointers = (
    from: Extract<Regioned, { kind: 'pointer' }>,
    to: Extract<Regioned, { kind: 'pointer' }>,
    isInvariant: boolean,
  ): void => {
    // An owner holds nothing of what it was made from.
    if (to.mode !== 'owned') relate(from.region, to.region, isInvariant);
    // An owner that is handed on gives its memory away.
    if (to.mode === 'raw' && from.mode !== 'owned') convert(from, to.region);
    const isWritable = to.mode === 'refMut' || to.mode === 'raw';
    const [inner, outer] = alignElements(from, to);
    flow(inner, outer, isInvariant || isWritable);
  };
  const flow = (from: Regioned, to: Regioned, isInvariant = false): void => {
    if (from.kind === 'pointer' && to.kind === 'pointer') flowPointers(from, to, isInvariant);
    else if (from.kind === 'wrapper' && to.kind === 'wrapper') flow(from.child, to.child, isInvariant);
    else if (from.kind === 'wrapper') flow(from.child, to, isInvariant);
    else if (to.kind === 'wrapper') flow(from, to.child, isInvariant);
    else if (from.kind === 'tuple' && to.kind === 'tuple') {
      from.elements.forEach((element, index) => {
        flow(element, to.elements[index] ?? element, isInvariant);
      });
    } else if (from.kind === 'nominal' && to.kind === 'nominal' && from.type === to.type) {
      const parameters = nominals.lifetimes(from.type);
      from.regions.forEach((region, index) => {
        relate(region, to.regions[index] ?? region, isInvariant || (parameters[index]?.isInvariant ?? false));
      });
      const isFixed = isInvariant || nominals.refersToHeld(from.type);
      from.typeArguments.forEach((argument, index) => {
        flow(argument, to.typeArguments[index] ?? argument, isFixed);
      });
    }
  };
  return {
    fresh: () => next++,
    outlives,
    flow,
    convert,
    conversions,
    reach(region) {
      const seen = new Set<Region>([region]);
      const pending = [region];
      for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
        for (const to of edges.get(at) ?? []) {
          if (seen.has(to)) continue;
          seen.add(to);
          pending.push(to);
        }
      }
      return seen;
    },
  };
}

/** The pointees as each other's counterparts: an array behind a pointer that decays to a slice gives its elements. */
function alignElements(
  from: Extract<Regioned, { kind: 'pointer' }>,
  to: Extract<Regioned, { kind: 'pointer' }>,
): readonly [Regioned, Regioned] {
  const isSequence = (type: Type): boolean => type.kind === 'pointer' && type.size !== 'one';
  const inner = isSequence(to.node.type) && !isSequence(from.node.type) ? elements(from.child) : from.child;
  const outer = isSequence(from.node.type) && !isSequence(to.node.type) ? elements(to.child) : to.child;
  return [inner, outer];
}

function elements(pointee: Regioned): Regioned {
  return pointee.kind === 'wrapper' ? pointee.child : pointee;
}

/** Calls `visit` for every region of a tree. */
export function eachRegion(tree: Regioned, visit: (region: Region, node: PointerNode | undefined) => void): void {
  switch (tree.kind) {
    case 'plain':
      return;
    case 'pointer':
      visit(tree.region, tree.node);
      eachRegion(tree.child, visit);
      return;
    case 'wrapper':
      eachRegion(tree.child, visit);
      return;
    case 'tuple':
      for (const element of tree.elements) eachRegion(element, visit);
      return;
    case 'nominal':
      for (const region of tree.regions) visit(region, undefined);
      for (const argument of tree.typeArguments) eachRegion(argument, visit);
  }
}

/** The same tree with other regions. */
export function mapRegions(tree: Regioned, change: (region: Region) => Region): Regioned {
  switch (tree.kind) {
    case 'plain':
      return tree;
    case 'pointer':
      return { ...tree, region: change(tree.region), child: mapRegions(tree.child, change) };
    case 'wrapper':
      return { kind: 'wrapper', child: mapRegions(tree.child, change) };
    case 'tuple':
      return { kind: 'tuple', elements: tree.elements.map((element) => mapRegions(element, change)) };
    case 'nominal':
      return {
        ...tree,
        regions: tree.regions.map(change),
        typeArguments: tree.typeArguments.map((argument) => mapRegions(argument, change)),
      };
  }
}
