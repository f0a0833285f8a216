/**
 * Parentheses, put where Rust's grammar needs them: by precedence, for struct literals in conditions, for statements
 * that would end too early, for casts before `<`, for jumps and closures that would take in what follows. And around
 * sums and products among bits, where clippy wants them.
 */
import { leftmost } from '../expr/facts.js';
import type { BinaryExpr, BinaryOperator, Block, Expr, ExprKind, MatchArm, Statement } from '../rust-ast.js';
import { deepMapper, type Mapper, mapBlockParts, mapExprParts, mapStatementParts } from '../traverse.js';

/** Binding strength; a part that binds less than its place demands gets parentheses. */
const strength = {
  jump: 0,
  assign: 1,
  range: 2,
  or: 3,
  and: 4,
  comparison: 5,
  bitOr: 6,
  bitXor: 7,
  bitAnd: 8,
  shift: 9,
  sum: 10,
  product: 11,
  cast: 12,
  prefix: 13,
  postfix: 14,
} as const;

const binaryStrength: { readonly [O in BinaryOperator]: number } = {
  '||': strength.or,
  '&&': strength.and,
  '==': strength.comparison,
  '!=': strength.comparison,
  '<': strength.comparison,
  '<=': strength.comparison,
  '>': strength.comparison,
  '>=': strength.comparison,
  '|': strength.bitOr,
  '^': strength.bitXor,
  '&': strength.bitAnd,
  '<<': strength.shift,
  '>>': strength.shift,
  '+': strength.sum,
  '-': strength.sum,
  '*': strength.product,
  '/': strength.product,
  '%': strength.product,
};

const fixedStrength: Partial<{ readonly [K in ExprKind]: number }> = {
  closure: strength.jump,
  return: strength.jump,
  break: strength.jump,
  assign: strength.assign,
  range: strength.range,
  let: strength.and,
  cast: strength.cast,
};

function strengthOf(expr: Expr): number {
  switch (expr.kind) {
    case 'binary':
      return binaryStrength[expr.operator];
    case 'unary':
    case 'deref':
    case 'ref':
    case 'rawRef':
      return isGreedy(expr.operand) ? strength.jump : strength.prefix;
    default:
      return fixedStrength[expr.kind] ?? strength.postfix;
  }
}

/** Takes in whatever follows: `|x| x + 1`, `return x + 1`. */
function isGreedy(expr: Expr): boolean {
  switch (expr.kind) {
    case 'closure':
    case 'return':
    case 'break':
      return true;
    case 'unary':
    case 'deref':
    case 'ref':
    case 'rawRef':
      return isGreedy(expr.operand);
    default:
      return false;
  }
}

function wrap(expr: Expr): Expr {
  const { leading, trailing, ...rest } = expr;
  return { kind: 'paren', operand: rest, leading, trailing };
}

/** A mapper that adds the parentheses to everything below. */
export function parenthesiser(): Mapper {
  return deepMapper((mapper) => ({
    expr: (expr) => free(expr, false, mapper),
    exprs: (exprs) => exprs.map((expr) => free(expr, false, mapper)),
    block: (block: Block) => {
      const { tail, ...rest } = block;
      const statements = mapBlockParts(rest, mapper);
      return tail === undefined ? statements : { ...statements, tail: protectStart(mapper.expr(tail)) };
    },
    statement: (statement: Statement) => mapStatement(statement, mapper),
  }));
}

function mapStatement(statement: Statement, mapper: Mapper): Statement {
  const mapped = mapStatementParts(statement, mapper);
  if (mapped.kind === 'expr') return { ...mapped, expr: protectStart(mapped.expr) };
  if (mapped.kind !== 'let' || mapped.else === undefined || mapped.value === undefined) return mapped;
  const { value } = mapped;
  const isLazy = value.kind === 'binary' && (value.operator === '&&' || value.operator === '||');
  return isLazy || endsInBrace(value) ? { ...mapped, value: wrap(value) } : mapped;
}

/** An expression where any strength will do. */
function free(expr: Expr, inCondition: boolean, mapper: Mapper): Expr {
  return part(expr, strength.jump, inCondition, mapper);
}

/** An expression that must bind at least as `minimum`; in a condition no struct literal may stand open. */
function part(expr: Expr, minimum: number, inCondition: boolean, mapper: Mapper): Expr {
  const mustHide = inCondition && (expr.kind === 'struct' || isGreedy(expr));
  if (mustHide || strengthOf(expr) < minimum) return wrap(inside(expr, false, mapper));
  return inside(expr, inCondition, mapper);
}

/** The expression with its parts in parentheses where they need them. */
function inside(expr: Expr, inCondition: boolean, mapper: Mapper): Expr {
  const at = (operand: Expr, minimum: number) => part(operand, minimum, inCondition, mapper);
  switch (expr.kind) {
    case 'unary':
      return { ...expr, operand: negated(expr.operator, at(expr.operand, prefixMinimum(expr.operand))) };
    case 'deref':
    case 'ref':
    case 'rawRef':
      return { ...expr, operand: at(expr.operand, prefixMinimum(expr.operand)) };
    case 'binary':
      return binary(expr, inCondition, mapper);
    case 'assign':
      return { ...expr, target: at(expr.target, strength.or), value: at(expr.value, strength.assign) };
    case 'cast':
      return { ...expr, operand: at(expr.operand, strength.cast), type: mapper.type(expr.type) };
    case 'field':
    case 'tupleField':
    case 'try':
      return { ...expr, operand: at(expr.operand, strength.postfix) };
    case 'index':
      return { ...expr, operand: at(expr.operand, strength.postfix), index: mapper.expr(expr.index) };
    case 'call':
      return { ...expr, callee: callee(at(expr.callee, strength.postfix)), arguments: mapper.exprs(expr.arguments) };
    case 'methodCall':
      return {
        ...expr,
        receiver: at(expr.receiver, strength.postfix),
        generics: expr.generics && mapper.generics(expr.generics),
        arguments: mapper.exprs(expr.arguments),
      };
    case 'range': {
      const end = expr.end && at(expr.end, strength.or);
      // In a condition `..{` is a range without end and the block behind it.
      const hidden = end !== undefined && inCondition && isBlock(leftmost(end)) ? wrap(end) : end;
      return { ...expr, start: expr.start && at(expr.start, strength.or), end: hidden };
    }
    case 'let':
      return {
        ...expr,
        pattern: mapper.pattern(expr.pattern),
        scrutinee: part(expr.scrutinee, strength.comparison, true, mapper),
      };
    default:
      return insideOthers(expr, mapper);
  }
}

/** What has no operand that precedence is about. Conditions are taken out, so that nothing is mapped twice. */
function insideOthers(expr: Expr, mapper: Mapper): Expr {
  switch (expr.kind) {
    case 'if':
    case 'while': {
      const mapped = mapExprParts({ ...expr, condition: placeholder }, mapper);
      return 'condition' in mapped ? { ...mapped, condition: free(expr.condition, true, mapper) } : mapped;
    }
    case 'for': {
      const mapped = mapExprParts({ ...expr, iterable: placeholder }, mapper);
      return mapped.kind === 'for' ? { ...mapped, iterable: free(expr.iterable, true, mapper) } : mapped;
    }
    case 'match': {
      const mapped = mapExprParts({ ...expr, scrutinee: placeholder }, mapper);
      if (mapped.kind !== 'match') return mapped;
      const arms = mapped.arms.map((arm): MatchArm => ({ ...arm, body: protectStart(arm.body) }));
      return { ...mapped, scrutinee: free(expr.scrutinee, true, mapper), arms };
    }
    default:
      return withBody(mapExprParts(expr, mapper));
  }
}

const placeholder: Expr = { kind: 'tuple', elements: [] };

function withBody(expr: Expr): Expr {
  switch (expr.kind) {
    case 'closure':
      return expr.result !== undefined && !isBlock(expr.body)
        ? { ...expr, body: { kind: 'block', block: { statements: [], tail: expr.body } } }
        : expr;
    case 'break':
      return expr.value !== undefined && isEasyToConfuse(expr.label, expr.value)
        ? { ...expr, value: wrap(expr.value) }
        : expr;
    default:
      return expr;
  }
}

/** Closures may stand behind a prefix as they are. */
function prefixMinimum(operand: Expr): number {
  return isGreedy(operand) ? strength.jump : strength.prefix;
}

/** `-(-x)`: two minus signs read like a decrement. */
function negated(operator: '-' | '!', operand: Expr): Expr {
  return operator === '-' && operand.kind === 'unary' && operand.operator === '-' ? wrap(operand) : operand;
}

/** `(self.f)(x)`: without parentheses it would be a method. */
function callee(expr: Expr): Expr {
  return expr.kind === 'field' || expr.kind === 'tupleField' ? wrap(expr) : expr;
}

function binary(expr: BinaryExpr, inCondition: boolean, mapper: Mapper): Expr {
  const own = binaryStrength[expr.operator];
  const isComparison = own === strength.comparison;
  const left = operand(expr.left, isComparison ? own + 1 : own, expr.operator, inCondition, mapper);
  const right = operand(expr.right, own + 1, expr.operator, inCondition, mapper);
  const beforeAngle = (expr.operator === '<' || expr.operator === '<<') && endsInCast(left);
  return { ...expr, left: beforeAngle ? wrap(left) : left, right };
}

function operand(expr: Expr, minimum: number, operator: BinaryOperator, inCondition: boolean, mapper: Mapper): Expr {
  const isLet = operator === '&&' && expr.kind === 'let';
  if (isLet) return inside(expr, inCondition, mapper);
  return part(expr, BIT_OPERATORS.has(operator) ? Math.max(minimum, beyondSums(expr)) : minimum, inCondition, mapper);
}

const BIT_OPERATORS: ReadonlySet<BinaryOperator> = new Set(['&', '|', '^', '<<', '>>']);

/** `a & (b - 1)`: who reads it need not know which of them binds more. */
function beyondSums(expr: Expr): number {
  const own = strengthOf(expr);
  return own === strength.sum || own === strength.product ? strength.cast : own;
}

/** `x as usize < y` would begin generic arguments. */
function endsInCast(expr: Expr): boolean {
  switch (expr.kind) {
    case 'cast':
      return true;
    case 'binary':
      return endsInCast(expr.right);
    case 'unary':
    case 'deref':
    case 'ref':
    case 'rawRef':
      return endsInCast(expr.operand);
    default:
      return false;
  }
}

function isBlock(expr: Expr): boolean {
  return expr.kind === 'block' && expr.const !== true && expr.label === undefined;
}

function isStatementLike(expr: Expr): boolean {
  switch (expr.kind) {
    case 'if':
    case 'match':
    case 'loop':
    case 'while':
    case 'for':
    case 'block':
    case 'unsafe':
      return true;
    default:
      return false;
  }
}

/**
 * A statement ends at the closing brace of a block-like expression it begins with, unless `.` or `?` follows. So such
 * an expression goes into parentheses on the left of anything else.
 */
function protectStart(expr: Expr): Expr {
  switch (expr.kind) {
    case 'binary':
      return { ...expr, left: protectLeft(expr.left) };
    case 'assign':
      return { ...expr, target: protectLeft(expr.target) };
    case 'cast':
    case 'index':
      return { ...expr, operand: protectLeft(expr.operand) };
    case 'unary':
    case 'deref':
    case 'ref':
    case 'rawRef':
      return { ...expr, operand: protectStart(expr.operand) };
    case 'call':
      return { ...expr, callee: protectLeft(expr.callee) };
    case 'range':
      return expr.start === undefined ? expr : { ...expr, start: protectLeft(expr.start) };
    case 'methodCall':
      return isStatementLike(expr.receiver) ? expr : { ...expr, receiver: protectStart(expr.receiver) };
    case 'field':
    case 'tupleField':
    case 'try':
      return isStatementLike(expr.operand) ? expr : { ...expr, operand: protectStart(expr.operand) };
    default:
      return expr;
  }
}

function protectLeft(expr: Expr): Expr {
  return isStatementLike(expr) ? wrap(expr) : protectStart(expr);
}

/** The end of the expression is a brace, which may not stand before `else`. */
function endsInBrace(expr: Expr): boolean {
  switch (expr.kind) {
    case 'struct':
      return true;
    case 'macro':
      return expr.call.delimiter === 'braces';
    case 'unary':
    case 'deref':
    case 'ref':
    case 'rawRef':
      return endsInBrace(expr.operand);
    case 'binary':
      return endsInBrace(expr.right);
    case 'assign':
      return endsInBrace(expr.value);
    case 'range':
      return expr.end !== undefined && endsInBrace(expr.end);
    case 'return':
    case 'break':
      return expr.value !== undefined && endsInBrace(expr.value);
    case 'closure':
      return endsInBrace(expr.body);
    default:
      return isStatementLike(expr);
  }
}

/** `break 'a: { … }` and `break 'a { … }` look alike: one of them is a label of the block. */
function isEasyToConfuse(label: string | undefined, value: Expr): boolean {
  return label === undefined ? startsWithLabel(value) : UNLABELLED.has(value.kind) && !startsWithLabel(value);
}

const UNLABELLED: ReadonlySet<Expr['kind']> = new Set(['block', 'loop', 'while', 'for']);

function startsWithLabel(expr: Expr): boolean {
  return 'label' in expr && expr.label !== undefined && expr.kind !== 'break' && expr.kind !== 'continue';
}
