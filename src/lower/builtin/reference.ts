/** A slice as a reference that lives for one call. */
import * as rust from '../../emit/build.js';
import type * as ir from '../../parse/ir/ir.js';
import type { Scope } from '../context.js';
import { lowerExpr } from '../expr.js';
import { type Lowered, mapLowered } from '../lowered.js';
import { unsafe } from '../unsafe-mark.js';

export function asReference(expr: ir.Expr, scope: Scope): Lowered {
  const lowered = lowerExpr(expr, scope);
  const repr = scope.crate.representation.expr(expr);
  const isRaw = repr.kind !== 'pointer' || repr.mode === 'raw';
  return mapLowered(lowered, (value) => {
    if (!isRaw || value.kind === 'ref' || (value.kind === 'literal' && value.literal.kind === 'byteStr')) return value;
    return rust.refTo(unsafe('rawDeref', rust.deref(value), scope, expr.node));
  });
}
