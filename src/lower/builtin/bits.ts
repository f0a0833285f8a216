/** Builtins on the bits of integers, and `@abs`. */
import * as rust from '../../emit/build.js';
import type { Expr } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { Type } from '../../parse/ir/types.js';
import { atWidth } from '../arithmetic.js';
import { type Scope, unported } from '../context.js';
import { lowerExpr } from '../expr.js';
import { nativeInt } from '../integer.js';
import { type Lowered, mapLowered } from '../lowered.js';
import { rawType } from '../type.js';
import { argument } from './arguments.js';
import type { BuiltinTable } from './builtin.js';

export const bitBuiltins: BuiltinTable = {
  clz: (expr, scope) => counting(expr, 'leading_zeros', 'clz', scope),
  ctz: (expr, scope) => counting(expr, 'trailing_zeros', 'ctz', scope),
  popCount: (expr, scope) => counting(expr, 'count_ones', 'pop_count', scope),
  byteSwap: (expr, scope) => mapping(expr, 'swap_bytes', 'byte_swap', scope),
  bitReverse: (expr, scope) => mapping(expr, 'reverse_bits', 'bit_reverse', scope),
  abs: lowerAbs,
};

/** A count of bits: Rust gives `u32`, Zig the smallest type that holds it. */
function counting(expr: ir.BuiltinExpr, exact: string, odd: string, scope: Scope): Lowered {
  const operand = argument(expr, 0);
  const { type } = operand;
  if (type.kind !== 'int') return unported(`@${expr.name} of ${type.kind}`, expr.node);
  return mapLowered(lowerExpr(operand, scope), (value) =>
    nativeInt(type)?.isExact === true ? narrowed(rust.method(value, exact), expr.type, 'u32', scope) : narrowed(atWidth(value, odd, type, [], scope), expr.type, 'u8', scope),
  );
}

function narrowed(count: Expr, type: Type, from: string, scope: Scope): Expr {
  return type.kind === 'int' && nativeInt(type)?.name === from ? count : rust.cast(count, rawType(type, scope));
}

function mapping(expr: ir.BuiltinExpr, exact: string, odd: string, scope: Scope): Lowered {
  const operand = argument(expr, 0);
  const { type } = operand;
  if (type.kind !== 'int') return unported(`@${expr.name} of ${type.kind}`, expr.node);
  return mapLowered(lowerExpr(operand, scope), (value) =>
    nativeInt(type)?.isExact === true ? rust.method(value, exact) : atWidth(value, odd, type, [], scope),
  );
}

function lowerAbs(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const operand = argument(expr, 0);
  const { type } = operand;
  const lowered = lowerExpr(operand, scope);
  if (type.kind === 'float') return mapLowered(lowered, (value) => rust.method(value, 'abs'));
  if (type.kind !== 'int') return unported(`@abs of ${type.kind}`, expr.node);
  return type.signed ? mapLowered(lowered, (value) => rust.method(value, 'unsigned_abs')) : lowered;
}
