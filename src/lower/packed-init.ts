/** Run-time initialisers of packed structs: the newtype of zero, with each field set. */
import * as rust from '../emit/build.js';
import type { Expr, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { Scope } from './context.js';
import type { Lowered } from './lowered.js';
import { typeSegments } from './names/paths.js';
import { integerLiteral } from './number-literal.js';
import { lowerOperands } from './operands.js';
import { backingInt } from './packed.js';

export function lowerPackedInit(expr: ir.StructInit, scope: Scope): Lowered {
  const { type } = expr;
  const { pre, exprs } = lowerOperands(
    expr.fields.map((field) => ({ expr: field.value })),
    scope,
  );
  const name = scope.body.names.temporary('packed');
  const zero = rust.call(rust.path(...typeSegments(type, scope)), [
    integerLiteral(0, backingInt(type, expr.node), scope),
  ]);
  const stores = expr.fields.map((field, index): Statement => {
    const setter = `set_${scope.crate.names.field(type, field.index)}`;
    return rust.exprStmt(rust.method(rust.path(name), setter, [exprs[index] as Expr]));
  });
  return { pre: [...pre, rust.letMut(name, zero), ...stores], expr: rust.path(name) };
}
