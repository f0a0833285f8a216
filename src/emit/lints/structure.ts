/** Lints about the shape of branches, conditions and loops. */
import { localName } from '../local-name.js';
import type { Block, Expr, ExprOf, Literal, Pattern } from '../rust-ast.js';
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
  if (expr.kind === 'match')
    return expr.arms.some(({ body }) => looksFurther(soleOf(body)) || isGuarded(soleOf(body), expr.arms.at(-1)?.body));
  if (expr.kind !== 'if' || expr.condition.kind !== 'let') return false;
  const inner = soleExpr(expr.then);
  return inner !== undefined && looksFurther(inner);
}

/** `A => if c { … } else { otherwise }` in front of `_ => otherwise`: the condition could guard the arm. */
function isGuarded(inner: Expr, last: Expr | undefined): boolean {
  if (inner.kind !== 'if' || last === undefined || inner.condition.kind === 'let') return false;
  if (inner.else === undefined) return last.kind === 'block' ? isEmptyBlock(last.block) : isUnit(last);
  return inner.else.kind === 'block' && sameCode(soleOf({ kind: 'block', block: inner.else.block }), soleOf(last));
}

function isUnit(expr: Expr): boolean {
  return expr.kind === 'tuple' && expr.elements.length === 0;
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

/** `if n > 0 { n -= 1; }`. */
export function isSaturatingStep(expr: Expr): boolean {
  if (expr.kind !== 'if' || expr.else !== undefined) return false;
  const step = soleExpr(expr.then);
  if (step?.kind !== 'assign' || step.operator !== '-=') return false;
  const condition = withoutParentheses(expr.condition);
  if (condition.kind !== 'binary') return false;
  return [condition.left, condition.right].some((side) => sameCode(side, step.target));
}

/** `if a.is_some() { … a.unwrap() … }`. */
export function unwrapsWhatItAsked(expr: Expr): boolean {
  if (expr.kind !== 'if') return false;
  const asked: Expr[] = [];
  const condition = deepMapper((self) => ({
    expr: (part) => {
      if (part.kind === 'methodCall' && /^is_(?:some|none|ok|err)$/.test(part.method)) asked.push(part.receiver);
      return mapExprParts(part, self);
    },
  }));
  condition.expr(expr.condition);
  return asked.length > 0 && unwrapsOneOf(expr, asked);
}

function unwrapsOneOf(branches: Expr, asked: readonly Expr[]): boolean {
  let found = false;
  const mapper = deepMapper((self) => ({
    expr: (part) => {
      if (part.kind === 'methodCall' && /^(?:unwrap|expect)/.test(part.method))
        found ||= asked.some((one) => sameCode(one, part.receiver));
      return found ? part : mapExprParts(part, self);
    },
  }));
  mapper.expr(branches);
  return found;
}

/** `loop {}`. */
export function isEmptyLoop(expr: Expr): boolean {
  return expr.kind === 'loop' && isEmptyBlock(expr.body);
}

/** `if a {}`. */
export function isEmptyBranch(expr: Expr): boolean {
  return expr.kind === 'if' && expr.else === undefined && isEmptyBlock(expr.then);
}

function isEmptyBlock({ statements, tail, dangling }: Block): boolean {
  return statements.length === 0 && tail === undefined && (dangling?.length ?? 0) === 0;
}

/** `match x { A => f(), _ => {} }`. */
export function isMatchOfOne(expr: Expr): boolean {
  if (expr.kind !== 'match' || expr.arms.length !== 2 || expr.arms.some(({ guard }) => guard !== undefined))
    return false;
  const body = expr.arms[1]?.body;
  if (body === undefined) return false;
  return body.kind === 'block' ? isEmptyBlock(body.block) : isUnit(body);
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

function isLogical({ operator }: ExprOf<'binary'>): boolean {
  return operator === '&&' || operator === '||';
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
/** `let mut x = T::default(); x.field = value;` */
export function assignsToDefault({ statements }: Block): boolean {
  return statements.some((statement, index) => {
    const next = statements[index + 1];
    if (statement.kind !== 'let' || statement.pattern.kind !== 'binding' || next?.kind !== 'expr') return false;
    const { value, pattern } = statement;
    const isDefault =
      value?.kind === 'call' && value.callee.kind === 'path' && value.callee.path.segments.at(-1)?.name === 'default';
    if (!isDefault || next.expr.kind !== 'assign' || next.expr.target.kind !== 'field') return false;
    const { operand } = next.expr.target;
    return operand.kind === 'path' && operand.path.segments.at(-1)?.name === pattern.name;
  });
}

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
    if (operand.kind === 'unary') return operand.operator === '!';
    return operand.kind === 'binary' ? isComparison(operand) || isLogical(operand) : isBoolean(operand);
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
  if (sameCode(first.left, second.left) && sameCode(first.right, second.right)) return true;
  // Two bounds of a number that is known.
  return sameCode(first.left, second.left) && withoutParentheses(first.left).kind === 'literal';
}

/** `match x { Some(value) => value, None => T::default() }`: the function may be the program's own, so that the call stays. */
export function choosesDefault(expr: Expr): boolean {
  if (expr.kind !== 'match' || expr.arms.length !== 2) return false;
  return expr.arms.some(({ body }) => {
    const callee = body.kind === 'call' && body.arguments.length === 0 ? body.callee : undefined;
    return callee?.kind === 'path' && callee.path.segments.at(-1)?.name === 'default';
  });
}

/** `while let Some(x) = it.next()`. */
export function isLoopOverNext(expr: Expr): boolean {
  if (expr.kind !== 'while' || expr.condition.kind !== 'let') return false;
  const { scrutinee } = expr.condition;
  return scrutinee.kind === 'methodCall' && scrutinee.method === 'next' && scrutinee.arguments.length === 0;
}

/** `for i in a..b` whose body indexes one variable with `i`, and uses it in no other way. */
export function isLoopOverIndex(expr: Expr): boolean {
  if (expr.kind !== 'for' || withoutParentheses(expr.iterable).kind !== 'range') return false;
  const name = bindingName(expr.pattern);
  if (name === undefined) return false;
  const { direct, isIndirect, mentioned } = indexingIn(expr.body, name);
  const [indexed, more] = [...direct];
  return indexed !== undefined && more === undefined && !isIndirect && !mentioned.has(indexed);
}

interface Indexing {
  /** The variables that are indexed with the name itself. */
  readonly direct: ReadonlySet<string>;
  /** Whether a variable is indexed with something computed from the name. */
  readonly isIndirect: boolean;
  /** What is mentioned otherwise. */
  readonly mentioned: ReadonlySet<string>;
}

function indexingIn(body: Block, name: string): Indexing {
  const direct = new Set<string>();
  const mentioned = new Set<string>();
  let isIndirect = false;
  const mapper = deepMapper((self) => ({
    expr: (expr) => {
      if (expr.kind === 'path' && expr.path.segments.length === 1) mentioned.add(expr.path.segments[0]?.name ?? '');
      const indexed = expr.kind === 'index' ? variableOf(expr.operand) : undefined;
      if (expr.kind !== 'index' || indexed === undefined) return mapExprParts(expr, self);
      if (localName(withoutParentheses(expr.index)) === name) direct.add(indexed);
      else isIndirect ||= mentions(expr.index, name);
      self.expr(expr.index);
      return expr;
    },
  }));
  mapper.block(body);
  return { direct, isIndirect, mentioned };
}

function variableOf(expr: Expr): string | undefined {
  const plain = withoutParentheses(expr);
  return plain.kind === 'path' && plain.path.segments.length === 1 ? plain.path.segments[0]?.name : undefined;
}

function mentions(expr: Expr, name: string): boolean {
  let found = false;
  const mapper = deepMapper((self) => ({
    expr: (part) => {
      found ||= localName(part) === name;
      return found ? part : mapExprParts(part, self);
    },
  }));
  mapper.expr(expr);
  return found;
}

function bindingName(pattern: Pattern): string | undefined {
  if (pattern.kind === 'binding') return pattern.name;
  return pattern.kind === 'path' && pattern.path.segments.length === 1 ? pattern.path.segments[0]?.name : undefined;
}

/** `1 | 2 | 3` as a pattern. */
export function listsRange(pattern: Pattern): boolean {
  if (pattern.kind !== 'or' || pattern.alternatives.length < FEWEST_LISTED) return false;
  const spans = pattern.alternatives.map(spanOf);
  const sorted = spans
    .flatMap((span) => (span === undefined ? [] : [span]))
    .sort((a, b) => (a.first < b.first ? -1 : 1));
  return (
    sorted.length === spans.length &&
    sorted.every(({ first }, index) => index === 0 || first <= (sorted[index - 1]?.last ?? first) + 1n)
  );
}

const FEWEST_LISTED = 3;

/** The integers that a literal or a range of literals stands for. */
function spanOf(pattern: Pattern): { readonly first: bigint; readonly last: bigint } | undefined {
  if (pattern.kind === 'range') {
    const [first, last] = [pattern.start, pattern.end].map((end) =>
      end === undefined ? undefined : spanOf(end)?.first,
    );
    return first === undefined || last === undefined
      ? undefined
      : { first, last: pattern.inclusive ? last : last - 1n };
  }
  if (pattern.kind !== 'literal') return undefined;
  const value = integerOf(pattern.literal);
  if (value === undefined) return undefined;
  const signed = pattern.negative ? -value : value;
  return { first: signed, last: signed };
}

function integerOf(literal: Literal): bigint | undefined {
  return literal.kind === 'int' ? literal.value : undefined;
}

/** `*&raw const x`: a reference to a variable that changes is made through a pointer. */
export function isDerefOfAddress(expr: Expr): boolean {
  return expr.kind === 'deref' && withoutParentheses(expr.operand).kind === 'rawRef';
}

/** `(**p).x`, `&**p`, a field's value `*p`: references that Rust would look through by itself. */
export function isWrittenDeref(expr: Expr): boolean {
  switch (expr.kind) {
    case 'field':
    case 'tupleField':
    case 'ref':
      return isDoubleDeref(expr.operand);
    case 'methodCall':
      return isDoubleDeref(expr.receiver);
    case 'struct':
      return expr.fields.some(({ value }) => isDeref(value));
    default:
      return false;
  }
}

function isDeref(expr: Expr): boolean {
  return withoutParentheses(expr).kind === 'deref';
}

/** Behind one `*` a pointer is raw, mostly: for a reference it is left out. */
function isDoubleDeref(expr: Expr): boolean {
  const plain = withoutParentheses(expr);
  return plain.kind === 'deref' && isDeref(plain.operand);
}
