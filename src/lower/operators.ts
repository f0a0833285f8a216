/** Operators of Zig that are operators of Rust. */
import type { BinaryOperator } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';

export const PLAIN_OPERATORS: Readonly<Partial<Record<ir.ArithmeticOperator, BinaryOperator>>> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '%': '%',
  '&': '&',
  '|': '|',
  '^': '^',
  '<<': '<<',
  '>>': '>>',
};
