/**
 * Comparisons that the limits of the native type decide: `x < 0` of an unsigned one, `x <= MAX`. Sema knows those of what the author wrote;
 * here are those where an operand has turned out to be a literal. rustc warns of the question, so the answer stands there, behind what
 * computes the other operand.
 */
import * as rust from '../emit/build.js';
import type { ComparisonOperator, Expr } from '../emit/rust-ast.js';
import type { IntType } from '../parse/ir/types.js';
import { maxOf, minOf, nativeInt } from './integer.js';

const MIRRORED = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

/** The answer, where a literal on one side allows only one. */
export function decidedByLimits(
  operator: ComparisonOperator,
  left: Expr,
  right: Expr,
  type: IntType,
): Expr | undefined {
  const [a, b] = [literalOf(left), literalOf(right)];
  const byRight = b === undefined ? undefined : answerFor(operator, b, type);
  const answer = byRight ?? (a === undefined ? undefined : answerFor(MIRRORED[operator], a, type));
  if (answer === undefined) return undefined;
  if (a !== undefined && b !== undefined) return rust.bool(answer);
  return rust.blockExpr(rust.block([rust.let_('_', byRight === undefined ? right : left)], rust.bool(answer)));
}

function literalOf(expr: Expr): bigint | undefined {
  return expr.kind === 'literal' && expr.literal.kind === 'int' ? expr.literal.value : undefined;
}

function answerFor(operator: ComparisonOperator, literal: bigint, type: IntType): boolean | undefined {
  const native = nativeInt(type);
  if (native === undefined) return undefined;
  const exact = native.isExact ? type : { ...type, bits: Number(native.name.slice(1)) };
  const [isNever, isAlways] = literal === minOf(exact) ? ['<', '>='] : literal === maxOf(exact) ? ['>', '<='] : [];
  return operator === isNever ? false : operator === isAlways ? true : undefined;
}
