/** `@addWithOverflow` and its like: the result and a `u1`. */
import * as rust from '../../emit/build.js';
import type * as ir from '../../parse/ir/ir.js';
import { atWidth, toU32 } from '../arithmetic.js';
import { type Scope, unported } from '../context.js';
import type { Lowered } from '../lowered.js';
import { lowerOperands } from '../operands.js';
import { argument } from './arguments.js';
import type { BuiltinTable } from './builtin.js';

export const overflowBuiltins: BuiltinTable = {
  addWithOverflow: (expr, scope) => overflowing(expr, 'add_with_overflow', scope),
  subWithOverflow: (expr, scope) => overflowing(expr, 'sub_with_overflow', scope),
  mulWithOverflow: (expr, scope) => overflowing(expr, 'mul_with_overflow', scope),
  shlWithOverflow: (expr, scope) => overflowing(expr, 'shl_with_overflow', scope),
};

function overflowing(expr: ir.BuiltinExpr, name: string, scope: Scope): Lowered {
  const type = expr.type.kind === 'tuple' ? expr.type.elements[0]?.type : undefined;
  if (type?.kind === 'vector' && name !== 'shl_with_overflow') {
    const { pre, exprs } = lowerOperands(
      expr.args.map((arg) => ({ expr: arg })),
      scope,
    );
    return { pre, expr: rust.method(exprs[0] as never, name, exprs.slice(1)) };
  }
  if (type?.kind !== 'int') return unported(`@${expr.name} of these`, expr.node);
  const right = argument(expr, 1);
  const { pre, exprs } = lowerOperands([{ expr: argument(expr, 0) }, { expr: right }], scope);
  const [a, b] = exprs;
  if (a === undefined || b === undefined) throw new Error('two operands give two expressions');
  const amount = name === 'shl_with_overflow' ? toU32(b, right.type) : b;
  return { pre, expr: atWidth(a, name, type, [amount], scope) };
}
