/** Comparisons that say more than they compare. */
import type { BinaryExpr, Expr, ExprOf } from '../rust-ast.js';
import { withTriviaOf } from '../trivia.js';

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

/**
 * `&a == &b` is `a == b`, `a == &[1, 2]` is `*a == [1, 2]`. What has a question for it is asked: `is_none`, `is_empty`, `is_null`.
 */
export function compareValues(expr: Expr): Expr {
  if (expr.kind !== 'binary' || !COMPARISONS.has(expr.operator)) return expr;
  const { left, right } = expr;
  if (isShared(left) && isShared(right)) return { ...expr, left: left.operand, right: right.operand };
  if (expr.operator !== '==' && expr.operator !== '!=') return expr;
  const [known, other] = questionOf(right) === undefined ? [left, right] : [right, left];
  const question = questionOf(known);
  if (question !== undefined && questionOf(other) === undefined) return asked(expr, other, question);
  if (isShared(right) && right.operand.kind === 'array') return { ...expr, left: derefOf(left), right: right.operand };
  return expr;
}

function isShared(expr: Expr): expr is ExprOf<'ref'> {
  return expr.kind === 'ref' && !expr.mutable;
}

function derefOf(operand: Expr): Expr {
  return { kind: 'deref', operand };
}

/** The method that asks whether something is this value. */
function questionOf(expr: Expr): string | undefined {
  if (expr.kind === 'path') return lastOf(expr) === 'None' && expr.path.segments.length === 1 ? 'is_none' : undefined;
  if (expr.kind === 'array') return expr.elements.length === 0 ? 'is_empty' : undefined;
  if (isShared(expr)) return expr.operand.kind === 'array' ? questionOf(expr.operand) : undefined;
  if (expr.kind !== 'call' || expr.callee.kind !== 'path' || expr.arguments.length > 0) return undefined;
  const name = lastOf(expr.callee);
  return (name === 'null' || name === 'null_mut') && expr.callee.path.segments.at(-2)?.name === 'ptr'
    ? 'is_null'
    : undefined;
}

function lastOf({ path }: ExprOf<'path'>): string | undefined {
  return path.segments.at(-1)?.name;
}

/** Methods that ask for the opposite; of others the answer is negated. */
const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ['is_none', 'is_some'],
  ['is_some', 'is_none'],
  ['is_ok', 'is_err'],
  ['is_err', 'is_ok'],
]);

function asked({ operator, left: _left, right: _right, ...trivia }: BinaryExpr, receiver: Expr, method: string): Expr {
  const question: Expr = { ...trivia, kind: 'methodCall', receiver, method, arguments: [] };
  return operator === '==' ? question : negated({ kind: 'unary', operator: '!', operand: question });
}

/** `!x.is_some()` is `x.is_none()`. */
export function negated(expr: Expr): Expr {
  if (expr.kind !== 'unary' || expr.operator !== '!' || expr.operand.kind !== 'methodCall') return expr;
  const opposite = OPPOSITES.get(expr.operand.method);
  if (opposite === undefined || expr.operand.arguments.length > 0) return expr;
  return withTriviaOf(expr, { ...expr.operand, method: opposite });
}
