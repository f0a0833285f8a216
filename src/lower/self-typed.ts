/** Literals at places where no context says their type. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { Scope } from './context.js';
import { mayDiffer } from './let.js';
import type { Lowered } from './lowered.js';
import { outermostPointer, payloadRepr } from './representation/type-repr.js';
import { rawType, rustType } from './type.js';

export function isReference(expr: Expr): boolean {
  return expr.kind === 'ref' || (expr.kind === 'literal' && expr.literal.kind === 'byteStr');
}

/** Nothing says the type of what a loop walks: a literal whose elements are coerced to it (`"a"`, `"bcd"` to slices) says it itself. */
export function selfTyped(operand: ir.Expr, { pre, expr }: Lowered, scope: Scope): Lowered {
  const { type } = operand;
  if (type.kind !== 'array') return { pre, expr };
  if (type.length === 0) return { pre, expr: rust.cast(expr, rawType(type, scope)) };
  if (expr.kind !== 'array' || !mayDiffer(type.child)) return { pre, expr };
  const [first, ...others] = expr.elements;
  if (others.length === 0 || first === undefined) return { pre, expr };
  const repr = scope.crate.representation.expr(operand);
  const element = outermostPointer(payloadRepr(repr));
  if (isReference(first) && element !== undefined && element.mode !== 'raw')
    return { pre, expr: rust.arrayLit([rust.refTo(rust.index(first, rust.range(undefined, undefined))), ...others]) };
  const name = scope.body.names.temporary('items');
  return { pre: [...pre, rust.let_(name, expr, rustType(type, repr, scope))], expr: rust.path(name) };
}
