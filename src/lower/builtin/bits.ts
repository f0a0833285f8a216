/** Builtins on the bits of integers, and `@abs`. */
import * as rust from '../../emit/build.js';
import type { Expr } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { Type } from '../../parse/ir/types.js';
import { atWidth } from '../arithmetic.js';
import { type Scope, unported } from '../context.js';
import { nativeInt } from '../integer.js';
import { rawType } from '../type.js';
import { isWide } from '../wide.js';
import type { BuiltinLowering, BuiltinTable } from './builtin.js';
import { lanewise } from './lanes.js';

export const bitBuiltins: BuiltinTable = {
  clz: counting('leading_zeros', 'clz'),
  ctz: counting('trailing_zeros', 'ctz'),
  popCount: counting('count_ones', 'pop_count'),
  byteSwap: mapping('swap_bytes', 'byte_swap'),
  bitReverse: mapping('reverse_bits', 'bit_reverse'),
  abs: lanewise(absOf),
};

/** A count of bits: Rust gives `u32`, Zig the smallest type that holds it. */
function counting(exact: string, odd: string): BuiltinLowering {
  return lanewise((value, from, to, expr, scope) => {
    if (from.kind !== 'int') return unported(`@${expr.name} of ${from.kind}`, expr.node);
    if (nativeInt(from)?.isExact === true) return narrowed(rust.method(value, exact), to, 'u32', scope);
    return narrowed(atWidth(value, odd, from, [], scope), to, isWide(from) ? 'u16' : 'u8', scope);
  });
}

function narrowed(count: Expr, type: Type, from: string, scope: Scope): Expr {
  return type.kind === 'int' && nativeInt(type)?.name === from ? count : rust.cast(count, rawType(type, scope));
}

function mapping(exact: string, odd: string): BuiltinLowering {
  return lanewise((value, from, _to, expr, scope) => {
    if (from.kind !== 'int') return unported(`@${expr.name} of ${from.kind}`, expr.node);
    return nativeInt(from)?.isExact === true ? rust.method(value, exact) : atWidth(value, odd, from, [], scope);
  });
}

function absOf(value: Expr, from: Type, _to: Type, expr: ir.BuiltinExpr, _scope: Scope): Expr {
  if (from.kind === 'float') return rust.method(value, 'abs');
  if (from.kind !== 'int') return unported(`@abs of ${from.kind}`, expr.node);
  return from.signed ? rust.method(value, 'unsigned_abs') : value;
}
