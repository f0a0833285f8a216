/** Builtins of one operand that Zig also takes vectors for: the lowering of one lane serves both. */
import * as rust from '../../emit/build.js';
import type { Expr } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { Type } from '../../parse/ir/types.js';
import { type Scope, unported } from '../context.js';
import { lowerExpr } from '../expr.js';
import { type Lowered, mapLowered } from '../lowered.js';
import { argument } from './arguments.js';
import type { BuiltinLowering } from './builtin.js';

/** A scalar of type `from` as the builtin's result of type `to`. */
export type LaneLowering = (value: Expr, from: Type, to: Type, expr: ir.BuiltinExpr, scope: Scope) => Expr;

/** The builtin on a scalar, and lane by lane on a vector. */
export function lanewise(lane: LaneLowering): BuiltinLowering {
  return (expr, scope) => lowerLanewise(expr, lane, scope);
}

export function lowerLanewise(expr: ir.BuiltinExpr, lane: LaneLowering, scope: Scope): Lowered {
  const operand = argument(expr, 0);
  const from = operand.type;
  const lowered = lowerExpr(operand, scope);
  if (from.kind !== 'vector') return mapLowered(lowered, (value) => lane(value, from, expr.type, expr, scope));
  const to = expr.type;
  if (to.kind !== 'vector') return unported(`@${expr.name} of a vector`, expr.node);
  const body = lane(rust.path('lane'), from.child, to.child, expr, scope);
  return mapLowered(lowered, (value) => rust.method(value, 'map', [rust.mapping('lane', body)]));
}
