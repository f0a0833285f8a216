import type { BindingPattern, Expr, FieldPattern, LiteralPattern, Path, Pattern, RangePattern } from '../rust-ast.js';
import { pathOf } from './paths.js';

export const wildcard: Pattern = { kind: 'wildcard' };
export const restPattern: Pattern = { kind: 'rest' };

/** A variable: `bind('x')`, `bind('x', { mutable: true })`, `bind('n', { subpattern })` for `n @ …`. */
export function bind(name: string, options: Partial<Omit<BindingPattern, 'kind' | 'name'>> = {}): Pattern {
  return { kind: 'binding', byRef: false, mutable: false, name, ...options };
}
/** A literal, or the negation of one, as a pattern; `undefined` for any other expression. */
export function literalPattern(expr: Expr): LiteralPattern | undefined {
  if (expr.kind === 'literal') return { kind: 'literal', negative: false, literal: expr.literal };
  if (expr.kind === 'unary' && expr.operator === '-' && expr.operand.kind === 'literal') {
    return { kind: 'literal', negative: true, literal: expr.operand.literal };
  }
  return undefined;
}
/** A const or unit variant: `pathPattern('Color', 'Red')`. */
export function pathPattern(...names: readonly string[]): Pattern {
  return { kind: 'path', path: pathOf(...names) };
}
/** `Some(x)`, `Token::Number(n)`. */
export function tupleStructPattern(path: Path | string, ...elements: readonly Pattern[]): Pattern {
  return { kind: 'tupleStruct', path: typeof path === 'string' ? pathOf(path) : path, elements };
}
export function structPattern(path: Path, fields: readonly FieldPattern[], rest = false): Pattern {
  return { kind: 'struct', path, fields, rest };
}
export function tuplePattern(...elements: readonly Pattern[]): Pattern {
  return { kind: 'tuple', elements };
}
export function slicePattern(...elements: readonly Pattern[]): Pattern {
  return { kind: 'slice', elements };
}
export function refPattern(target: Pattern, mutable = false): Pattern {
  return { kind: 'reference', mutable, target };
}
/** `start..=end`; `inclusive: false` for `start..end`. */
export function rangePattern(start: RangePattern['start'], end: RangePattern['end'], inclusive = true): Pattern {
  return { kind: 'range', start, end, inclusive };
}
/** `a | b`; one alternative stays itself. */
export function orPattern(...alternatives: readonly Pattern[]): Pattern {
  const [first, second] = alternatives;
  return first !== undefined && second === undefined ? first : { kind: 'or', alternatives };
}
