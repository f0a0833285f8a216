/** Iterators that are asked for where they are made anyway. */
import type { Expr } from '../rust-ast.js';

/** Methods of iterators whose only argument becomes one too. */
const TAKING: ReadonlySet<string> = new Set(['zip', 'chain', 'extend']);

/** `a.zip(b.into_iter())` is `a.zip(b)`. */
export function withPlainIterators(expr: Expr): Expr {
  if (expr.kind !== 'methodCall' || !TAKING.has(expr.method)) return expr;
  const [argument, more] = expr.arguments;
  if (argument?.kind !== 'methodCall' || more !== undefined) return expr;
  const isMade = argument.method === 'into_iter' && argument.arguments.length === 0;
  return isMade ? { ...expr, arguments: [argument.receiver] } : expr;
}
