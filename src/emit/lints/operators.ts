/** Lints about operators, assertions and numbers. */
import type { Expr, ExprOf, Literal, Path } from '../rust-ast.js';
import { sameCode, withoutParentheses } from './equal.js';
import { allOnes, evaluate } from './integers.js';
import type { Constants } from './lint.js';

/** `a = a + b`. */
export function isLongAssignment(expr: Expr): boolean {
  if (expr.kind !== 'assign' || expr.operator !== '=') return false;
  const value = withoutParentheses(expr.value);
  if (value.kind !== 'binary' || isComparison(value) || value.operator === '&&' || value.operator === '||')
    return false;
  return sameCode(expr.target, value.left) || sameCode(expr.target, value.right);
}

function isComparison({ operator }: ExprOf<'binary'>): boolean {
  return ['==', '!=', '<', '<=', '>', '>='].includes(operator);
}

/** `0.0 / 0.0`. */
export function dividesZeros(expr: Expr): boolean {
  return expr.kind === 'binary' && expr.operator === '/' && [expr.left, expr.right].every(isFloatZero);
}

function isFloatZero(expr: Expr): boolean {
  const plain = withoutParentheses(expr);
  return plain.kind === 'literal' && plain.literal.kind === 'float' && Number(plain.literal.spelling) === 0;
}

/** `a = a`. */
export function isSelfAssignment(expr: Expr): boolean {
  return expr.kind === 'assign' && expr.operator === '=' && sameCode(expr.target, expr.value);
}

/** `() == ()`. */
export function comparesNothing(expr: Expr): boolean {
  if (expr.kind !== 'binary' || !isComparison(expr)) return false;
  return [expr.left, expr.right].some((one) => one.kind === 'tuple' && one.elements.length === 0);
}

/** `a == true`. */
export function comparesWithBoolean(expr: Expr): boolean {
  if (expr.kind !== 'binary' || !isComparison(expr)) return false;
  return [expr.left, expr.right].some((one) => one.kind === 'literal' && one.literal.kind === 'bool');
}

/** `a == a`, `a - a`, `assert_eq!(a, a)`. */
export function isSameOnBothSides(expr: Expr): boolean {
  if (expr.kind === 'binary')
    return !['+', '*', '<<', '>>'].includes(expr.operator) && sameOperand(expr.left, expr.right);
  const [left, right] = assertionOperands(expr, ['assert_eq', 'assert_ne', 'debug_assert_eq', 'debug_assert_ne']);
  return left !== undefined && right !== undefined && sameOperand(left, right);
}

/** The same code, or literals of one value: `104` and `b'h'`. */
function sameOperand(left: Expr, right: Expr): boolean {
  const [one, other] = [numberOf(left), numberOf(right)];
  return one === undefined || other === undefined ? sameCode(left, right) : one === other;
}

function numberOf(expr: Expr): bigint | undefined {
  const plain = withoutParentheses(expr);
  if (plain.kind !== 'literal') return undefined;
  if (plain.literal.kind === 'byte') return BigInt(plain.literal.value);
  return plain.literal.kind === 'int' ? plain.literal.value : undefined;
}

/** `assert_eq!(a, true)`. */
export function isComparisonWithBoolean(expr: Expr): boolean {
  const operands = assertionOperands(expr, ['assert_eq', 'assert_ne', 'debug_assert_eq', 'debug_assert_ne']);
  return operands.slice(0, 2).some((operand) => operand.kind === 'literal' && operand.literal.kind === 'bool');
}

/** `assert!` of what rustc knows. */
export function isConstantAssertion(expr: Expr): boolean {
  const [condition] = assertionOperands(expr, ['assert', 'debug_assert']);
  return condition !== undefined && isConstant(condition);
}

function isConstant(expr: Expr): boolean {
  switch (expr.kind) {
    case 'literal':
      return true;
    case 'path': {
      const name = expr.path.segments.at(-1)?.name ?? '';
      return expr.path.segments.length > 1 || name === name.toUpperCase();
    }
    case 'paren':
    case 'unary':
    case 'cast':
    case 'ref':
    case 'field':
      return isConstant(expr.operand);
    case 'binary':
      return isConstant(expr.left) && isConstant(expr.right);
    case 'block':
      return expr.const === true || (expr.block.tail !== undefined && isConstant(expr.block.tail));
    case 'call':
      return expr.callee.kind === 'path' && isConstFunction(expr.callee.path) && expr.arguments.every(isConstant);
    case 'methodCall':
      return isConstant(expr.receiver) && expr.arguments.every(isConstant);
    case 'macro':
      return expr.call.path.segments.at(-1)?.name === 'cfg';
    default:
      return false;
  }
}

/** A function of std or a constructor; the port's own functions are hardly ever `const`. */
function isConstFunction({ segments }: Path): boolean {
  const name = segments.at(-1)?.name ?? '';
  return name.startsWith('size_of') || name.startsWith('align_of') || /^[A-Z]/.test(name);
}

function assertionOperands(expr: Expr, names: readonly string[]): readonly Expr[] {
  if (expr.kind !== 'macro' || expr.call.input.kind !== 'arguments') return [];
  if (!names.includes(expr.call.path.segments.at(-1)?.name ?? '')) return [];
  return expr.call.input.arguments.flatMap((argument) => (argument.kind === 'expr' ? [argument.expr] : []));
}

// ---------------------------------------------------------------- arithmetic that has a name

/** `(a + b - 1) / b`. */
export function isRoundedUp(expr: Expr): boolean {
  if (expr.kind !== 'binary' || expr.operator !== '/') return false;
  const dividend = withoutParentheses(expr.left);
  return dividend.kind === 'binary' && termsOf(dividend).some((term) => isOneOrLess(term, expr.right));
}

/** The terms of a sum. */
function termsOf(expr: Expr): readonly Expr[] {
  const plain = withoutParentheses(expr);
  if (plain.kind !== 'binary' || (plain.operator !== '+' && plain.operator !== '-')) return [plain];
  return [...termsOf(plain.left), ...termsOf(plain.right)];
}

/** A literal 1, or the literal below a literal divisor. */
function isOneOrLess(term: Expr, divisor: Expr): boolean {
  const value = integerOf(term);
  if (value === undefined) return false;
  const by = integerOf(withoutParentheses(divisor));
  return value === 1n || (by !== undefined && value === by - 1n);
}

function integerOf(expr: Expr): bigint | undefined {
  return expr.kind === 'literal' && expr.literal.kind === 'int' ? expr.literal.value : undefined;
}

/** `a % 1`. */
export function isRemainderByOne(expr: Expr, constants: Constants): boolean {
  if (expr.kind !== 'binary' || expr.operator !== '%') return false;
  return mayBeOneOf(expr.right, (value) => value === 1n || value === -1n, constants);
}

// ---------------------------------------------------------------- arithmetic with neutral elements

const WITH_NEUTRAL: ReadonlySet<string> = new Set(['+', '-', '*', '/', '<<', '>>', '|', '&', '^']);

/** `a + 0`, `a * 1`, `a & !0`: a literal or a constant whose value may be neutral. */
export function hasNeutralOperand(expr: Expr, constants: Constants): boolean {
  const operator = expr.kind === 'binary' || expr.kind === 'assign' ? expr.operator.replace('=', '') : '';
  return operandsOf(expr).some((operand) =>
    mayBeOneOf(operand, (value, type) => isNeutral(operator, value, type), constants),
  );
}

/** `a * 0`, `a & 0`, `0 / a`. */
export function hasErasingOperand(expr: Expr, constants: Constants): boolean {
  if (expr.kind !== 'binary' && expr.kind !== 'assign') return false;
  if (!['*', '&', '/', '*=', '&=', '/='].includes(expr.operator)) return false;
  return operandsOf(expr).some((operand) => mayBeOneOf(operand, (value) => value === 0n, constants));
}

function operandsOf(expr: Expr): readonly Expr[] {
  if (expr.kind === 'binary' && WITH_NEUTRAL.has(expr.operator)) return [expr.left, expr.right];
  if (expr.kind === 'assign' && WITH_NEUTRAL.has(expr.operator.slice(0, -1))) return [expr.value];
  return [];
}

function isNeutral(operator: string, value: bigint, type: string | undefined): boolean {
  switch (operator) {
    case '*':
    case '/':
      return value === 1n;
    case '&':
      return type?.endsWith('size') === false ? value === allOnes(type) : value > 0n && (value & (value + 1n)) === 0n;
    default:
      return value === 0n;
  }
}

/** True where the operand is a literal of such a value, or computed from literals and constants only and not known to be another. */
function mayBeOneOf(
  operand: Expr,
  isSuch: (value: bigint, type: string | undefined) => boolean,
  constants: Constants,
): boolean {
  const plain = withoutParentheses(operand);
  if (plain.kind === 'literal')
    return plain.literal.kind === 'int' && isSuch(plain.literal.value, plain.literal.suffix);
  if (plain.kind === 'call' || plain.kind === 'methodCall' || !isConstant(plain)) return false;
  const said = valueOfConstant(plain, constants);
  if (floatOf(said) !== undefined) return false;
  const value = evaluate(said);
  return value === undefined || isSuch(value.value, value.type);
}

/** The value of a constant; else the expression itself. */
function valueOfConstant(expr: Expr, constants: Constants): Expr {
  const name = expr.kind === 'path' ? expr.path.segments.at(-1)?.name : undefined;
  return (name === undefined ? undefined : constants.get(name)) ?? expr;
}

/** `x.max(0)`: a bound that may be the end of the type. */
export function isBoundedByEnd(expr: Expr, constants: Constants): boolean {
  if (expr.kind !== 'methodCall' || (expr.method !== 'min' && expr.method !== 'max')) return false;
  return [expr.receiver, ...expr.arguments].some((one) => isEndOfType(one, constants));
}

function isEndOfType(operand: Expr, constants: Constants): boolean {
  const said = valueOfConstant(withoutParentheses(operand), constants);
  if (said.kind === 'path') return ['MIN', 'MAX'].includes(said.path.segments.at(-1)?.name ?? '');
  const value = evaluate(said)?.value;
  return value !== undefined && ENDS.has(value < 0n ? -value : value);
}

/** The ends of integer types, without their sign. */
const ENDS: ReadonlySet<bigint> = new Set([
  0n,
  ...[8n, 16n, 32n, 64n, 128n].flatMap((bits) => [(1n << bits) - 1n, (1n << (bits - 1n)) - 1n, 1n << (bits - 1n)]),
]);

// ---------------------------------------------------------------- numbers

/** std's mathematical constants that clippy knows. */
const KNOWN_CONSTANTS: readonly number[] = [
  Math.E,
  1 / Math.PI,
  Math.SQRT1_2,
  2 / Math.PI,
  2 / Math.sqrt(Math.PI),
  ...[1, 2, 3, 4, 6, 8, 0.5].map((part) => Math.PI / part),
  Math.LN2,
  Math.LN10,
  Math.LOG10E,
  Math.LOG2E,
  Math.log10(2),
  Math.log2(10),
  Math.SQRT2,
  (1 + Math.sqrt(5)) / 2,
];
const FEWEST_DECIMALS = 2;

/** A float that is a known constant as far as it is written out. */
export function isNearConstant(expr: Expr): boolean {
  const literal = floatOf(expr);
  if (literal === undefined) return false;
  const decimals = /\.(\d+)/.exec(literal.spelling.replaceAll('_', ''))?.[1]?.length ?? 0;
  const value = Number(literal.spelling.replaceAll('_', ''));
  if (decimals < FEWEST_DECIMALS) return false;
  return KNOWN_CONSTANTS.some((constant) => Math.abs(value - constant) <= 10 ** -decimals);
}

/** A float with more digits than its type can hold. */
export function isTooPrecise(expr: Expr): boolean {
  const literal = floatOf(expr);
  if (literal === undefined) return false;
  const written = significantDigits(literal.spelling.replaceAll('_', ''));
  const value = Number(literal.spelling.replaceAll('_', ''));
  const held = literal.suffix === 'f32' ? shortestSingle(value) : significantDigits(String(value));
  return written > held;
}

function floatOf(expr: Expr): Extract<Literal, { readonly kind: 'float' }> | undefined {
  return expr.kind === 'literal' && expr.literal.kind === 'float' ? expr.literal : undefined;
}

function significantDigits(decimal: string): number {
  const digits = decimal.replace(/e.*$/i, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
  return digits.length;
}

/** The digits that tell an f32 from its neighbours. */
function shortestSingle(value: number): number {
  const single = Math.fround(value);
  for (let digits = 1; digits < 9; digits++) {
    const text = single.toPrecision(digits);
    if (Math.fround(Number(text)) === single) return significantDigits(text);
  }
  return 9;
}

/** `0x1_23_4567`: digits in groups of different sizes. */
export function isUnevenlyGrouped(expr: Expr): boolean {
  if (expr.kind !== 'literal' || expr.literal.kind !== 'int') return false;
  const groups = (expr.literal.spelling ?? '').replace(/^0[xob]/, '').split('_');
  const [first = '', second = ''] = groups;
  if (groups.length < 2) return false;
  return first.length > second.length || groups.slice(1).some(({ length }) => length !== second.length);
}
