/**
 * Operations whose operands rustc may know: where they fail, it refuses the program (`arithmetic_overflow`, `unconditional_panic`), though
 * both languages mean a trap.
 *
 * What rustc knows of variables: `known-variables.ts`. A value that can be computed here is judged, one that rustc cannot know is none, and
 * every other is taken for one that may fail.
 */
import type { Expr, Item, Type } from '../rust-ast.js';
import { withoutParentheses } from './equal.js';
import { evaluate, isInRange, type KnownInteger, operate } from './integers.js';
import { findWithVariables, type VariablesAt } from './known-variables.js';
import type { Globals } from './lint.js';

type Risk = 'overflow' | 'panic';

/** An operation on values that rustc may know to overflow. */
export function mayOverflow(item: Item, globals: Globals): boolean {
  return hasRisk(item, 'overflow', globals);
}

/** An index or divisor that rustc may know to be wrong. */
export function mayPanic(item: Item, globals: Globals): boolean {
  return hasRisk(item, 'panic', globals);
}

function hasRisk(item: Item, risk: Risk, globals: Globals): boolean {
  if (item.kind === 'impl' || item.kind === 'trait') return item.items.some((one) => hasRisk(one, risk, globals));
  if (item.kind !== 'fn' && item.kind !== 'const' && item.kind !== 'static') return false;
  return findWithVariables(item, globals, knowledgeOf, (expr, variables) => isRisky(expr, risk, variables));
}

/** What may be known of a value: nothing, the value itself, or that it may be known. */
export type Knowledge = 'unknown' | 'maybe' | KnownInteger;
export type Lookup = (name: string) => Knowledge;

// ---------------------------------------------------------------- operations

function knowledgeOf(expr: Expr, lookup: Lookup): Knowledge {
  const value = evaluate(expr);
  if (value !== undefined) return value;
  if (isFloat(expr)) return 'unknown';
  switch (expr.kind) {
    case 'call':
    case 'methodCall':
    case 'macro':
    case 'deref':
    case 'try':
      return 'unknown';
    case 'path':
      return lookup(expr.path.segments.at(-1)?.name ?? '');
    case 'paren':
      return knowledgeOf(expr.operand, lookup);
    case 'if':
    case 'match':
      // What several ways on give is one variable that is set several times.
      return resultsOf(expr) > 1 ? 'unknown' : 'maybe';
    case 'cast':
      return castTo(expr.type, knowledgeOf(expr.operand, lookup));
    case 'unary':
    case 'field':
    case 'tupleField':
    case 'index':
      return knowledgeOf(expr.operand, lookup) === 'unknown' ? 'unknown' : 'maybe';
    case 'binary':
      return knowledgeOfBinary(knowledgeOf(expr.left, lookup), expr.operator, knowledgeOf(expr.right, lookup));
    default:
      return 'maybe';
  }
}

function knowledgeOfBinary(left: Knowledge, operator: string, right: Knowledge): Knowledge {
  const isAbsorbed = ['*', '&', '|'].includes(operator) && (isInteger(left) || isInteger(right));
  if (!isAbsorbed && (left === 'unknown' || right === 'unknown')) return 'unknown';
  return (isInteger(left) && isInteger(right) ? operate(left, operator, right) : undefined) ?? 'maybe';
}

/** On how many ways an `if` or `match` comes to a value. */
function resultsOf(expr: Extract<Expr, { readonly kind: 'if' | 'match' }>): number {
  if (expr.kind === 'match') return expr.arms.filter(({ body }) => !isExit(body)).length;
  const then = expr.then.tail;
  const otherwise = expr.else?.kind === 'block' ? expr.else.block.tail : expr.else;
  return [then, otherwise].filter((value) => value !== undefined && !isExit(value)).length;
}

function isExit(expr: Expr): boolean {
  if (expr.kind === 'block') return expr.block.tail === undefined || isExit(expr.block.tail);
  return ['return', 'break', 'continue', 'macro'].includes(expr.kind);
}

function castTo(type: Type, knowledge: Knowledge): Knowledge {
  if (!isInteger(knowledge)) return knowledge;
  const name = type.kind === 'path' ? (type.path.segments.at(-1)?.name ?? '') : '';
  return isInRange(knowledge.value, name) ? { value: knowledge.value, type: name } : 'maybe';
}

function isInteger(knowledge: Knowledge): knowledge is KnownInteger {
  return typeof knowledge === 'object';
}

function isRisky(expr: Expr, risk: Risk, variables: VariablesAt): boolean {
  return risk === 'panic' ? mayPanicAt(expr, variables) : mayOverflowAt(expr, variables.value);
}

function mayPanicAt(expr: Expr, { value: lookup, length }: VariablesAt): boolean {
  if (expr.kind === 'index') {
    // Zig itself refuses a literal that is out of range.
    const index = withoutParentheses(expr.index);
    if (index.kind === 'range' || index.kind === 'literal') return false;
    const knowledge = knowledgeOf(index, lookup);
    const limit = length(expr.operand);
    if (knowledge === 'unknown' || limit === 'open') return false;
    return !isInteger(knowledge) || limit === undefined || knowledge.value >= limit;
  }
  const divisor = operationOf(expr, ['/', '%'])?.right;
  if (divisor === undefined || isFloat(divisor)) return false;
  const knowledge = knowledgeOf(divisor, lookup);
  return isInteger(knowledge) ? knowledge.value === 0n : knowledge === 'maybe';
}

function mayOverflowAt(expr: Expr, lookup: Lookup): boolean {
  if (expr.kind === 'unary' && expr.operator === '-') return mayOverflowNegated(expr.operand, lookup);
  const operation = operationOf(expr, ['+', '-', '*', '/', '%', '<<', '>>']);
  if (operation === undefined || isFloat(operation.left) || isFloat(operation.right)) return false;
  const { operator } = operation;
  const [left, right] = [knowledgeOf(operation.left, lookup), knowledgeOf(operation.right, lookup)];
  if (operator === '<<' || operator === '>>') {
    const amount = isInteger(right) ? right.value : literalValue(operation.right);
    return right !== 'unknown' && !(amount !== undefined && isShiftFor(amount, typeOf(operation.left, left)));
  }
  if (left === 'unknown' || right === 'unknown') return false;
  return !(isInteger(left) && isInteger(right) && operate(left, operator, right) !== undefined);
}

function literalValue(expr: Expr): bigint | undefined {
  const plain = withoutParentheses(expr);
  return plain.kind === 'literal' && plain.literal.kind === 'int' ? plain.literal.value : undefined;
}

function mayOverflowNegated(operand: Expr, lookup: Lookup): boolean {
  const outright = withoutParentheses(operand);
  if (outright.kind === 'literal' && outright.literal.kind === 'int') {
    const { value, suffix } = outright.literal;
    return suffix === undefined ? value > LEAST_NEGATED : !isInRange(-value, suffix);
  }
  const knowledge = knowledgeOf(operand, lookup);
  return isInteger(knowledge) ? !isInRange(-knowledge.value, knowledge.type) : knowledge === 'maybe';
}

/** What a literal may be negated to whatever its type is. */
const LEAST_NEGATED = 128n;

const NARROWEST = 'u8';

/** The type of the left side of a shift as far as the expression says it; else the narrowest. */
function typeOf(expr: Expr, knowledge: Knowledge): string {
  if (isInteger(knowledge)) return knowledge.type;
  const plain = withoutParentheses(expr);
  const type = plain.kind === 'cast' ? plain.type : plain.knownType;
  return (type?.kind === 'path' ? type.path.segments.at(-1)?.name : undefined) ?? NARROWEST;
}

function isShiftFor(amount: bigint, type: string): boolean {
  const width = /^[iu](\d+)$/.exec(type)?.[1] ?? (/^[iu]size$/.test(type) ? '32' : '8');
  return amount >= 0n && amount < BigInt(width);
}

interface Operation {
  readonly left: Expr;
  readonly operator: string;
  readonly right: Expr;
}

function operationOf(expr: Expr, operators: readonly string[]): Operation | undefined {
  if (expr.kind === 'binary' && operators.includes(expr.operator)) return expr;
  if (expr.kind !== 'assign' || !operators.includes(expr.operator.slice(0, -1))) return undefined;
  return { left: expr.target, operator: expr.operator.slice(0, -1), right: expr.value };
}

function isFloat(expr: Expr): boolean {
  const plain = withoutParentheses(expr);
  if (plain.kind === 'unary' || plain.kind === 'binary') {
    return isFloat(plain.kind === 'unary' ? plain.operand : plain.left);
  }
  if (plain.kind !== 'literal') return false;
  return plain.literal.kind === 'float' || (plain.literal.kind === 'int' && /^f/.test(plain.literal.suffix ?? ''));
}
