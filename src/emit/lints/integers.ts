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
      if (plain.operator === '!') return complement(evaluate(plain.operand));
      const operand = evaluateMagnitude(plain.operand);
      return operand && inRange(-operand.value, operand.type);
    }
    case 'binary': {
      const left = evaluate(plain.left);
      const right = plain.operator === '<<' ? evaluateMagnitude(plain.right) : evaluate(plain.right);
      return left && right && operate(left, plain.operator, right);
    }
    default:
      return undefined;
  }
}

/** The bits inverted; undefined where the width is the machine's. */
function complement(operand: KnownInteger | undefined): KnownInteger | undefined {
  if (operand === undefined || operand.type.endsWith('size')) return undefined;
  const { value, type } = operand;
  return inRange(type.startsWith('u') ? value ^ allOnes(type) : ~value, type);
}

/** The value of a type whose bits are all set; that of `usize` is the narrowest. */
export function allOnes(type: string): bigint {
  const width = type.endsWith('size') ? 32n : BigInt(type.slice(1));
  return type.startsWith('u') ? (1n << width) - 1n : -1n;
}

/** What a minus sign stands before may be one more than its type holds; how far bits are shifted may have any type. */
function evaluateMagnitude(expr: Expr): KnownInteger | undefined {
  const plain = withoutParentheses(expr);
  if (plain.kind === 'literal' && plain.literal.kind === 'int')
    return { value: plain.literal.value, type: plain.literal.suffix ?? 'i32' };
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
    case '<<':
      return right.value < 0n || right.value >= 128n ? undefined : inRange(left.value << right.value, type);
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
