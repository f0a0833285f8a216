/**
 * Reads a function's graph under the modes of the moment: which loans its borrows take, and how regions flow.
 *
 * A borrow of a place takes a loan of it. Where the place lies behind a reference, the loan is a reborrow: the new reference may live no
 * longer than the one it goes through, and than those outside of it, up to the first shared or raw one (whose pointee is not held by
 * its place). Reading a `&mut` pointer is a reborrow too; reading an owner where a reference is wanted is a borrow of what it owns.
 */
import type { For, Local } from '../../parse/ir/ir.js';
import type { FnInstance } from '../../parse/ir/program.js';
import type { PointerMode } from './contract.js';
import type { PointerGraph } from './graph.js';
import { interpretCall } from './interpret-call.js';
import type { Action, MirBody, MirPlace, Variable } from './mir.js';
import type { Nominals } from './nominals.js';
import { createRegions, eachRegion, type Region, type Regioned, type RegionGraph, STATIC_REGION } from './regions.js';
import type { PointerNode, Shape } from './shape.js';

export type LoanKind = 'shared' | 'mut' | 'raw';

export interface Loan {
  readonly point: number;
  readonly place: MirPlace;
  readonly kind: LoanKind;
  /** The pointer to demote when the loan is in the way; undefined for a loop by value, which is indexed instead. */
  readonly node: PointerNode | undefined;
  readonly region: Region | undefined;
  /** A loop's iterator: holds the loan without a region. */
  readonly holder: Variable | undefined;
  readonly loop: For | undefined;
  /** A local that stands for the place that it was read from: it is taken as a value instead. */
  readonly alias: Local | undefined;
}

/** What a move out of a place is to those who use the place later. */
export function takenAt(point: number, place: MirPlace): Loan {
  return {
    point,
    place,
    kind: 'mut',
    node: undefined,
    region: undefined,
    holder: undefined,
    loop: undefined,
    alias: undefined,
  };
}

/** A signature with its regions as classes: equal numbers are one lifetime, `STATIC_REGION` is `'static`. */
export interface Signature {
  readonly params: readonly (Regioned | undefined)[];
  readonly result: Regioned;
  /** For parameters by value that are held by reference: how long the argument is borrowed. */
  readonly aliases: readonly (Region | undefined)[];
}

export interface Environment {
  readonly graph: PointerGraph;
  readonly nominals: Nominals;
  readonly signatureOf: (instance: FnInstance) => Signature | undefined;
  readonly isIndexed: (loop: For) => boolean;
  readonly globalShape: (place: MirPlace) => Shape;
  /** Whether a local that holds a move-only value is a reference to where that lies, since nothing takes the value out of it. */
  readonly isAlias: (local: Local) => boolean;
  /** Whether values of the shape cannot be copied: they own something, or hold a `&mut`. */
  readonly isMoveOnly: (shape: Shape) => boolean;
  /** Whether there is a value of the shape that holds nothing: an empty list, null. */
  readonly hasEmpty: (shape: Shape) => boolean;
}

export interface Interpretation {
  readonly body: MirBody;
  readonly regions: RegionGraph;
  readonly loans: readonly Loan[];
  /** Points whose action moves a value out of its place. */
  readonly moves: ReadonlyMap<number, MirPlace>;
  readonly treeOf: (variable: Variable) => Regioned;
  /** For how long what a local stands for is borrowed; undefined for one that holds its value. */
  readonly aliasOf: (variable: Variable) => Region | undefined;
  /** Regions of the parameters and the result: live in the whole function. */
  readonly universals: ReadonlySet<Region>;
}

/** The state while one body is read. */
export interface Reader {
  readonly body: MirBody;
  readonly environment: Environment;
  readonly regions: RegionGraph;
  readonly treeOf: (variable: Variable) => Regioned;
  readonly aliasOf: (variable: Variable) => Region | undefined;
  readonly loan: (loan: Loan) => void;
  readonly placeTree: (place: MirPlace) => Regioned;
}

export function interpret(body: MirBody, environment: Environment): Interpretation {
  const { nominals } = environment;
  const regions = createRegions(nominals);
  const trees = new Map<Variable, Regioned>();
  const treeOf = (variable: Variable): Regioned => {
    let tree = trees.get(variable);
    if (tree === undefined) {
      tree = nominals.regioned(variable.shape, regions.fresh);
      trees.set(variable, tree);
    }
    return tree;
  };
  const aliases = new Map<Variable, Region>();
  const aliasOf = (variable: Variable): Region | undefined => {
    const { shape } = variable;
    if (shape.kind === 'pointer' || !isAlias(body, variable, environment) || !environment.isMoveOnly(shape))
      return undefined;
    const known = aliases.get(variable) ?? regions.fresh();
    aliases.set(variable, known);
    return known;
  };
  const universals = new Set<Region>([STATIC_REGION]);
  for (const variable of [...body.params, body.result]) {
    if (variable === undefined) continue;
    eachRegion(treeOf(variable), (region) => universals.add(region));
    const alias = aliasOf(variable);
    if (alias !== undefined) universals.add(alias);
  }
  const loans: Loan[] = [];
  const reader: Reader = {
    body,
    environment,
    regions,
    treeOf,
    aliasOf,
    loan: (loan) => {
      loans.push(loan);
    },
    placeTree: (place) => placeTree(place, environment, treeOf),
  };
  const moves = new Map<number, MirPlace>();
  body.points.forEach(({ action }, point) => {
    const move = interpretAction(reader, action, point);
    if (move !== undefined) moves.set(point, move);
  });
  return { body, regions, loans, moves, treeOf, aliasOf, universals };
}

/** A local, an argument for a parameter that is held by reference, or one that is only looked at. */
function isAlias(body: MirBody, variable: Variable, environment: Environment): boolean {
  if (variable.local !== undefined) {
    const isRead = body.loaded.has(variable.local) || body.lent.has(variable) || body.lookedAt.has(variable);
    return isRead && environment.isAlias(variable.local);
  }
  if (body.lent.has(variable)) return true;
  if (body.lookedAt.get(variable)?.every(environment.isAlias) === true) return true;
  if (!body.byValue.has(variable)) return false;
  const parameter = body.byValue.get(variable);
  return parameter === undefined || environment.isAlias(parameter);
}

function interpretAction(reader: Reader, action: Action, point: number): MirPlace | undefined {
  switch (action.kind) {
    case 'load':
      return interpretLoad(reader, action, point);
    case 'assign':
      if (action.source !== undefined)
        reader.regions.flow(reader.treeOf(action.source), reader.placeTree(action.place));
      return undefined;
    case 'borrow':
      if (action.during === undefined || isInStyle(reader.environment, action.during)) {
        interpretBorrow(reader, action, point);
      }
      return undefined;
    case 'iterate':
      if (!reader.environment.isIndexed(action.loop)) reader.loan(iterationLoan(action, point));
      return undefined;
    case 'flow':
      return interpretFlow(reader, action);
    case 'call':
      interpretCall(reader, action, point);
      return undefined;
    default:
      return undefined;
  }
}

export function isInStyle(
  environment: Environment,
  { loop, style }: { readonly loop: For; readonly style: 'iterator' | 'index' },
): boolean {
  return environment.isIndexed(loop) === (style === 'index');
}

function iterationLoan(action: Extract<Action, { kind: 'iterate' }>, point: number): Loan {
  const { place, iterator, loop } = action;
  return { point, place, kind: 'shared', node: undefined, region: undefined, holder: iterator, loop, alias: undefined };
}

function interpretBorrow(reader: Reader, action: Extract<Action, { kind: 'borrow' }>, point: number): void {
  const dest = reader.treeOf(action.dest);
  if (dest.kind !== 'pointer') return;
  const { place, node, during } = action;
  const loop = during?.style === 'iterator' ? during.loop : undefined;
  const { mode, region } = dest;
  reader.loan({ point, place, kind: loanKind(mode), node, region, holder: undefined, loop, alias: undefined });
  reborrow(reader, place, dest.region, dest.mode);
  const isInvariant = dest.mode === 'refMut' || dest.mode === 'raw';
  const isArray = dest.node.type.size === 'one' && dest.node.type.child.kind === 'array';
  const inner =
    dest.child.kind === 'wrapper' && isArray && reader.placeTree(place).kind !== 'wrapper'
      ? dest.child.child
      : dest.child;
  reader.regions.flow(reader.placeTree(place), inner, isInvariant);
}

function loanKind(mode: PointerMode): LoanKind {
  return mode === 'raw' ? 'raw' : mode === 'refMut' || mode === 'owned' ? 'mut' : 'shared';
}

/** A pointer into `place` that lives for `region`: what it goes through must live as long. */
export function reborrow(reader: Reader, place: MirPlace, region: Region, mode: PointerMode): void {
  for (let length = place.steps.length; length > 0; length--) {
    const step = place.steps[length - 1];
    if (step?.kind !== 'deref') continue;
    const pointer = reader.placeTree({ ...place, steps: place.steps.slice(0, length - 1) });
    if (pointer.kind !== 'pointer') return;
    if (mode === 'raw') reader.regions.convert(pointer, region);
    if (pointer.mode === 'owned') continue;
    reader.regions.outlives(pointer.region, region);
    if (pointer.mode !== 'refMut') return;
  }
  const alias = place.root.kind === 'variable' ? reader.aliasOf(place.root.variable) : undefined;
  if (alias !== undefined) reader.regions.outlives(alias, region);
}

/** Returns the place if a value that is only lent would have to be moved out of it. */
function interpretFlow(reader: Reader, { from, to }: Extract<Action, { kind: 'flow' }>): MirPlace | undefined {
  reader.regions.flow(reader.placeTree(from), reader.placeTree(to));
  const held = from.root.kind === 'variable' ? reader.aliasOf(from.root.variable) : undefined;
  if (held === undefined || from.steps.some((step) => step.kind === 'deref')) return undefined;
  if (!reader.environment.isMoveOnly(from.shape)) return undefined;
  const alias = to.root.kind === 'variable' && to.steps.length === 0 ? reader.aliasOf(to.root.variable) : undefined;
  if (alias === undefined) return from;
  reader.regions.outlives(held, alias);
  return undefined;
}

/** Returns the place if the value is moved out of it. */
function interpretLoad(reader: Reader, action: Extract<Action, { kind: 'load' }>, point: number): MirPlace | undefined {
  const { place } = action;
  const source = reader.placeTree(place);
  const dest = reader.treeOf(action.dest);
  if (source.kind !== 'pointer' || dest.kind !== 'pointer') {
    reader.regions.flow(source, dest);
    if (!reader.environment.isMoveOnly(place.shape)) return undefined;
    const region = reader.aliasOf(action.dest);
    if (region === undefined) return place;
    const [looking] = reader.body.lookedAt.get(action.dest) ?? [];
    const alias = action.dest.local ?? reader.body.byValue.get(action.dest) ?? looking;
    reader.loan({ point, place, kind: 'shared', node: undefined, region, holder: undefined, loop: undefined, alias });
    reborrow(reader, place, region, 'ref');
    return undefined;
  }
  if (source.mode === 'owned' && dest.mode === 'owned') {
    reader.regions.flow(source, dest);
    return place;
  }
  if (source.mode !== 'refMut' && source.mode !== 'owned') {
    reader.regions.flow(source, dest);
    return undefined;
  }
  const pointee: MirPlace = {
    ...place,
    steps: [...place.steps, { kind: 'deref', node: source.node }],
    shape: source.node.child,
  };
  const { node, mode, region } = dest;
  reader.loan({
    point,
    place: pointee,
    kind: loanKind(mode),
    node,
    region,
    holder: undefined,
    loop: undefined,
    alias: undefined,
  });
  reborrow(reader, pointee, region, mode);
  reader.regions.flow(source.child, dest.child, mode === 'refMut' || mode === 'raw');
  return undefined;
}

function placeTree(place: MirPlace, environment: Environment, treeOf: (variable: Variable) => Regioned): Regioned {
  let tree =
    place.root.kind === 'variable'
      ? treeOf(place.root.variable)
      : environment.nominals.regioned(environment.globalShape(place), () => STATIC_REGION);
  for (const step of place.steps) {
    switch (step.kind) {
      case 'deref':
        tree = tree.kind === 'pointer' ? tree.child : { kind: 'plain' };
        break;
      case 'payload':
        tree = tree.kind === 'wrapper' ? tree.child : tree;
        break;
      case 'index':
        tree = step.ofArray && tree.kind === 'wrapper' ? tree.child : tree;
        break;
      case 'field':
        tree = fieldTree(tree, step.container, step.index, environment);
    }
  }
  return tree;
}

function fieldTree(tree: Regioned, container: MirPlace['type'], index: number, environment: Environment): Regioned {
  if (tree.kind === 'tuple') return tree.elements[index] ?? { kind: 'plain' };
  if (tree.kind !== 'nominal' || (container.kind !== 'struct' && container.kind !== 'union')) return { kind: 'plain' };
  return environment.nominals.field(container, index, tree.regions, tree.typeArguments);
}
