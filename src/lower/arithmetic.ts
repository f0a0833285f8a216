/**
 * Arithmetic. On integers of Rust's own widths Zig's checked operators are Rust's, with overflow checks on in every profile; odd widths
 * go through the runtime, which checks, wraps or saturates at the width itself.
 */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { FloatType, IntType, Type } from '../parse/ir/types.js';
import { isComptimeNumber } from './analysis/number-types.js';
import { untypedAmount } from './assign.js';
import { lowerComptimeNumber } from './comptime-number.js';
import { runtimeTrait, type Scope, unported } from './context.js';
import { lowerExpr } from './expr.js';
import { isNativeFloat } from './float.js';
import { isWidening, maxOf, nativeInt } from './integer.js';
import { type Lowered, mapLowered, pure } from './lowered.js';
import { lowerBoth } from './operands.js';
import { PLAIN_OPERATORS } from './operators.js';
import { isPointerArithmetic, lowerPointerArithmetic, movedPointer } from './pointer-arithmetic.js';
import { rawType } from './type.js';
import { vectorArithmetic } from './vector.js';
import { isSameWide, isWide, wideArithmetic, wideMember, widenedWide } from './wide.js';

/** On an exact width: Rust's method with the same meaning. */
const EXACT_METHODS: Readonly<Partial<Record<ir.ArithmeticOperator, string>>> = {
  '+%': 'wrapping_add',
  '-%': 'wrapping_sub',
  '*%': 'wrapping_mul',
  '+|': 'saturating_add',
  '-|': 'saturating_sub',
  '*|': 'saturating_mul',
  min: 'min',
  max: 'max',
};

/** On an odd width, and where Rust has no such method: the runtime's. */
const RUNTIME_METHODS: Readonly<Partial<Record<ir.ArithmeticOperator, string>>> = {
  '+': 'add_checked',
  '-': 'sub_checked',
  '*': 'mul_checked',
  '+%': 'add_wrapping',
  '-%': 'sub_wrapping',
  '*%': 'mul_wrapping',
  '+|': 'add_saturating',
  '-|': 'sub_saturating',
  '*|': 'mul_saturating',
  '<<|': 'shl_saturating',
  '<<': 'shl_checked',
  '>>': 'shr_checked',
  shlExact: 'shl_exact_checked',
  shrExact: 'shr_exact_checked',
  '/': 'div_trunc_checked',
  divTrunc: 'div_trunc_checked',
  divFloor: 'div_floor_checked',
  divExact: 'div_exact_checked',
  '%': 'rem_checked',
  rem: 'rem_checked',
  mod: 'mod_checked',
};

/** Operators whose right operand is a number of bits. */
const SHIFTS: ReadonlySet<ir.ArithmeticOperator> = new Set(['<<', '>>', '<<|', 'shlExact', 'shrExact']);
/** Operators that cannot leave an unsigned width. */
const CLOSED: ReadonlySet<ir.ArithmeticOperator> = new Set([
  '&',
  '|',
  '^',
  '/',
  '%',
  '>>',
  'divTrunc',
  'divFloor',
  'rem',
  'mod',
  'min',
  'max',
]);

export function lowerArithmetic(expr: ir.Arithmetic, scope: Scope): Lowered {
  const { operator, type } = expr;
  if (isComptimeNumber(type)) return pure(lowerComptimeNumber(expr, undefined, scope));
  if (isPointerArithmetic(expr)) return lowerPointerArithmetic(expr, scope);
  return lowerBoth(expr.left, expr.right, scope, (left, right) => {
    const [a, b] = operator === 'min' || operator === 'max' ? widenBoth(expr, left, right, scope) : [left, right];
    return arithmetic(operator, type, a, b, expr.right, scope);
  });
}

/** `@min` and `@max` whose narrow result is widened again: the selection at the wide type has the same value. */
export function lowerWideSelection(expr: ir.Expr, target: IntType, scope: Scope): Lowered | undefined {
  if (expr.kind !== 'arithmetic' || (expr.operator !== 'min' && expr.operator !== 'max')) return undefined;
  const sides = [expr.left.type, expr.right.type];
  if (
    !sides.every(
      (side) => isSame(side, target) || isComptimeNumber(side) || (side.kind === 'int' && isWidening(side, target)),
    )
  )
    return undefined;
  if (!sides.some((side) => isSame(side, target))) return undefined;
  const at = (side: ir.Expr): ir.Expr =>
    isSame(side.type, target)
      ? side
      : { kind: 'coerce', coercion: 'int', operand: side, type: target, node: side.node, value: side.value };
  return lowerArithmetic({ ...expr, left: at(expr.left), right: at(expr.right), type: target }, scope);
}

/** `@min` and `@max` may narrow: operands of another type are cast to the result's. */
function widenBoth(expr: ir.Arithmetic, left: Expr, right: Expr, scope: Scope): readonly [Expr, Expr] {
  const { type } = expr;
  if (type.kind !== 'int') return [left, right];
  const wide = [expr.left.type, expr.right.type].find((one) => one.kind === 'int' && !isSame(one, type)) ?? type;
  const widen = (value: Expr, from: Type) => {
    if (isSame(from, wide)) return value;
    return from.kind === 'int' && wide.kind === 'int' && isWide(wide)
      ? widenedWide(value, from, wide, scope)
      : rust.cast(value, rawType(wide, scope));
  };
  return [widen(left, expr.left.type), widen(right, expr.right.type)];
}

function isSame(a: Type, b: Type): boolean {
  if (a.kind !== 'int' || b.kind !== 'int') return false;
  return isWide(a) && isWide(b) ? isSameWide(a, b) : nativeInt(a)?.name === nativeInt(b)?.name;
}

/** `left operator right` at a type; `source` is the right operand in the IR. */
export function arithmetic(
  operator: ir.ArithmeticOperator,
  type: Type,
  left: Expr,
  right: Expr,
  source: ir.Expr,
  scope: Scope,
): Expr {
  switch (type.kind) {
    case 'int':
      return integerArithmetic(operator, type, left, right, source, scope);
    case 'float':
      return floatArithmetic(operator, type, left, right, source, scope);
    case 'vector':
      return vectorArithmetic(operator, type, left, right, source, scope);
    case 'bool':
      return boolArithmetic(operator, left, right, source);
    case 'pointer':
      return movedPointer(operator, left, right, source);
    default:
      return unported(`${operator} on ${type.kind}`, source.node);
  }
}

function boolArithmetic(operator: ir.ArithmeticOperator, left: Expr, right: Expr, source: ir.Expr): Expr {
  if (operator === '&' || operator === '|' || operator === '^') return rust.binary(operator, left, right);
  return unported(`${operator} on bool`, source.node);
}

function integerArithmetic(
  operator: ir.ArithmeticOperator,
  type: IntType,
  left: Expr,
  right: Expr,
  source: ir.Expr,
  scope: Scope,
): Expr {
  const native = nativeInt(type);
  if (native === undefined) {
    const amount = source.value?.kind === 'int' ? rust.int(source.value.int, 'u32') : toU32(right, source.type);
    return wideArithmetic(operator, left, SHIFTS.has(operator) ? amount : right, source);
  }
  const { isExact } = native;
  const plain = PLAIN_OPERATORS[operator];
  if (SHIFTS.has(operator)) return shift(operator, type, left, right, source, scope);
  if (plain !== undefined && (isExact || (!type.signed && CLOSED.has(operator)) || '&|^'.includes(operator)))
    return rust.binary(plain, left, right);
  const exact = isExact || operator === 'min' || operator === 'max' ? EXACT_METHODS[operator] : undefined;
  if (exact !== undefined) return rust.method(left, exact, [right]);
  const division = nativeDivision(operator, type, left, right, source, isExact);
  if (division !== undefined) return division;
  const chain = type.signed ? undefined : longerChain(operator, type, left, right, source, scope);
  if (chain !== undefined) return chain;
  const name = RUNTIME_METHODS[operator];
  if (name === undefined) return unported(`the operator ${operator}`, source.node);
  return atWidth(left, name, type, [right], scope);
}

/**
 * A sum whose terms are sums or products by themselves: unsigned, it cannot get back into the width, so one check at its end sees what
 * any of them would have seen. (A product could, by a zero.) An operand behind it that may do something is not evaluated before the check.
 */
function longerChain(
  operator: ir.ArithmeticOperator,
  type: IntType,
  left: Expr,
  right: Expr,
  source: ir.Expr,
  scope: Scope,
): Expr | undefined {
  const isGrowing = operator === '+' || (operator === '*' && source.value?.kind === 'int' && source.value.int > 0);
  if (!isGrowing) return undefined;
  const start = isQuiet(source) ? unchecked(left) : undefined;
  const end = unchecked(right);
  if (start === undefined && end === undefined) return undefined;
  return atWidth(rust.binary(operator, start ?? left, end ?? right), 'fit', type, [], scope);
}

/** Evaluating it neither does nor traps anything but overflow. */
function isQuiet(expr: ir.Expr): boolean {
  if (expr.kind === 'arithmetic') return '+*'.includes(expr.operator) && isQuiet(expr.left) && isQuiet(expr.right);
  return expr.kind === 'constant' || (expr.kind === 'load' && expr.place.kind === 'local') || expr.value !== undefined;
}

/** A checked sum or product without the check at its end. */
function unchecked(value: Expr): Expr | undefined {
  if (value.kind !== 'methodCall') return undefined;
  const [operand] = value.arguments;
  if (value.method === 'fit') return value.receiver;
  if (operand === undefined) return undefined;
  if (value.method === RUNTIME_METHODS['+']) return rust.binary('+', value.receiver, operand);
  return value.method === RUNTIME_METHODS['*'] ? rust.binary('*', value.receiver, operand) : undefined;
}

/** A method of the runtime's integers at a width. */
export function atWidth(value: Expr, name: string, type: IntType, args: readonly Expr[], scope: Scope): Expr {
  // A wide integer knows its width.
  if (isWide(type)) return rust.method(value, name, args);
  runtimeTrait(scope, 'int', 'OddInt');
  return rust.method(value, name, args, [{ kind: 'const', value: rust.int(type.bits, 'u32') }]);
}

/** Divisions that Rust's operators do, given what is known of the operands. */
function nativeDivision(
  operator: ir.ArithmeticOperator,
  type: IntType,
  left: Expr,
  right: Expr,
  source: ir.Expr,
  isExact: boolean,
): Expr | undefined {
  const divisor = source.value?.kind === 'int' ? BigInt(source.value.int) : undefined;
  const isPositive = divisor !== undefined && divisor > 0n;
  if (operator === 'divTrunc' && (isExact || !type.signed || isPositive)) return rust.binary('/', left, right);
  if (operator === 'divFloor' && !type.signed) return rust.binary('/', left, right);
  if ((operator === 'rem' || operator === 'mod') && !type.signed) return rust.binary('%', left, right);
  if (!isPositive) return undefined;
  if (operator === 'rem') return rust.binary('%', left, right);
  if (operator === 'mod') return rust.method(left, 'rem_euclid', [right]);
  return operator === 'divFloor' ? rust.method(left, 'div_euclid', [right]) : undefined;
}

function shift(
  operator: ir.ArithmeticOperator,
  type: IntType,
  left: Expr,
  right: Expr,
  source: ir.Expr,
  scope: Scope,
): Expr {
  const isExact = nativeInt(type)?.isExact === true;
  if (isExact && (operator === '<<' || operator === '>>')) return rust.binary(operator, left, untypedAmount(right));
  if (operator === '>>' && !type.signed && isBelowWidth(source, type))
    return rust.binary('>>', left, untypedAmount(right));
  const amount = source.value?.kind === 'int' ? rust.int(source.value.int, 'u32') : toU32(right, source.type);
  const name = operator === '<<' ? 'shl_checked' : RUNTIME_METHODS[operator];
  return name === undefined
    ? unported(`the operator ${operator}`, source.node)
    : atWidth(left, name, type, [amount], scope);
}

/** Whether no value that the amount can have reaches the width. */
function isBelowWidth(amount: ir.Expr, type: IntType): boolean {
  if (amount.value?.kind === 'int') return Number(amount.value.int) < type.bits;
  return amount.type.kind === 'int' && maxOf(amount.type) < BigInt(type.bits);
}

/** An amount of bits as the `u32` that Rust's methods take. */
export function toU32(amount: Expr, type: Type): Expr {
  if (type.kind !== 'int') return amount;
  const native = nativeInt(type);
  if (native?.name === 'u32') return amount;
  const u32 = rust.typePath('u32');
  return native?.name === 'u8' || native?.name === 'u16'
    ? rust.call(rust.path('u32', 'from'), [amount])
    : rust.cast(amount, u32);
}

function floatArithmetic(
  operator: ir.ArithmeticOperator,
  type: FloatType,
  left: Expr,
  right: Expr,
  source: ir.Expr,
  scope: Scope,
): Expr {
  const plain = PLAIN_OPERATORS[operator];
  if (plain !== undefined && '+-*/%'.includes(operator)) return rust.binary(plain, left, right);
  const quotient = rust.binary('/', left, right);
  switch (operator) {
    case 'divTrunc':
      return roundedHow(quotient, 'trunc', type);
    case 'divFloor':
      return roundedHow(quotient, 'floor', type);
    case 'divExact':
      return quotient;
    case 'rem':
      return rust.binary('%', left, right);
    case 'mod':
      if (isNativeFloat(type)) runtimeTrait(scope, 'float', 'Float');
      return rust.method(left, 'mod_', [right]);
    case 'min':
    case 'max':
      return rust.method(left, isNativeFloat(type) ? operator : `${operator}_of`, [right]);
    default:
      return unported(`${operator} on floats`, source.node);
  }
}

function roundedHow(value: Expr, how: 'trunc' | 'floor', type: FloatType): Expr {
  return type.bits === 16 ? rust.method(value, 'map', [rust.path('f32', how)]) : rust.method(value, how);
}

export function lowerNegate(expr: ir.Negate, scope: Scope): Lowered {
  const { operand, wrapping, type } = expr;
  if (isComptimeNumber(type)) return pure(lowerComptimeNumber(expr, undefined, scope));
  const lowered = lowerExpr(operand, scope);
  return mapLowered(lowered, (value) => {
    if (type.kind !== 'vector' || type.child.kind !== 'int' || (!wrapping && isExact(type.child)))
      return negated(value, type, wrapping, scope);
    const lane = negated(rust.path('lane'), type.child, wrapping, scope);
    return rust.method(value, 'map', [rust.mapping('lane', lane)]);
  });
}

/** `-value`; `wrapping`: `-%value`. */
function negated(value: Expr, type: Type, wrapping: boolean, scope: Scope): Expr {
  if (type.kind !== 'int' || (isExact(type) && !wrapping)) return rust.unary('-', value);
  if (isWide(type))
    return wrapping ? rust.method(wideMember(type, 'ZERO', scope), 'sub_wrapping', [value]) : rust.unary('-', value);
  if (isExact(type)) return rust.method(value, 'wrapping_neg');
  return atWidth(value, wrapping ? 'neg_wrapping' : 'neg_checked', type, [], scope);
}

function isExact(type: IntType): boolean {
  return nativeInt(type)?.isExact === true;
}

export function lowerNot(expr: ir.Not, scope: Scope): Lowered {
  const { operand, type } = expr;
  if (isComptimeNumber(type)) return pure(lowerComptimeNumber(expr, undefined, scope));
  return mapLowered(lowerExpr(operand, scope), (value) => {
    if (type.kind === 'int' && !isExact(type) && !isWide(type)) return atWidth(value, 'not_at', type, [], scope);
    if (type.kind !== 'vector' || type.child.kind !== 'int' || isExact(type.child)) return rust.not(value);
    const lane = atWidth(rust.path('lane'), 'not_at', type.child, [], scope);
    return rust.method(value, 'map', [rust.mapping('lane', lane)]);
  });
}
