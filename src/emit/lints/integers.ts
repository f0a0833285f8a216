/** Integers that an expression says outright, with their types. */
import type { Expr } from '../rust-ast.js';
import { withoutParentheses } from './equal.js';

export interface KnownInteger {
  readonly value: bigint;
  readonly type: string;
}

/** The value of a literal, or of arithmetic with literals, that fits its type. */
export function evaluate(expr: Expr): KnownInteger | undefined {
  const plain = withoutParentheses(expr);
  switch (plain.kind) {
    case 'literal':
      return plain.literal.kind === 'int' && plain.literal.suffix !== undefined
        ? inRange(plain.literal.value, plain.literal.suffix)
        : undefined;
    case 'unary': {
      const operand = plain.operator === '-' ? evaluateMagnitude(plain.operand) : undefined;
      return operand && inRange(-operand.value, operand.type);
    }
    case 'binary': {
      const [left, right] = [evaluate(plain.left), evaluate(plain.right)];
      return left && right && operate(left, plain.operator, right);
    }
    default:
      return undefined;
  }
}

/** What a minus sign stands before may be one more than its type holds. */
function evaluateMagnitude(expr: Expr): KnownInteger | undefined {
  const plain = withoutParentheses(expr);
  if (plain.kind === 'literal' && plain.literal.kind === 'int' && plain.literal.suffix !== undefined) {
    return { value: plain.literal.value, type: plain.literal.suffix };
  }
  return evaluate(plain);
}

/** The result of an operation; undefined where it overflows, divides by zero, or is none of integers. */
export function operate(left: KnownInteger, operator: string, right: KnownInteger): KnownInteger | undefined {
  const { type } = left;
  switch (operator) {
    case '+':
      return inRange(left.value + right.value, type);
    case '-':
      return inRange(left.value - right.value, type);
    case '*':
      return inRange(left.value * right.value, type);
    case '/':
      return right.value === 0n ? undefined : inRange(left.value / right.value, type);
    case '%':
      return right.value === 0n || right.value === -1n ? undefined : inRange(left.value % right.value, type);
    default:
      return undefined;
  }
}

function inRange(value: bigint, type: string): KnownInteger | undefined {
  return isInRange(value, type) ? { value, type } : undefined;
}

/** `usize` is taken for the narrowest that it may be. */
export function isInRange(value: bigint, type: string): boolean {
  const written = /^([iu])(\d+|size)$/.exec(type);
  if (written === null) return false;
  const width = BigInt(written[2] === 'size' ? 32 : (written[2] ?? 0));
  return written[1] === 'u'
    ? value >= 0n && value < 1n << width
    : value >= -(1n << (width - 1n)) && value < 1n << (width - 1n);
}
