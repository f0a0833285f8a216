/** Builtins on vectors. */
import * as rust from '../../emit/build.js';
import type { Expr, GenericArgument } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { Type } from '../../parse/ir/types.js';
import type { Value } from '../../parse/ir/values.js';
import { arithmetic, atWidth } from '../arithmetic.js';
import { elementsOf } from '../constant-aggregate.js';
import { runtimeItem, type Scope, unported } from '../context.js';
import { isNativeFloat } from '../float.js';
import { nativeInt } from '../integer.js';
import type { Lowered } from '../lowered.js';
import { lowerOperands } from '../operands.js';
import { argument, withArguments } from './arguments.js';
import type { BuiltinTable } from './builtin.js';

export const vectorBuiltins: BuiltinTable = {
  select: (expr, scope) =>
    withArguments({ ...expr, args: expr.args.filter((arg) => arg.type.kind !== 'type') }, scope, (...args) =>
      rust.method(args[0] as never, 'select', args.slice(1)),
    ),
  reduce: lowerReduce,
  shuffle: lowerShuffle,
};

/** What `std.builtin.ReduceOp` names: the runtime's method, and the operator between two lanes. */
const REDUCTIONS: Readonly<
  Record<string, { readonly method: string; readonly operator: ir.ArithmeticOperator; readonly wraps?: true }>
> = {
  And: { method: 'reduce_and', operator: '&' },
  Or: { method: 'reduce_or', operator: '|' },
  Xor: { method: 'reduce_xor', operator: '^' },
  Min: { method: 'reduce_min', operator: 'min' },
  Max: { method: 'reduce_max', operator: 'max' },
  Add: { method: 'reduce_add', operator: '+', wraps: true },
  Mul: { method: 'reduce_mul', operator: '*', wraps: true },
};

function lowerReduce(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const reduction = REDUCTIONS[operationName(argument(expr, 0)) ?? ''];
  if (reduction === undefined) return unported('this operation of @reduce', expr.node);
  const { type } = expr;
  return withArguments({ ...expr, args: [argument(expr, 1)] }, scope, (vector) => {
    if (vector === undefined) return unported('@reduce of nothing', expr.node);
    if (type.kind === 'float' && !isNativeFloat(type))
      return reduceLanes(vector, reduction.operator, type, expr, scope);
    const reduced = rust.method(vector, reduction.method);
    const isOdd = type.kind === 'int' && nativeInt(type)?.isExact !== true;
    // What the lanes carry beyond an odd width is cut off once, at the end.
    return isOdd && reduction.wraps === true ? atWidth(reduced, 'wrap', type, [], scope) : reduced;
  });
}

/** The name of a constant of `std.builtin.ReduceOp`. */
function operationName({ type, value }: ir.Expr): string | undefined {
  if (type.kind !== 'enum' || (value?.kind !== 'enum' && value?.kind !== 'int')) return undefined;
  return type.fields?.find((field) => field.value === BigInt(value.int))?.name;
}

function reduceLanes(
  vector: Expr,
  operator: ir.ArithmeticOperator,
  type: Type,
  expr: ir.BuiltinExpr,
  scope: Scope,
): Expr {
  const joined = arithmetic(operator, type, rust.path('a'), rust.path('b'), { ...expr, value: undefined }, scope);
  const lanes = rust.method(rust.method(vector, 'to_array'), 'into_iter');
  return rust.method(rust.method(lanes, 'reduce', [rust.closure(['a', 'b'], joined)]), 'unwrap');
}

/** An operand that is undefined is a vector without lanes, from which the mask picks nothing. */
function lowerShuffle(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const indices = maskOf(argument(expr, 2).value);
  if (indices === undefined) return unported('@shuffle with a mask that is not known', expr.node);
  const given = [argument(expr, 0), argument(expr, 1)];
  const vectors = given.filter((one) => one.type.kind === 'vector');
  const { pre, exprs } = lowerOperands(
    vectors.map((one) => ({ expr: one })),
    scope,
  );
  const [first, second] = exprs;
  if (first === undefined) return unported('@shuffle of nothing', expr.node);
  const isSwapped = given[0]?.type.kind !== 'vector';
  const other = second ?? rust.call(rust.path(...runtimeItem(scope, 'vector', 'Vector')), [rust.arrayLit([])]);
  const mask = indices.map((index) => rust.int(index === 'undefined' ? 0 : isSwapped ? ~index : index));
  return { pre, expr: rust.method(first, 'shuffle', [other, rust.arrayLit(mask)], lengthsOf(vectors[1], mask.length)) };
}

/** The lengths of the second operand and of the result, where the operand is an expression whose length Rust takes from its context. */
function lengthsOf(second: ir.Expr | undefined, length: number): readonly GenericArgument[] | undefined {
  if (second === undefined || second.kind === 'load' || second.type.kind !== 'vector') return undefined;
  return [second.type.length, length].map((value) => ({ kind: 'const', value: rust.int(value) }));
}

/** The indices of a mask; an undefined one may be any. */
function maskOf(value: Value | undefined): readonly (number | 'undefined')[] | undefined {
  const elements = value === undefined ? undefined : elementsOf(value);
  const indices = elements?.flatMap((element): (number | 'undefined')[] =>
    element.kind === 'int' ? [Number(element.int)] : element.kind === 'undefined' ? ['undefined'] : [],
  );
  return indices?.length === elements?.length ? indices : undefined;
}
