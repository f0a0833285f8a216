/** Expressions and patterns that are a single name. */
import type { Expr, Pattern } from './rust-ast.js';

/** The name of a variable (or item) that the expression mentions by a path of one segment. */
export function localName(expr: Expr): string | undefined {
  if (expr.kind !== 'path' || expr.path.segments.length !== 1) return undefined;
  const [segment] = expr.path.segments;
  return expr.path.global === true || segment?.generics !== undefined ? undefined : segment?.name;
}

/** The name that a pattern binds, where it is nothing but that. */
export function boundName(pattern: Pattern): string | undefined {
  if (pattern.kind !== 'binding' || pattern.byRef || pattern.mutable) return undefined;
  return pattern.subpattern === undefined ? pattern.name : undefined;
}
