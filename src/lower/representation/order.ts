/** Which operands lowering has to bind to temporaries, since Rust would otherwise evaluate them while a borrow beside them is on. */
import type { Expr } from '../../parse/ir/ir.js';
import { accessesOf, conflicts } from './access.js';
import { createHolders } from './check.js';
import type { Environment, Interpretation, Loan } from './interpret.js';
import type { OperandOrder, Variable } from './mir.js';

/** The operands that are evaluated before or after the others. */
export function evaluationOrder(
  reads: Iterable<Interpretation>,
  environment: Environment,
): ReadonlyMap<Expr, 'first' | 'late'> {
  const result = new Map<Expr, 'first' | 'late'>();
  for (const read of reads) {
    const held = loansByHolder(read);
    for (const order of read.body.orders) {
      const first = operandsOf(read, order, held, environment);
      order.operands.forEach((operand, index) => {
        if (order.late.has(index)) result.set(operand, 'late');
        else if (first.includes(index)) result.set(operand, 'first');
      });
    }
    for (const operand of indexesFirst(read, environment)) result.set(operand, 'first');
  }
  return result;
}

/**
 * Indexes into what an owner holds, where an element is borrowed for writing: Rust borrows the owner before it evaluates the index, which
 * may look at the owner (`&mut list[list.len() - 1]`).
 */
function indexesFirst(read: Interpretation, environment: Environment): readonly Expr[] {
  return read.body.points.flatMap(({ action }): Expr[] => {
    if (action.kind !== 'borrow' || environment.graph.mode(action.node) !== 'refMut') return [];
    const { steps } = action.place;
    return steps.flatMap((step, at): Expr[] => {
      if (step.kind !== 'index' || step.operand === undefined || isPlainIndex(step.operand)) return [];
      const isInOwner = steps
        .slice(0, at)
        .some((before) => before.kind === 'deref' && environment.graph.mode(before.node) === 'owned');
      return isInOwner ? [step.operand] : [];
    });
  });
}

/** A constant or a variable. */
function isPlainIndex(operand: Expr): boolean {
  return (
    operand.kind === 'constant' ||
    operand.value !== undefined ||
    (operand.kind === 'load' && operand.place.kind === 'local')
  );
}

type LoansByHolder = ReadonlyMap<Variable, readonly Loan[]>;

function loansByHolder(read: Interpretation): LoansByHolder {
  const held = new Map<Variable, Loan[]>();
  if (read.body.orders.length === 0) return held;
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
  held: LoansByHolder,
  environment: Environment,
): readonly number[] {
  const loansOf = new Map([...order.late].map((index) => [index, loansIn(read, order, index)]));
  return order.ranges.flatMap((range, index) => {
    if (order.late.has(index)) return [];
    const isInTheWay = [...loansOf].some(
      ([borrow, loans]) =>
        borrow < index &&
        loans.some(
          (loan) =>
            touches(read, range, loan, isTwoPhase(order, borrow), environment) ||
            keepsAlive(read, range, loan, held, environment),
        ),
    );
    return isInTheWay ? [index] : [];
  });
}

function loansIn(read: Interpretation, order: OperandOrder, operand: number): readonly Loan[] {
  const range = order.ranges[operand];
  return range === undefined ? [] : read.loans.filter(({ point }) => range.start <= point && point < range.end);
}

/** A method's receiver is only reserved while Rust evaluates the other arguments: they may still look at it. */
function isTwoPhase({ owner }: OperandOrder, operand: number): boolean {
  return operand === 0 && owner.kind === 'call' && owner.isMethodCall;
}

function touches(
  read: Interpretation,
  range: OperandOrder['ranges'][0],
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
  range: OperandOrder['ranges'][0],
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
