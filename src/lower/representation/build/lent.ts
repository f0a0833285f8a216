/**
 * Variables that may stand for what lies elsewhere: what a call copies out of a container that keeps it, and what is read from a place only to
 * be looked at (`const c = self.config orelse return;`, `const best = if (a.n > b.n) a else b;`).
 */
import type { Local } from '../../../parse/ir/ir.js';
import { defines, usedBy } from '../liveness.js';
import type { Action, Point, Variable } from '../mir.js';

/** The variables that hold nothing but what comes out of those in `lent`, or parts of it. */
export function withReceivers(
  lent: ReadonlySet<Variable>,
  points: readonly Point[],
  result: Variable,
): ReadonlySet<Variable> {
  const all = new Set(lent);
  if (all.size === 0) return all;
  const sources = new Map<Variable, (Variable | undefined)[]>();
  for (const { action } of points) {
    const given = givenTo(action);
    if (given === undefined || given.to === result) continue;
    const known = sources.get(given.to);
    if (known === undefined) sources.set(given.to, [given.from]);
    else known.push(given.from);
  }
  for (let size = -1; size !== all.size; ) {
    size = all.size;
    for (const [variable, from] of sources)
      if (from.every((source) => source !== undefined && all.has(source))) all.add(variable);
  }
  return all;
}

/** The whole variable that an action gives a value, and the variable that this is, or is a part of. */
function givenTo(action: Action): { readonly to: Variable; readonly from: Variable | undefined } | undefined {
  const to = defines(action);
  if (to !== undefined) {
    const isFlow = action.kind === 'flow' && action.from.root.kind === 'variable';
    const isPart = isFlow && !action.from.steps.some((step) => step.kind === 'deref');
    return { to, from: isPart && action.from.root.kind === 'variable' ? action.from.root.variable : undefined };
  }
  // Built part by part.
  return action.kind === 'flow' && action.to.root.kind === 'variable'
    ? { to: action.to.root.variable, from: undefined }
    : undefined;
}

/**
 * Of intermediate values that are read from places, those that nothing takes: they end in locals that may stand for a place, and
 * which those are.
 */
export function lookedAt(
  loads: ReadonlySet<Variable>,
  points: readonly Point[],
  result: Variable,
): ReadonlyMap<Variable, readonly Local[]> {
  const found = new Map<Variable, readonly Local[]>();
  if (loads.size === 0) return found;
  const targets = flows(points);
  for (const load of loads) {
    const all = [...withReceivers(new Set([load]), withoutOthers(points, loads, load), result)];
    const locals = all.flatMap(({ local }) => (local === undefined ? [] : [local]));
    const isFree = locals.every(({ role }) => role === 'const' || role === 'capture');
    const isKept = all.every((variable) =>
      (targets.get(variable) ?? []).every((target) => target !== undefined && all.includes(target)),
    );
    if (isFree && isKept && locals.length > 0) for (const variable of all) found.set(variable, locals);
  }
  return found;
}

/** Loads of other candidates count as this one: the arms of a branch look at one place each. */
function withoutOthers(points: readonly Point[], loads: ReadonlySet<Variable>, load: Variable): readonly Point[] {
  return points.map((point) => {
    const { action } = point;
    const isOther =
      action.kind === 'flow' &&
      action.from.root.kind === 'variable' &&
      action.from.root.variable !== load &&
      loads.has(action.from.root.variable);
    return isOther ? { ...point, action: { kind: 'nop' } as const } : point;
  });
}

/** Where the values of variables go, other than to be looked at; undefined: to be kept by what is no variable. */
function flows(points: readonly Point[]): ReadonlyMap<Variable, readonly (Variable | undefined)[]> {
  const targets = new Map<Variable, (Variable | undefined)[]>();
  const add = (from: Variable, to: Variable | undefined): void => {
    const known = targets.get(from);
    if (known === undefined) targets.set(from, [to]);
    else known.push(to);
  };
  for (const { action } of points) {
    if (action.kind === 'flow' && action.from.root.kind === 'variable') add(action.from.root.variable, defines(action));
    else if (action.kind === 'assign' || action.kind === 'call')
      for (const used of usedBy(action)) add(used, undefined);
  }
  return targets;
}
