/**
 * Comptime floats, exact in every width. A value that a double holds is that double; others (most of f128 and of `comptime_float`, which
 * is an f128, and some of f80) carry a dyadic rational beside the nearest double. Results are rounded once, to nearest and to even, from
 * the exact rational; up to f64 JavaScript's own arithmetic gives the same with less work.
 */
import type { Int, NotANumber, Rational, Value } from '../ir/values.js';
import * as int from './int.js';

export type FloatValue = Extract<Value, { kind: 'float' }>;

/** Bits of precision (with the leading one) and the range of exponents of normal numbers, by width. */
const FORMATS: Readonly<Record<number, { readonly precision: number; readonly low: number; readonly high: number }>> = {
  16: { precision: 11, low: -14, high: 15 },
  32: { precision: 24, low: -126, high: 127 },
  64: { precision: 53, low: -1022, high: 1023 },
  80: { precision: 64, low: -16382, high: 16383 },
  128: { precision: 113, low: -16382, high: 16383 },
};
const formatOf = (bits: number) => FORMATS[bits]!;

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
const bitLength = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length);
const power = (exponent: number): Rational =>
  exponent >= 0
    ? { numerator: 1n << BigInt(exponent), denominator: 1n }
    : { numerator: 1n, denominator: 1n << BigInt(-exponent) };

export function plain(float: number): FloatValue {
  return { kind: 'float', float };
}

/** The exact value of a double; it must be finite. */
function rationalOfDouble(value: number): Rational {
  if (Number.isInteger(value)) return { numerator: BigInt(value), denominator: 1n };
  let exponent = 0;
  let scaled = value;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    exponent++;
  }
  return { numerator: BigInt(scaled), denominator: 1n << BigInt(exponent) };
}

/** The exact value of a float; undefined for infinities and NaN. */
export function exact(value: FloatValue): Rational | undefined {
  return value.wide ?? (Number.isFinite(value.float) ? rationalOfDouble(value.float) : undefined);
}

/** `significand * 2 ** exponent` nearest to a rational, in a format; `significand` is not negative. */
interface Rounded {
  readonly significand: bigint;
  readonly exponent: number;
}
function round({ numerator, denominator }: Rational, bits: number): Rounded | 'infinite' {
  const { precision, low, high } = formatOf(bits);
  const top = magnitude(numerator);
  if (top === 0n) return { significand: 0n, exponent: 0 };
  let exponent = bitLength(top) - bitLength(denominator) - precision;
  exponent = Math.max(exponent, low - precision + 1);
  let significand = divideToEven(top, denominator, exponent);
  if (bitLength(significand) > precision) {
    exponent++;
    significand = divideToEven(top, denominator, exponent);
  } else if (bitLength(significand) < precision && exponent > low - precision + 1) {
    exponent--;
    significand = divideToEven(top, denominator, exponent);
  }
  // Rounding up may carry into one more bit.
  if (bitLength(significand) > precision) {
    significand >>= 1n;
    exponent++;
  }
  return exponent + precision - 1 > high && significand > 0n && bitLength(significand) === precision
    ? 'infinite'
    : { significand, exponent };
}
/** `top / (bottom * 2 ** exponent)` to the nearest integer, ties to even. */
function divideToEven(top: bigint, bottom: bigint, exponent: number): bigint {
  const numerator = exponent < 0 ? top << BigInt(-exponent) : top;
  const denominator = exponent > 0 ? bottom << BigInt(exponent) : bottom;
  const quotient = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  return twice > denominator || (twice === denominator && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

/** `significand * 2 ** exponent` as a double, where one holds it. */
function asDouble(significand: bigint, exponent: number): number | undefined {
  if (significand === 0n) return 0;
  let odd = significand;
  let shift = exponent;
  while ((odd & 1n) === 0n) {
    odd >>= 1n;
    shift++;
  }
  const length = bitLength(odd);
  if (length > 53 || shift + length - 1 > 1023 || shift < -1074) return undefined;
  // In two steps: a power of two beyond the range of doubles is none.
  const half = Math.trunc(shift / 2);
  return Number(odd) * 2 ** half * 2 ** (shift - half);
}

/** The float of `bits` bits nearest to a rational. */
export function nearest(value: Rational, bits: number, isNegative = value.numerator < 0n): FloatValue {
  const rounded = round(value, bits);
  const sign = isNegative ? -1 : 1;
  if (rounded === 'infinite') return plain(sign * Number.POSITIVE_INFINITY);
  const double = asDouble(rounded.significand, rounded.exponent);
  if (double !== undefined) return plain(sign * double);
  const scale = power(rounded.exponent);
  const signed = isNegative ? -rounded.significand : rounded.significand;
  const wide = reduced({ numerator: signed * scale.numerator, denominator: scale.denominator });
  return { kind: 'float', float: nearest(wide, 64).float, wide };
}
/** Lowest terms of a dyadic rational, so that equal values have equal parts. */
function reduced({ numerator, denominator }: Rational): Rational {
  let [top, bottom] = [numerator, denominator];
  while (bottom > 1n && (top & 1n) === 0n) {
    top >>= 1n;
    bottom >>= 1n;
  }
  return { numerator: top, denominator: bottom };
}

/** A float rounded to another width. */
export function convertFloat(value: FloatValue, bits: number): FloatValue {
  if (!value.wide && (bits >= 64 || !Number.isFinite(value.float))) return value;
  const rational = exact(value);
  return rational ? nearest(rational, bits, value.float < 0 || Object.is(value.float, -0)) : value;
}
/** The float nearest to an integer. */
export function floatOfInt(value: Int, bits: number): FloatValue {
  return typeof value === 'number' && bits >= 64
    ? plain(value)
    : nearest({ numerator: BigInt(value), denominator: 1n }, bits);
}
/** The float that a literal `mantissa * base ** exponent` denotes. */
export function floatOfLiteral(mantissa: bigint, base: 2 | 10, exponent: number, bits: number): FloatValue {
  const scale = BigInt(base) ** BigInt(Math.min(Math.abs(exponent), 20_000));
  return nearest(
    exponent >= 0 ? { numerator: mantissa * scale, denominator: 1n } : { numerator: mantissa, denominator: scale },
    bits,
  );
}

export type FloatOperator = '+' | '-' | '*' | '/' | 'rem' | 'mod' | 'divTrunc' | 'divFloor';

const ofRationals: { readonly [K in FloatOperator]: (a: Rational, b: Rational) => Rational } = {
  '+': (a, b) => ({
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }),
  '-': (a, b) => ofRationals['+'](a, { numerator: -b.numerator, denominator: b.denominator }),
  '*': (a, b) => ({ numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator }),
  '/': (a, b) => {
    const sign = b.numerator < 0n ? -1n : 1n;
    return { numerator: sign * a.numerator * b.denominator, denominator: a.denominator * magnitude(b.numerator) };
  },
  divTrunc: (a, b) => ({ numerator: truncated(ofRationals['/'](a, b)), denominator: 1n }),
  divFloor: (a, b) => ({ numerator: floored(ofRationals['/'](a, b)), denominator: 1n }),
  rem: (a, b) => ofRationals['-'](a, ofRationals['*'](b, ofRationals.divTrunc(a, b))),
  mod: (a, b) => ofRationals['-'](a, ofRationals['*'](b, ofRationals.divFloor(a, b))),
};
const truncated = (value: Rational): bigint => value.numerator / value.denominator;
function floored(value: Rational): bigint {
  const quotient = truncated(value);
  return value.numerator < 0n && value.numerator % value.denominator !== 0n ? quotient - 1n : quotient;
}

const mod = (a: number, b: number): number => {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
};
const ofDoubles: { readonly [K in FloatOperator]: (a: number, b: number) => number } = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  rem: (a, b) => a % b,
  mod,
  divTrunc: (a, b) => Math.trunc(a / b),
  divFloor: (a, b) => Math.floor(a / b),
};

/** What a float is beside infinities, NaN and zeros: the nearest double of a wide one may itself be infinite or zero. */
function standIn({ float, wide }: FloatValue): number {
  return wide === undefined ? float : wide.numerator < 0n ? -1 : 1;
}

/** `a operator b` in a float type of `bits` bits. */
export function floatArithmetic(operator: FloatOperator, a: FloatValue, b: FloatValue, bits: number): FloatValue {
  const double = ofDoubles[operator](a.float, b.float);
  const isNarrow = bits <= 64 && !a.wide && !b.wide;
  if (isNarrow) return bits === 64 ? plain(double) : convertFloat(plain(double), bits);
  const [left, right] = [exact(a), exact(b)];
  const isDivision = operator !== '+' && operator !== '-' && operator !== '*';
  if (!left || !right || (isDivision && right.numerator === 0n))
    return plain(ofDoubles[operator](standIn(a), standIn(b)));
  const result = ofRationals[operator](left, right);
  return result.numerator === 0n ? plain(double === 0 ? double : 0) : nearest(result, bits);
}

/** `a * b + c`, rounded once. */
export function mulAdd(a: FloatValue, b: FloatValue, c: FloatValue, bits: number): FloatValue {
  const [x, y, z] = [exact(a), exact(b), exact(c)];
  if (!x || !y || !z) return plain(standIn(a) * standIn(b) + standIn(c));
  const sum = ofRationals['+'](ofRationals['*'](x, y), z);
  return sum.numerator === 0n ? plain(a.float * b.float + c.float) : nearest(sum, bits);
}

/** Negative, zero or positive as `a` is less, equal or greater; NaN where they have no order. */
export function compareFloats(a: FloatValue, b: FloatValue): number {
  if (!a.wide && !b.wide) return a.float < b.float ? -1 : a.float > b.float ? 1 : a.float === b.float ? 0 : Number.NaN;
  const [left, right] = [exact(a), exact(b)];
  if (!left || !right) return compareFloats(plain(standIn(a)), plain(standIn(b)));
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function negateFloat(value: FloatValue): FloatValue {
  if (Number.isNaN(value.float)) {
    const { isNegative, fraction } = value.nan ?? QUIET;
    return isNegative && fraction === QUIET.fraction
      ? plain(Number.NaN)
      : { ...value, nan: { isNegative: !isNegative, fraction } };
  }
  if (!value.wide) return plain(-value.float);
  return {
    kind: 'float',
    float: -value.float,
    wide: { numerator: -value.wide.numerator, denominator: value.wide.denominator },
  };
}

export type Rounding = 'trunc' | 'floor' | 'ceil' | 'round';
/** The integer that a float is rounded to; undefined for infinities and NaN. */
export function floatToInt(value: FloatValue, rounding: Rounding): Int | undefined {
  const rational = exact(value);
  if (!rational) return undefined;
  switch (rounding) {
    case 'trunc':
      return int.normal(truncated(rational));
    case 'floor':
      return int.normal(floored(rational));
    case 'ceil':
      return int.negate(int.normal(floored({ numerator: -rational.numerator, denominator: rational.denominator })));
    case 'round': {
      // Halves away from zero.
      const whole = (magnitude(rational.numerator) * 2n + rational.denominator) / (rational.denominator * 2n);
      return int.normal(rational.numerator < 0n ? -whole : whole);
    }
  }
}
/** A float rounded to a whole number, as a float; zeros keep their sign. */
export function roundWhole(value: FloatValue, rounding: Rounding, bits: number): FloatValue {
  const whole = floatToInt(value, rounding);
  if (whole === undefined) return value;
  return whole === 0 ? plain(value.float < 0 || Object.is(value.float, -0) ? -0 : 0) : floatOfInt(whole, bits);
}
/** Whether the float is a whole number. */
export function isWhole(value: FloatValue): boolean {
  return value.wide ? value.wide.denominator === 1n : Number.isInteger(value.float);
}

// ---------------------------------------------------------------- bits

const EXPONENT_BITS: Readonly<Record<number, number>> = { 16: 5, 32: 8, 64: 11, 80: 15, 128: 15 };
const view = new DataView(new ArrayBuffer(8));

/** Bits of the fraction of an f128, in which a NaN's are kept. */
const NAN_FRACTION = 112n;
const QUIET: NotANumber = { isNegative: false, fraction: 1n << (NAN_FRACTION - 1n) };

function nanBits({ isNegative, fraction }: NotANumber, bits: number): bigint {
  const { precision } = formatOf(bits);
  const exponent = ((1n << BigInt(EXPONENT_BITS[bits]!)) - 1n) << BigInt(bits === 80 ? precision : precision - 1);
  const kept = fraction >> (NAN_FRACTION - BigInt(precision - 1));
  const integerBit = bits === 80 ? 1n << 63n : 0n;
  return (isNegative ? 1n << BigInt(bits - 1) : 0n) | exponent | integerBit | (kept || 1n << BigInt(precision - 2));
}

/** A NaN by the bits of its fraction in a format. */
function nanOf(isNegative: boolean, fraction: bigint, bits: number): FloatValue {
  const { precision } = formatOf(bits);
  const nan = { isNegative, fraction: fraction << (NAN_FRACTION - BigInt(precision - 1)) };
  return isNegative || nan.fraction !== QUIET.fraction ? { kind: 'float', float: Number.NaN, nan } : plain(Number.NaN);
}

/** The bits of a float of a width, as IEEE 754 (and x87 for 80) lays them out. */
export function floatBits(value: FloatValue, bits: number): bigint {
  if (Number.isNaN(value.float)) return nanBits(value.nan ?? QUIET, bits);
  if (bits === 64) {
    view.setFloat64(0, value.float);
    return view.getBigUint64(0);
  }
  const { precision, low } = formatOf(bits);
  const stored = BigInt(bits === 80 ? precision : precision - 1);
  const isNegative = value.float < 0 || Object.is(value.float, -0);
  const sign = isNegative ? 1n << BigInt(bits - 1) : 0n;
  const allOnes = ((1n << BigInt(EXPONENT_BITS[bits]!)) - 1n) << stored;
  const integerBit = bits === 80 ? 1n << 63n : 0n;
  const rational = exact(value);
  const rounded = rational ? round(rational, bits) : 'infinite';
  if (rounded === 'infinite') return sign | allOnes | integerBit;
  if (bitLength(rounded.significand) < precision) return sign | rounded.significand;
  const biased = BigInt(rounded.exponent + precision - 1 - low + 1);
  const fraction = bits === 80 ? rounded.significand : rounded.significand - (1n << stored);
  return sign | (biased << stored) | fraction;
}

/** The float of a width that has these bits. */
export function floatOfBits(raw: bigint, bits: number): FloatValue {
  if (bits === 64) {
    view.setBigUint64(0, BigInt.asUintN(64, raw));
    const double = view.getFloat64(0);
    return Number.isNaN(double) ? nanOf(raw >> 63n === 1n, raw & ((1n << 52n) - 1n), 64) : plain(double);
  }
  const { precision, low } = formatOf(bits);
  const stored = BigInt(bits === 80 ? precision : precision - 1);
  const isNegative = (raw >> BigInt(bits - 1)) & 1n;
  const width = BigInt(EXPONENT_BITS[bits]!);
  const biased = Number((raw >> stored) & ((1n << width) - 1n));
  const fraction = raw & ((1n << BigInt(precision - 1)) - 1n);
  const sign = isNegative ? -1 : 1;
  if (biased === Number((1n << width) - 1n))
    return fraction === 0n ? plain(sign * Number.POSITIVE_INFINITY) : nanOf(isNegative === 1n, fraction, bits);
  const significand = biased === 0 ? fraction : fraction | (1n << BigInt(precision - 1));
  if (significand === 0n) return plain(sign * 0);
  const scale = power(Math.max(biased, 1) + low - 1 - (precision - 1));
  return nearest({ numerator: BigInt(sign) * significand * scale.numerator, denominator: scale.denominator }, bits);
}

/** The square root, rounded once; NaN of a negative number. */
export function squareRoot(value: FloatValue, bits: number): FloatValue {
  const rational = exact(value);
  if (!rational || rational.numerator <= 0n || bits <= 64) return convertFloat(plain(Math.sqrt(value.float)), bits);
  // More bits than any format has, and one behind them that says whether there is a rest.
  const scale = 300n;
  const square = (rational.numerator * rational.denominator) << (2n * scale);
  const root = integerRoot(square);
  const sticky = root * root === square ? 0n : 1n;
  return nearest({ numerator: root * 2n + sticky, denominator: (rational.denominator << scale) * 2n }, bits);
}
/** The largest integer whose square is not above `value` (Newton's method). */
function integerRoot(value: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(bitLength(value) / 2));
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
