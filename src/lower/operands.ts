/**
 * Operands in Zig's order of evaluation. Rust evaluates operands left to right as Zig does, so nothing needs to be done until one of
 * them needs statements in front: then the operands before it are put into variables, unless evaluating them later makes no difference.
 * Borrows of places are the exception: the representation pass says which are taken last, and what must come before them.
 */
import * as rust from '../emit/build.js';
import type { Expr, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { commutes, effectsOf } from './analysis/effects.js';
import type { Scope } from './context.js';
import { lowerInto } from './expr.js';
import type { Lowered } from './lowered.js';
import type { TypeRepr } from './representation/contract.js';

export interface Operand {
  readonly expr: ir.Expr;
  /** What the operand flows into; undefined: it stays as it is. */
  readonly slot?: TypeRepr | undefined;
}

export interface LoweredOperands {
  readonly pre: readonly Statement[];
  readonly exprs: readonly Expr[];
}

/** Lowers operands that are evaluated one after the other. */
export function lowerOperands(operands: readonly Operand[], scope: Scope): LoweredOperands {
  const lowered = operands.map(({ expr, slot }) =>
    lowerInto(expr, slot ?? scope.crate.representation.expr(expr), scope),
  );
  return sequence(
    operands.map(({ expr }) => expr),
    lowered,
    scope,
  );
}

/** Joins operands that are lowered already. */
export function sequence(exprs: readonly ir.Expr[], lowered: readonly Lowered[], scope: Scope): LoweredOperands {
  const evaluation = exprs.map((expr) => scope.crate.representation.evaluation(expr));
  const last = lowered.findLastIndex((one, index) => one.pre.length > 0 || evaluation[index] === 'first');
  if (last < 0) return { pre: [], exprs: lowered.map((one) => one.expr) };
  const pre: Statement[] = [];
  const results = lowered.map((one, index) => {
    pre.push(...one.pre);
    const source = exprs[index];
    if (source === undefined || evaluation[index] === 'late') return one.expr;
    const isFirst = evaluation[index] === 'first';
    if (!isFirst && (index >= last || mayMove(exprs, index, last))) return one.expr;
    const name = scope.body.names.temporary('operand');
    pre.push(rust.let_(name, one.expr));
    return rust.path(name);
  });
  return { pre, exprs: results };
}

/** Whether an operand may be evaluated after all the following ones up to `last`. */
function mayMove(exprs: readonly ir.Expr[], index: number, last: number): boolean {
  const own = exprs[index];
  if (own === undefined) return true;
  const effects = effectsOf(own);
  return exprs.slice(index + 1, last + 1).every((other) => commutes(effects, effectsOf(other)));
}

/** Lowers two operands and joins them. */
export function lowerBoth(
  left: ir.Expr,
  right: ir.Expr,
  scope: Scope,
  join: (left: Expr, right: Expr) => Expr,
): Lowered {
  const { pre, exprs } = lowerOperands([{ expr: left }, { expr: right }], scope);
  const [first, second] = exprs;
  if (first === undefined || second === undefined) throw new Error('two operands give two expressions');
  return { pre, expr: join(first, second) };
}
