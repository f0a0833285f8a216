/** What lowering an expression gives: a Rust expression and the statements that must come before it. */
import * as rust from '../emit/build.js';
import type { Block, Expr, Statement } from '../emit/rust-ast.js';

export interface Lowered {
  readonly pre: readonly Statement[];
  readonly expr: Expr;
}

/** An expression that needs nothing before it. */
export function pure(expr: Expr): Lowered {
  return { pre: [], expr };
}

export function mapLowered(lowered: Lowered, change: (expr: Expr) => Expr): Lowered {
  return { pre: lowered.pre, expr: change(lowered.expr) };
}

/** Puts more statements in front. */
export function after(pre: readonly Statement[], lowered: Lowered): Lowered {
  return pre.length === 0 ? lowered : { pre: [...pre, ...lowered.pre], expr: lowered.expr };
}

/** The block `{ pre; expr }`; a block that is the whole expression is taken as it is. */
export function asBlock(lowered: Lowered): Block {
  if (lowered.pre.length === 0 && isPlainBlock(lowered.expr)) return lowered.expr.block;
  if (isUnit(lowered.expr)) return { statements: lowered.pre };
  return { statements: lowered.pre, tail: lowered.expr };
}

/** One expression: a block where statements come first. */
export function asExpr(lowered: Lowered): Expr {
  return lowered.pre.length === 0 ? lowered.expr : rust.blockExpr(asBlock(lowered));
}

export function isPlainBlock(expr: Expr): expr is Extract<Expr, { kind: 'block' }> {
  return expr.kind === 'block' && expr.label === undefined && expr.const !== true;
}

export function isUnit(expr: Expr): boolean {
  return expr.kind === 'tuple' && expr.elements.length === 0;
}

/** A block's statements in front and its value behind them, where it is the last thing in its surroundings. */
export function opened(lowered: Lowered): Lowered {
  if (!isPlainBlock(lowered.expr) || lowered.expr.block.dangling !== undefined) return lowered;
  const { statements, tail } = lowered.expr.block;
  return { pre: [...lowered.pre, ...statements], expr: tail ?? rust.unit };
}

/** A block that holds nothing but a block is that one. */
function withoutInnerBlock(block: Block): Block {
  const [only, more] = block.statements;
  if (only?.kind !== 'expr' || more !== undefined || block.tail !== undefined || block.dangling !== undefined)
    return block;
  const hasTrivia = only.leading !== undefined || only.trailing !== undefined;
  return isPlainBlock(only.expr) && !hasTrivia ? withoutInnerBlock(only.expr.block) : block;
}

/**
 * The statements of a block that stands for no scope of the author's: an arm that was taken while porting, an iteration that was unrolled.
 * One that declares something stays a block, since its names are its own.
 */
export function spliced(lowered: Lowered): readonly Statement[] {
  if (!isPlainBlock(lowered.expr))
    return isUnit(lowered.expr) ? lowered.pre : [...lowered.pre, rust.exprStmt(lowered.expr)];
  const { statements, tail, dangling } = withoutInnerBlock(lowered.expr.block);
  const isScope = dangling !== undefined || statements.some((one) => one.kind === 'let' || one.kind === 'item');
  if (isScope) return [...lowered.pre, rust.exprStmt(lowered.expr)];
  return [...lowered.pre, ...statements, ...(tail === undefined ? [] : [rust.exprStmt(tail)])];
}
