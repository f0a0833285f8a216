/**
 * The lifetime parameters of nominal types, under the modes of the moment.
 *
 * All shared references of a type, its own and those of types it contains, share one parameter. Each `&mut` has a parameter of its own:
 * what lies behind a `&mut` is invariant, and one parameter for both would keep the pointee borrowed for as long as the struct may
 * live (`&'a mut Tokenizer<'a>`). Inside a recursive type everything shares one parameter. Parameters are invariant where they stand
 * behind a `&mut` or a raw pointer. Both facts grow along the containment of types and are iterated until they are stable. Each round looks
 * at each contained type once, in one order: on every cycle of types there is one that is met again while it is being looked at, and the way
 * back to it shares its parameters.
 */
import type { NominalType, StructType, UnionType } from '../../parse/ir/types.js';
import type { Mappings } from './contract.js';
import type { PointerGraph } from './graph.js';
import { type Region, type Regioned, STATIC_REGION } from './regions.js';
import type { Shape, Slots } from './shape.js';

export interface LifetimeParameter {
  /** Identifies the parameter: `shared`, or the `&mut` it belongs to. */
  readonly key: string;
  readonly isInvariant: boolean;
}

export interface Nominals {
  lifetimes(type: NominalType): readonly LifetimeParameter[];
  /** A field's tree for given arguments of the type's parameters; of a mapped type, also for what it holds (its type arguments). */
  field(type: StructType | UnionType, index: number, regions: readonly Region[], held?: readonly Regioned[]): Regioned;
  /** Whether a mapped type only refers to what it holds, perhaps to change it: an entry of a map. */
  refersToHeld(type: NominalType): boolean;
  /** A fresh tree for a shape. */
  regioned(shape: Shape, fresh: () => Region): Regioned;
}

const SHARED = 'shared';

export function createNominals(slots: Slots, graph: PointerGraph, mappings: Mappings): Nominals {
  const known = new Map<number, LifetimeParameter[]>();
  const settled = new Map<number, readonly LifetimeParameter[]>();
  const computing = new Set<NominalType>();
  /** Looked at in this round. */
  const visited = new Set<number>();
  let isStable = true;

  const compute = (type: NominalType): readonly LifetimeParameter[] => {
    const done = settled.get(type.id);
    if (done !== undefined) return done;
    if (visited.has(type.id)) return known.get(type.id) ?? [];
    visited.add(type.id);
    computing.add(type);
    const found = new Map<string, boolean>();
    const mapped = mappings.type(type);
    if (mapped !== undefined) {
      if (mapped.borrows === true) found.set(SHARED, false);
    } else if (type.kind === 'struct' || type.kind === 'union') {
      type.fields?.forEach((_, index) => {
        collect(slots.field(type, index), `${index}`, false, found);
      });
    }
    computing.delete(type);
    const result = [...found].map(([key, isInvariant]) => ({ key, isInvariant }));
    if (!isSame(known.get(type.id) ?? [], result)) isStable = false;
    known.set(type.id, result);
    return result;
  };
  const add = (found: Map<string, boolean>, key: string, isInvariant: boolean): void => {
    found.set(key, isInvariant || (found.get(key) ?? false));
  };
  const collect = (shape: Shape, path: string, isInvariant: boolean, found: Map<string, boolean>): void => {
    switch (shape.kind) {
      case 'plain':
        return;
      case 'wrapper':
        collect(shape.child, path, isInvariant, found);
        return;
      case 'tuple':
        shape.elements.forEach((element, index) => {
          collect(element, `${path}.${index}`, isInvariant, found);
        });
        return;
      case 'pointer': {
        const mode = graph.mode(shape.node);
        // What a `'static` reference points to holds nothing that lives shorter.
        if (mode === 'static') return;
        if (mode === 'ref') add(found, SHARED, isInvariant);
        if (mode === 'refMut') add(found, path, isInvariant);
        collect(shape.node.child, `${path}*`, isInvariant || mode === 'refMut' || mode === 'raw', found);
        return;
      }
      case 'nominal': {
        const isRecursive = computing.has(shape.type);
        for (const inner of compute(shape.type)) {
          const key = isRecursive || inner.key === SHARED ? SHARED : `${path}:${inner.key}`;
          add(found, key, isInvariant || inner.isInvariant);
        }
        shape.typeArguments.forEach((argument, index) => {
          collect(argument, `${path}<${index}`, isInvariant, found);
        });
      }
    }
  };
  /** Settles a type together with everything it contains. */
  const lifetimes = (type: NominalType): readonly LifetimeParameter[] => {
    const done = settled.get(type.id);
    if (done !== undefined) return done;
    do {
      isStable = true;
      visited.clear();
      compute(type);
    } while (!isStable);
    for (const id of visited) settled.set(id, known.get(id) ?? []);
    return known.get(type.id) ?? [];
  };

  const place = (
    shape: Shape,
    path: string,
    regionOf: (key: string) => Region,
    known?: ReadonlyMap<Shape, Regioned>,
  ): Regioned => {
    const argument = known?.get(shape);
    if (argument !== undefined) return argument;
    switch (shape.kind) {
      case 'plain':
        return shape;
      case 'wrapper':
        return { kind: 'wrapper', child: place(shape.child, path, regionOf, known) };
      case 'tuple':
        return {
          kind: 'tuple',
          elements: shape.elements.map((element, index) => place(element, `${path}.${index}`, regionOf, known)),
        };
      case 'pointer': {
        const mode = graph.mode(shape.node);
        const region = mode === 'ref' ? regionOf(SHARED) : mode === 'refMut' ? regionOf(path) : STATIC_REGION;
        return {
          kind: 'pointer',
          node: shape.node,
          mode,
          region,
          child: place(shape.node.child, `${path}*`, mode === 'static' ? () => STATIC_REGION : regionOf, known),
        };
      }
      case 'nominal': {
        const inner = lifetimes(shape.type);
        const regions = inner.map(({ key }) => regionOf(key === SHARED ? SHARED : `${path}:${key}`));
        const typeArguments = shape.typeArguments.map((argument, index) =>
          place(argument, `${path}<${index}`, regionOf, known),
        );
        return { kind: 'nominal', type: shape.type, regions, typeArguments };
      }
    }
  };
  return {
    lifetimes,
    field(type, index, regions, held = []) {
      const keys = lifetimes(type).map(({ key }) => key);
      // In a recursive type an inner key has no parameter of its own: it shares the common one.
      const regionOf = (key: string): Region =>
        regions[keys.indexOf(key)] ?? regions[keys.indexOf(SHARED)] ?? STATIC_REGION;
      return place(slots.field(type, index), `${index}`, regionOf, argumentTrees(slots.fresh(type), held));
    },
    refersToHeld: (type) => mappings.type(type)?.borrows === true,
    regioned: (shape, fresh) => freshRegioned(shape, fresh, graph, lifetimes),
  };
}

/** What stands for the shapes of a mapped type's arguments: its fields share them. */
function argumentTrees(shape: Shape, held: readonly Regioned[]): ReadonlyMap<Shape, Regioned> {
  const arguments_ = shape.kind === 'nominal' ? shape.typeArguments : [];
  return new Map(
    arguments_.flatMap((argument, index): [Shape, Regioned][] => {
      const tree = held[index];
      return tree === undefined || argument.kind === 'plain' ? [] : [[argument, tree]];
    }),
  );
}

function freshRegioned(
  shape: Shape,
  fresh: () => Region,
  graph: PointerGraph,
  lifetimes: (type: NominalType) => readonly LifetimeParameter[],
): Regioned {
  const again = (inner: Shape): Regioned => freshRegioned(inner, fresh, graph, lifetimes);
  switch (shape.kind) {
    case 'plain':
      return shape;
    case 'wrapper':
      return { kind: 'wrapper', child: again(shape.child) };
    case 'tuple':
      return { kind: 'tuple', elements: shape.elements.map(again) };
    case 'pointer': {
      const mode = graph.mode(shape.node);
      const inner = mode === 'static' ? () => STATIC_REGION : fresh;
      return {
        kind: 'pointer',
        node: shape.node,
        mode,
        region: fresh(),
        child: freshRegioned(shape.node.child, inner, graph, lifetimes),
      };
    }
    case 'nominal':
      return {
        kind: 'nominal',
        type: shape.type,
        regions: lifetimes(shape.type).map(fresh),
        typeArguments: shape.typeArguments.map(again),
      };
  }
}

function isSame(a: readonly LifetimeParameter[], b: readonly LifetimeParameter[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => one.key === b[index]?.key && one.isInvariant === b[index]?.isInvariant)
  );
}
