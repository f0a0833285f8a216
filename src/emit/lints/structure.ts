/** Lints about the shape of branches, conditions and loops. */
import type { Block, Expr, ExprOf, Pattern } from '../rust-ast.js';
import { deepMapper, mapExprParts } from '../traverse.js';
import { sameCode, withoutParentheses } from './equal.js';

/** The only expression of a block, whether its value or a statement. */
export function soleExpr(block: Block): Expr | undefined {
  if (block.statements.length === 0) return block.tail;
  const [statement] = block.statements;
  if (block.statements.length > 1 || block.tail !== undefined || statement?.kind !== 'expr') return undefined;
  return statement.expr;
}

function soleOf(expr: Expr): Expr {
  const inner = expr.kind === 'block' && expr.label === undefined ? soleExpr(expr.block) : undefined;
  return inner === undefined ? expr : soleOf(inner);
}

/** `if a { if b { … } }`. */
export function isCollapsibleIf(expr: Expr): boolean {
  if (expr.kind !== 'if' || expr.else !== undefined) return false;
  const inner = soleExpr(expr.then);
  return inner?.kind === 'if' && inner.else === undefined;
}

/** `else { if … }`. */
export function isCollapsibleElse(expr: Expr): boolean {
  return expr.kind === 'if' && expr.else?.kind === 'block' && soleExpr(expr.else.block)?.kind === 'if';
}

/** A branch of a match on a pattern that does nothing but look at a part of what it matched. */
export function isCollapsibleMatch(expr: Expr): boolean {
  if (expr.kind === 'match') return expr.arms.some(({ body }) => looksFurther(soleOf(body)));
  if (expr.kind !== 'if' || expr.condition.kind !== 'let') return false;
  const inner = soleExpr(expr.then);
  return inner !== undefined && looksFurther(inner);
}

function looksFurther(inner: Expr): boolean {
  if (inner.kind === 'match') return isPlace(inner.scrutinee);
  return inner.kind === 'if' && inner.condition.kind === 'let' && isPlace(inner.condition.scrutinee);
}

function isPlace(expr: Expr): boolean {
  const place = withoutParentheses(expr);
  if (place.kind === 'deref' || place.kind === 'ref') return isPlace(place.operand);
  return place.kind === 'path';
}

/** `match x { A => true, _ => false }`. */
export function isMatchOfBooleans(expr: Expr): boolean {
  if (expr.kind === 'match') return expr.arms.length > 1 && expr.arms.every(({ body }) => isBoolean(soleOf(body)));
  if (expr.kind !== 'if' || expr.condition.kind !== 'let' || expr.else?.kind !== 'block') return false;
  const [then, otherwise] = [soleExpr(expr.then), soleExpr(expr.else.block)];
  return then !== undefined && otherwise !== undefined && isBoolean(then) && isBoolean(otherwise);
}

function isBoolean(expr: Expr): boolean {
  return expr.kind === 'literal' && expr.literal.kind === 'bool';
}

/** `a >= low && a < high`, `a < low || a > high`. */
export function isRangeTest(expr: Expr): boolean {
  if (expr.kind !== 'binary' || (expr.operator !== '&&' && expr.operator !== '||')) return false;
  const left = lastComparison(expr.left, expr.operator);
  const right = withoutParentheses(expr.right);
  if (left === undefined || !isOrder(right)) return false;
  return [left.left, left.right].some((one) => sameCode(one, right.left) || sameCode(one, right.right));
}

/** `a < b || a == b`: two comparisons of the same operands. */
export function isDoubleComparison(expr: Expr): boolean {
  if (expr.kind !== 'binary' || (expr.operator !== '&&' && expr.operator !== '||')) return false;
  const terms = termsOf(expr).flatMap((term) => (isComparison(term) ? [term] : []));
  return terms.some((one, index) => terms.slice(index + 1).some((other) => comparesTheSame(one, other)));
}

function comparesTheSame(one: ExprOf<'binary'>, other: ExprOf<'binary'>): boolean {
  return (
    (sameCode(one.left, other.left) && sameCode(one.right, other.right)) ||
    (sameCode(one.left, other.right) && sameCode(one.right, other.left))
  );
}

function isComparison(expr: Expr): expr is ExprOf<'binary'> {
  return expr.kind === 'binary' && ['==', '!=', '<', '<=', '>', '>='].includes(expr.operator);
}

/** `a % b == 0`. */
export function isDivisibilityTest(expr: Expr): boolean {
  if (expr.kind !== 'binary' || (expr.operator !== '==' && expr.operator !== '!=')) return false;
  return [expr.left, expr.right].some((side) => {
    const operand = withoutParentheses(side);
    return operand.kind === 'binary' && operand.operator === '%';
  });
}

/** Two branches of an `if` that do the same. */
export function hasSameBranches(expr: Expr): boolean {
  if (expr.kind !== 'if' || expr.else === undefined) return false;
  const otherwise = expr.else.kind === 'block' ? expr.else.block : expr.else.then;
  return sameBlock(expr.then, otherwise);
}

function sameBlock(one: Block, other: Block): boolean {
  return sameCode({ kind: 'block', block: one }, { kind: 'block', block: other });
}

/** In `a && b > 1 && b < 3` the comparison beside the last one. */
function lastComparison(expr: Expr, operator: '&&' | '||'): ExprOf<'binary'> | undefined {
  const plain = withoutParentheses(expr);
  if (plain.kind === 'binary' && plain.operator === operator) return lastComparison(plain.right, operator);
  return isOrder(plain) ? plain : undefined;
}

function isOrder(expr: Expr): expr is ExprOf<'binary'> {
  return expr.kind === 'binary' && ['<', '<=', '>', '>='].includes(expr.operator);
}

/** A negated comparison, a literal among the operands of `&&`, an operand that comes twice: what could be said with less. */
export function isRoundaboutCondition(expr: Expr): boolean {
  if (expr.kind === 'unary' && expr.operator === '!') {
    const operand = withoutParentheses(expr.operand);
    return operand.kind === 'binary' || operand.kind === 'unary' || isBoolean(operand);
  }
  if (expr.kind !== 'binary') return false;
  if (expr.operator === '==' || expr.operator === '!=') return isBoolean(expr.left) || isBoolean(expr.right);
  if (expr.operator !== '&&' && expr.operator !== '||') return false;
  const terms = termsOf(expr);
  return terms.some(
    (term, index) => isBoolean(term) || terms.slice(index + 1).some((later) => contradicts(term, later)),
  );
}

/** The operands of nested `&&` and `||`. */
function termsOf(expr: Expr): readonly Expr[] {
  const plain = withoutParentheses(expr);
  if (plain.kind !== 'binary' || (plain.operator !== '&&' && plain.operator !== '||')) return [plain];
  return [...termsOf(plain.left), ...termsOf(plain.right)];
}

function contradicts(one: Expr, other: Expr): boolean {
  const bare = (term: Expr): Expr =>
    term.kind === 'unary' && term.operator === '!' ? withoutParentheses(term.operand) : term;
  const [first, second] = [bare(one), bare(other)];
  if (sameCode(first, second)) return true;
  if (first.kind !== 'binary' || second.kind !== 'binary') return false;
  return sameCode(first.left, second.left) && sameCode(first.right, second.right);
}

/** `while let Some(x) = it.next()`. */
export function isLoopOverNext(expr: Expr): boolean {
  if (expr.kind !== 'while' || expr.condition.kind !== 'let') return false;
  const { scrutinee } = expr.condition;
  return scrutinee.kind === 'methodCall' && scrutinee.method === 'next' && scrutinee.arguments.length === 0;
}

/** `for i in a..b` whose body indexes with `i`. */
export function isLoopOverIndex(expr: Expr): boolean {
  if (expr.kind !== 'for' || withoutParentheses(expr.iterable).kind !== 'range') return false;
  const name = bindingName(expr.pattern);
  return name !== undefined && isIndexIn(expr.body, name);
}

function bindingName(pattern: Pattern): string | undefined {
  if (pattern.kind === 'binding') return pattern.name;
  return pattern.kind === 'path' && pattern.path.segments.length === 1 ? pattern.path.segments[0]?.name : undefined;
}

function isIndexIn(body: Block, name: string): boolean {
  let found = false;
  const mapper = deepMapper((self) => ({
    expr: (expr) => {
      if (expr.kind === 'index' && isNamed(withoutParentheses(expr.index), name)) found = true;
      return found ? expr : mapExprParts(expr, self);
    },
  }));
  mapper.block(body);
  return found;
}

function isNamed(expr: Expr, name: string): boolean {
  return expr.kind === 'path' && expr.path.segments.length === 1 && expr.path.segments[0]?.name === name;
}

/** `(*p).x`, `&*p`, `f(*p)` behind a reference: what Rust would do by itself. */
export function isWrittenDeref(expr: Expr): boolean {
  const isDeref = (operand: Expr): boolean => withoutParentheses(operand).kind === 'deref';
  switch (expr.kind) {
    case 'field':
    case 'tupleField':
    case 'ref':
      return isDeref(expr.operand);
    case 'methodCall':
      return isDeref(expr.receiver);
    case 'struct':
      return expr.fields.some(({ value }) => isDeref(value));
    default:
      return false;
  }
}
