/** `@addWithOverflow` and its like: the result and a `u1`. */
import * as rust from '../../emit/build.js';
import type { Expr } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { IntType, Type } from '../../parse/ir/types.js';
import { atWidth, toU32 } from '../arithmetic.js';
import { type Scope, unported } from '../context.js';
import { nativeInt } from '../integer.js';
import type { Lowered } from '../lowered.js';
import { lowerOperands } from '../operands.js';
import { isWide } from '../wide.js';
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
  const right = argument(expr, 1);
  const { pre, exprs } = lowerOperands([{ expr: argument(expr, 0) }, { expr: right }], scope);
  const [a, b] = exprs;
  if (a === undefined || b === undefined) throw new Error('two operands give two expressions');
  if (type?.kind === 'int') return { pre, expr: onScalars(a, b, type, right.type, name, scope) };
  if (type?.kind !== 'vector' || type.child.kind !== 'int' || right.type.kind !== 'vector')
    return unported(`@${expr.name} of these`, expr.node);
  if (name !== 'shl_with_overflow' && nativeInt(type.child)?.isExact === true)
    return { pre, expr: rust.method(a, name, [b]) };
  const lane = onScalars(rust.path('a'), rust.path('b'), type.child, right.type.child, name, scope);
  return { pre, expr: rust.method(rust.method(a, 'zip', [b, rust.closure(['a', 'b'], lane)]), 'unzip') };
}

function onScalars(a: Expr, b: Expr, type: IntType, right: Type, name: string, scope: Scope): Expr {
  if (isWide(type) && name === 'shl_with_overflow') return unported('@shlWithOverflow beyond 128 bits');
  const amount = name === 'shl_with_overflow' ? toU32(b, right) : b;
  return atWidth(a, name, type, [amount], scope);
}
