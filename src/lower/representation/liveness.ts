/** Liveness of variables over a function's graph: at which points the value that a variable has on entry may still be used. */
import type { Action, MirBody, MirPlace, Variable } from './mir.js';

export interface Liveness {
  /** Whether the variable's value on entry to the point is used there or later. */
  isLive(variable: Variable, point: number): boolean;
}

export function createLiveness(body: MirBody): Liveness {
  const predecessors: number[][] = body.points.map(() => []);
  body.points.forEach(({ successors }, index) => {
    for (const to of successors) predecessors[to]?.push(index);
  });
  const usesOf = collectUses(body);
  const known = new Map<Variable, Uint8Array>();

  const compute = (variable: Variable): Uint8Array => {
    const live = new Uint8Array(body.points.length);
    const pending = [...(usesOf.get(variable) ?? [])];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (live[at] === 1) continue;
      live[at] = 1;
      for (const before of predecessors[at] ?? []) {
        const action = body.points[before]?.action;
        if (action !== undefined && defines(action) !== variable) pending.push(before);
      }
    }
    return live;
  };
  return {
    isLive(variable, point) {
      let live = known.get(variable);
      if (live === undefined) {
        live = compute(variable);
        known.set(variable, live);
      }
      return live[point] === 1;
    },
  };
}

function collectUses(body: MirBody): ReadonlyMap<Variable, number[]> {
  const uses = new Map<Variable, number[]>();
  body.points.forEach(({ action }, index) => {
    for (const variable of usedBy(action)) {
      const known = uses.get(variable);
      if (known === undefined) uses.set(variable, [index]);
      else known.push(index);
    }
  });
  return uses;
}

function rootOf(place: MirPlace): readonly Variable[] {
  return place.root.kind === 'variable' ? [place.root.variable] : [];
}

/** A place behind a pointer uses the pointer; storage that is only overwritten is not used. */
function usedAsDestination(place: MirPlace): readonly Variable[] {
  return place.steps.some((step) => step.kind === 'deref') ? rootOf(place) : [];
}

/** The variables whose values an action needs. */
export function usedBy(action: Action): readonly Variable[] {
  switch (action.kind) {
    case 'nop':
    case 'dead':
      return [];
    case 'read':
    case 'iterate':
    case 'load':
    case 'borrow':
      return rootOf(action.place);
    case 'assign':
      return [...usedAsDestination(action.place), ...(action.source === undefined ? [] : [action.source])];
    case 'flow':
      return [...rootOf(action.from), ...usedAsDestination(action.to)];
    case 'call':
      return action.args.filter((arg) => arg !== undefined);
    case 'use':
      return [action.variable];
  }
}

/** The variable that an action gives a new value, ending what it held before. */
export function defines(action: Action): Variable | undefined {
  switch (action.kind) {
    case 'load':
    case 'borrow':
      return action.dest;
    case 'iterate':
      return action.iterator;
    case 'call':
      return action.dest;
    case 'assign':
      return wholeOf(action.place);
    case 'flow':
      return wholeOf(action.to);
    default:
      return undefined;
  }
}

function wholeOf(place: MirPlace): Variable | undefined {
  return place.root.kind === 'variable' && place.steps.length === 0 ? place.root.variable : undefined;
}
