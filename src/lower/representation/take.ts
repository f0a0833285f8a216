/**
 * Values that are copied out of a place which cannot be moved out of, and which gets another value before anybody looks at it: `const
 * taken = self.list; self.list = .empty;` is `core::mem::take(&mut self.list)`.
 *
 * From the read on, every path has to overwrite the whole place, or to end the variable that it is a part of, before it meets another access
 * that touches the place. Behind a reference the end of the function is such an access, since the caller looks at it.
 */
import type { Expr } from '../../parse/ir/ir.js';
import { type Access, conflicts, visible } from './access.js';
import { type Environment, type Interpretation, takenAt } from './interpret.js';
import type { Action, MirPlace, Step } from './mir.js';

/** Whether the value that the load at `point` reads from `place` can be taken, and something empty left behind. */
export function isTaken(
  read: Interpretation,
  point: number,
  place: MirPlace,
  accesses: readonly (readonly Access[])[],
  environment: Environment,
): boolean {
  if (place.root.kind !== 'variable' || !environment.hasEmpty(place.shape)) return false;
  if (visible(place, environment, read.aliasOf).isCut) return false;
  const loan = takenAt(point, place);
  const isBehind = place.steps.some((step) => step.kind === 'deref');
  const { points } = read.body;
  const pending = [...(points[point]?.successors ?? [])];
  const seen = new Set<number>();
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const current = points[at];
    if (current === undefined || overwrites(current.action, place)) continue;
    const ends = current.action.kind === 'dead' && isRoot(current.action, place);
    if (ends && !isBehind) continue;
    if ((accesses[at] ?? []).some((access) => conflicts(loan, access, environment))) return false;
    if (current.successors.length === 0 && isBehind) return false;
    pending.push(...current.successors);
  }
  return true;
}

function isRoot(action: Extract<Action, { kind: 'dead' }>, { root }: MirPlace): boolean {
  return root.kind === 'variable' && root.variable === action.variable;
}

/** The place, or something that it is a part of, gets another value as a whole. */
function overwrites(action: Action, place: MirPlace): boolean {
  if (action.kind !== 'assign') return false;
  const { root, steps } = action.place;
  if (root.kind !== 'variable' || place.root.kind !== 'variable' || root.variable !== place.root.variable) return false;
  return steps.length <= place.steps.length && steps.every((step, index) => isSame(step, place.steps[index]));
}

function isSame(a: Step, b: Step | undefined): boolean {
  if (a.kind === 'field') return b?.kind === 'field' && a.index === b.index;
  if (a.kind === 'index') return b?.kind === 'index' && isSameIndex(a.operand?.expr, b.operand?.expr);
  return a.kind === b?.kind;
}

/** The same number for certain: a constant, or a variable that nothing assigns. */
function isSameIndex(a: Expr | undefined, b: Expr | undefined): boolean {
  if (a?.value?.kind === 'int' && b?.value?.kind === 'int') return BigInt(a.value.int) === BigInt(b.value.int);
  if (a?.kind !== 'load' || b?.kind !== 'load' || a.place.kind !== 'local' || b.place.kind !== 'local') return false;
  return a.place.local === b.place.local && a.place.local.role !== 'var';
}
