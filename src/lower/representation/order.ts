/** Which operands lowering has to bind to temporaries, since Rust would otherwise evaluate them while a borrow beside them is on. */
import type { Expr } from '../../parse/ir/ir.js';
import { accessesOf, conflicts } from './access.js';
import { createHolders } from './check.js';
import type { Mappings } from './contract.js';
import type { Environment, Interpretation, Loan } from './interpret.js';
import type { MirPlace, OperandOrder, PointRange, Step, Variable } from './mir.js';

/** The operands that are evaluated before or after the others. */
export function evaluationOrder(
  reads: Iterable<Interpretation>,
  environment: Environment,
  mappings: Mappings,
): ReadonlyMap<Expr, 'first' | 'late'> {
  const result = new Map<Expr, 'first' | 'late'>();
  for (const read of reads) {
    let known: LoansByHolder | undefined;
    const held = () => {
      known ??= loansByHolder(read);
      return known;
    };
    for (const order of read.body.orders) {
      const first = operandsOf(read, order, held, environment, mappings);
      order.operands.forEach((operand, index) => {
        if (order.late.has(index)) result.set(operand, 'late');
        else if (first.includes(index)) result.set(operand, 'first');
      });
    }
    for (const operand of indexesFirst(read, held, environment, mappings)) result.set(operand, 'first');
  }
  return result;
}

/**
 * Indexes into what an owner holds, where an element is written or borrowed for writing: Rust borrows the owner before it evaluates the
 * index, which may look at the owner (`list[list.len() - 1] = x`).
 */
function indexesFirst(
  read: Interpretation,
  held: () => LoansByHolder,
  environment: Environment,
  mappings: Mappings,
): readonly Expr[] {
  return read.body.points.flatMap(({ action }, point): Expr[] => {
    const isBorrow = action.kind === 'borrow' && environment.graph.mode(action.node) === 'refMut';
    if (!isBorrow && action.kind !== 'assign') return [];
    const { steps } = action.place;
    return steps.flatMap((step, at): Expr[] => {
      if (step.kind !== 'index' || step.operand === undefined) return [];
      const owner = ownerAround(action.place, at, environment, mappings);
      if (owner === undefined) return [];
      const loan: Loan = { ...NO_HOLDER, point, place: owner, kind: 'mut' };
      const isInTheWay =
        touches(read, step.operand, loan, false, environment) ||
        keepsAlive(read, step.operand, loan, held(), environment);
      return isInTheWay ? [step.operand.expr] : [];
    });
  });
}

const NO_HOLDER = { node: undefined, region: undefined, holder: undefined, loop: undefined, alias: undefined };

/** The innermost owner that holds what the index at a step goes into: the container of a rule as a whole. */
function ownerAround(place: MirPlace, at: number, { graph }: Environment, mappings: Mappings): MirPlace | undefined {
  const isOwner = (step: Step) => step.kind === 'deref' && graph.mode(step.node) === 'owned';
  const deref = place.steps.slice(0, at).findLastIndex(isOwner);
  if (deref < 0) return undefined;
  const field = place.steps[deref - 1];
  const isMapped =
    field?.kind === 'field' && field.container.kind === 'struct' && mappings.type(field.container) !== undefined;
  return { ...place, steps: place.steps.slice(0, isMapped ? deref - 1 : deref) };
}

type LoansByHolder = ReadonlyMap<Variable, readonly Loan[]>;

function loansByHolder(read: Interpretation): LoansByHolder {
  const held = new Map<Variable, Loan[]>();
  const holders = createHolders(read);
  for (const loan of read.loans) {
    for (const variable of holders(loan).variables) {
      const known = held.get(variable);
      if (known === undefined) held.set(variable, [loan]);
      else known.push(loan);
    }
  }
  return held;
}

function operandsOf(
  read: Interpretation,
  order: OperandOrder,
  held: () => LoansByHolder,
  environment: Environment,
  mappings: Mappings,
): readonly number[] {
  const loansOf = new Map([...order.late].map((index) => [index, loansIn(read, order, index)]));
  return order.ranges.flatMap((range, index) => {
    if (order.late.has(index)) return [];
    const isInTheWay = [...loansOf].some(
      ([borrow, loans]) =>
        borrow < index &&
        loans.some(
          (loan) =>
            touches(read, range, loan, isTwoPhase(order, borrow, loan, environment, mappings), environment) ||
            keepsAlive(read, range, loan, held(), environment),
        ),
    );
    return isInTheWay ? [index] : [];
  });
}

function loansIn(read: Interpretation, order: OperandOrder, operand: number): readonly Loan[] {
  const range = order.ranges[operand];
  return range === undefined ? [] : read.loans.filter(({ point }) => range.start <= point && point < range.end);
}

/**
 * A method's receiver is only reserved while Rust evaluates the other arguments: they may still look at it. An element of what an owner
 * holds is borrowed at once, by the call that finds it (`list[0].add(list[0].n)`).
 */
function isTwoPhase(
  { owner }: OperandOrder,
  operand: number,
  { place }: Loan,
  environment: Environment,
  mappings: Mappings,
): boolean {
  if (operand !== 0 || owner.kind !== 'call' || !owner.isMethodCall) return false;
  return !place.steps.some(
    ({ kind }, at) => kind === 'index' && ownerAround(place, at, environment, mappings) !== undefined,
  );
}

function touches(
  read: Interpretation,
  range: PointRange,
  loan: Loan,
  isReserved: boolean,
  environment: Environment,
): boolean {
  if (loan.kind === 'raw') return false;
  const effective: Loan = isReserved ? { ...loan, kind: 'shared' } : loan;
  return read.body.points
    .slice(range.start, range.end)
    .some(({ action }) =>
      accessesOf(action, environment, read.aliasOf).some((access) => conflicts(effective, access, environment)),
    );
}

/** Whether the operand reads a variable that holds an earlier borrow of the same place: Rust takes that borrow to be in use until then. */
function keepsAlive(
  read: Interpretation,
  range: PointRange,
  loan: Loan,
  held: LoansByHolder,
  environment: Environment,
): boolean {
  if (loan.kind !== 'mut') return false;
  const taken = { place: loan.place, kind: 'mut', node: loan.node } as const;
  return read.body.points.slice(range.start, range.end).some(({ action }) =>
    accessesOf(action, environment, read.aliasOf).some(({ place: { root } }) => {
      const loans = root.kind === 'variable' ? (held.get(root.variable) ?? []) : [];
      return loans.some((other) => other.point < range.start && other !== loan && conflicts(other, taken, environment));
    }),
  );
}
