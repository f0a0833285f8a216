/** What each read of a place becomes: a copy, a move, or a borrow of what cannot be copied. */
import type { CallExpr, Load, Local } from '../../parse/ir/ir.js';
import { takesValue } from './check.js';
import type { LoadUse, Mappings, PointerMode, Representation } from './contract.js';
import type { Interpretation } from './interpret.js';
import type { Action } from './mir.js';
import type { Solution } from './solve.js';

/** What becomes of an owner in its place, by how what it is read into holds it. */
const OWNER_USES: { readonly [Mode in PointerMode]: LoadUse } = {
  owned: 'move',
  refMut: 'lendOwnerMut',
  ref: 'lendOwner',
  static: 'lendOwner',
  raw: 'copy',
};

/** The reads that are no copies. */
export function loadUses(solution: Solution): ReadonlyMap<Load, LoadUse> {
  const uses = new Map<Load, LoadUse>();
  for (const read of solution.reads.values()) {
    read.body.points.forEach(({ action }, point) => {
      if (action.kind !== 'load' || action.expr === undefined) return;
      const use = useOf(action, read, solution);
      if (use === 'move' && takesValue(read, point, solution.environment)) uses.set(action.expr, 'take');
      else if (use !== 'copy') uses.set(action.expr, use);
    });
  }
  return uses;
}

function useOf(
  action: Extract<Action, { kind: 'load' }>,
  read: Interpretation,
  { graph, environment }: Solution,
): LoadUse {
  const { place, dest } = action;
  if (place.shape.kind === 'pointer' && dest.shape.kind === 'pointer') {
    if (graph.mode(place.shape.node) !== 'owned') return 'copy';
    return OWNER_USES[graph.mode(dest.shape.node)];
  }
  if (!environment.isMoveOnly(place.shape)) return 'copy';
  if (read.aliasOf(dest) === undefined) return 'move';
  return read.body.lookedAt.has(dest) && dest.local === undefined && place.shape.kind === 'wrapper' ? 'lend' : 'borrow';
}

/** The locals that are references to the place that they are read from. */
export function localBindings(solution: Solution): ReadonlyMap<Local, 'ref' | 'refMut'> {
  const bindings = new Map<Local, 'ref' | 'refMut'>();
  for (const read of solution.reads.values()) {
    for (const variable of read.body.variables) {
      if (variable.local !== undefined && read.aliasOf(variable) !== undefined) bindings.set(variable.local, 'ref');
    }
    for (const { action } of read.body.points) {
      if (action.kind !== 'load' || action.dest.local?.role !== 'capture') continue;
      const mode = borrowedMode(action, solution);
      if (mode !== undefined) bindings.set(action.dest.local, mode);
    }
  }
  return bindings;
}

/** The kind of borrow by which a capture holds a pointer that its place owns. */
function borrowedMode(
  { place, dest }: Extract<Action, { kind: 'load' }>,
  { graph }: Solution,
): 'ref' | 'refMut' | undefined {
  if (place.shape.kind !== 'pointer' || dest.shape.kind !== 'pointer' || graph.mode(place.shape.node) !== 'owned')
    return undefined;
  const mode = graph.mode(dest.shape.node);
  return mode === 'ref' || mode === 'refMut' ? mode : undefined;
}

/** The locals whose initialiser, or what they are bound to, comes out of a container as a reference. */
export function lentLocals(solution: Solution): ReadonlySet<Local> {
  const locals = new Set<Local>();
  for (const read of solution.reads.values()) {
    for (const variable of [...read.body.lent, ...read.body.lookedAt.keys()])
      if (variable.local !== undefined && read.aliasOf(variable) !== undefined) locals.add(variable.local);
  }
  return locals;
}

/** What a call gives that copies an element which its container keeps, where elements cannot be copied. */
export function lentAs(
  { callee }: CallExpr,
  { slots, graph, environment }: Solution,
  mappings: Mappings,
): ReturnType<Representation['lends']> {
  const result = callee.kind === 'instance' ? mappings.fn(callee.instance)?.result : undefined;
  if (callee.kind !== 'instance' || result?.kind !== 'element' || result.isTaken) return undefined;
  const receiver = slots.param(callee.instance, result.argument);
  const container = receiver.kind === 'pointer' ? receiver.node.child : receiver;
  const held = container.kind === 'nominal' ? container.typeArguments[result.typeArgument] : undefined;
  if (held === undefined || !environment.isMoveOnly(held)) return undefined;
  return held.kind === 'pointer' && graph.mode(held.node) === 'owned' ? 'owner' : 'element';
}
