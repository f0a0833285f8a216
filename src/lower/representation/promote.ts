/**
 * Constants of a body whose address outlives them.
 *
 * A `const` that is known at comptime lies in static memory in Zig: its address may be returned, stored and kept. In Rust it is a `let` as
 * long as no pointer to it lives on after its scope has ended, by the loans of the borrow check (raw ones included); where one does,
 * it is an item of the function.
 */
import type { Local } from '../../parse/ir/ir.js';
import { createHolders } from './check.js';
import type { Interpretation, Loan } from './interpret.js';
import { createLiveness } from './liveness.js';
import type { Variable } from './mir.js';
import type { Solution } from './solve.js';

/** The constants that have to be static, besides those that are already. */
export function escapingConstants({ reads }: Pick<Solution, 'reads'>): ReadonlySet<Local> {
  return new Set([...reads.values()].flatMap(escapingFrom));
}

function escapingFrom(read: Interpretation): readonly Local[] {
  const candidates = read.loans.flatMap((loan) => {
    const variable = constantOf(loan);
    return variable?.local === undefined ? [] : [{ loan, variable, local: variable.local }];
  });
  if (candidates.length === 0) return [];
  const holders = createHolders(read);
  const liveness = createLiveness(read.body);
  return candidates.flatMap(({ loan, variable, local }) => {
    const { always, variables } = holders(loan);
    const isHeld = (point: number) => variables.some((one) => one !== variable && liveness.isLive(one, point));
    return always || outlivesStorage(read, loan, variable, isHeld) ? [local] : [];
  });
}

/** The variable of a known constant that the loan is of, itself and not something that it points to. */
function constantOf({ place }: Loan): Variable | undefined {
  if (place.root.kind !== 'variable' || place.steps.some((step) => step.kind === 'deref')) return undefined;
  return place.root.variable.local?.value === undefined ? undefined : place.root.variable;
}

/** Whether, on some way from the borrow, the storage ends while the loan is still held. */
function outlivesStorage(
  { body: { points } }: Interpretation,
  loan: Loan,
  variable: Variable,
  isHeld: (point: number) => boolean,
): boolean {
  const pending = [...(points[loan.point]?.successors ?? [])];
  const seen = new Set<number>();
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (seen.has(at) || !isHeld(at)) continue;
    seen.add(at);
    const action = points[at]?.action;
    if (action?.kind === 'dead' && action.variable === variable) {
      if (points[at]?.successors.some(isHeld) === true) return true;
      continue;
    }
    pending.push(...(points[at]?.successors ?? []));
  }
  return false;
}
