/**
 * Operands that are evaluated in a row: arguments of a call, parts of a struct, tuple or array.
 *
 * An operand that is a borrow of a place (`&x`, a receiver, a slice of an array, the reborrow of a pointer variable) is taken *late*,
 * after the others have been evaluated: `list.append(self.next())` borrows `list` when `self.next()` is done. Taking an address has
 * no effect of its own, so Zig's order is kept. Where Rust's own order would be in the way of the borrow, the answer `evaluation`
 * tells lowering to bind the other operand to a temporary.
 */
import type { Expr } from '../../../parse/ir/ir.js';
import { walkExpr } from '../../analysis/walk.js';
import type { Variable } from '../mir.js';
import type { Context } from './context.js';
import { evaluate } from './values.js';

/** Evaluates the operands of `owner`, borrows of places last; one variable per operand that has one. */
export function evaluateOperands(context: Context, owner: Expr, operands: readonly Expr[]): (Variable | undefined)[] {
  const late = new Set(operands.flatMap((operand, index) => (isLate(context, operand) ? [index] : [])));
  const values: (Variable | undefined)[] = operands.map(() => undefined);
  const ranges = operands.map(() => ({ start: 0, end: 0 }));
  const take = (index: number, operand: Expr): void => {
    const start = context.pointCount();
    values[index] = evaluate(context, operand);
    ranges[index] = { start, end: context.pointCount() };
  };
  operands.forEach((operand, index) => {
    if (!late.has(index)) take(index, operand);
  });
  operands.forEach((operand, index) => {
    if (late.has(index)) take(index, operand);
  });
  if (late.size > 0 && late.size < operands.length) context.orders.push({ owner, operands, ranges, late });
  return values;
}

const SIMPLE: ReadonlySet<string> = new Set([
  'constant',
  'load',
  'addressOf',
  'coerce',
  'slice',
  'arithmetic',
  'compare',
  'logical',
  'not',
  'negate',
  'isNull',
]);

/** A borrow of a place whose own operands do nothing but read. */
function isLate(context: Context, operand: Expr): boolean {
  if (context.whole.narrow(operand.type).kind !== 'pointer') return false;
  let at = operand;
  while (at.kind === 'coerce') at = at.operand;
  if (at.kind !== 'addressOf' && at.kind !== 'slice' && at.kind !== 'load') return false;
  let isSimple = true;
  walkExpr(at, (node) => {
    if (node.sort === 'statement' || (node.sort === 'expr' && !SIMPLE.has(node.expr.kind))) isSimple = false;
    if (node.sort === 'place' && node.place.kind === 'temporary') isSimple = false;
    return isSimple;
  });
  return isSimple;
}
