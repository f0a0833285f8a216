/** Element-wise arithmetic on `@Vector`. */
import * as rust from '../emit/build.js';
import type { BinaryOperator, Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { VectorType } from '../parse/ir/types.js';
import { arithmetic } from './arithmetic.js';
import { runtimeItem, type Scope, unported } from './context.js';
import { nativeInt } from './integer.js';
import { PLAIN_OPERATORS } from './operators.js';

const OPERATORS: Readonly<Partial<Record<ir.ArithmeticOperator, BinaryOperator>>> = {
  ...PLAIN_OPERATORS,
  divTrunc: '/',
  rem: '%',
};
const METHODS: Readonly<Partial<Record<ir.ArithmeticOperator, string>>> = {
  '+%': 'add_wrapping',
  '-%': 'sub_wrapping',
  '*%': 'mul_wrapping',
  '+|': 'add_saturating',
  '-|': 'sub_saturating',
  '*|': 'mul_saturating',
  min: 'lanes_min',
  max: 'lanes_max',
};

/** The runtime's operators where the lanes are Rust's own integers; else lane by lane. */
export function vectorArithmetic(
  operator: ir.ArithmeticOperator,
  type: VectorType,
  left: Expr,
  right: Expr,
  source: ir.Expr,
  scope: Scope,
): Expr {
  runtimeItem(scope, 'vector', 'Vector');
  const isNative = type.child.kind !== 'int' || nativeInt(type.child)?.isExact === true;
  const plain = OPERATORS[operator];
  const name = METHODS[operator];
  if (isNative && plain !== undefined) return rust.binary(plain, left, right);
  if (isNative && name !== undefined) return rust.method(left, name, [right]);
  if (operator === 'divTrunc' && !isNative) return unported('a division of vectors of odd widths', source.node);
  const lane = source.type.kind === 'vector' ? source.type.child : source.type;
  const element = arithmetic(
    operator,
    type.child,
    rust.path('a'),
    rust.path('b'),
    { ...source, type: lane, value: undefined } as ir.Expr,
    scope,
  );
  return rust.method(left, 'zip', [right, rust.closure(['a', 'b'], element)]);
}
