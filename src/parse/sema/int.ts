/**
 * Comptime integers: a JavaScript number while safe, a bigint beyond (bigint arithmetic is more than ten times slower). Every result
 * is normalised, so that equal integers are equal by `===`.
 */
import type { Int } from '../ir/values.js';

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** The normal form of an integer. */
export function normal(value: Int): Int {
  if (typeof value === 'number') return value === 0 ? 0 : value;
  return value <= SAFE && value >= -SAFE ? Number(value) : value;
}
const safe = (value: number): boolean => Number.isSafeInteger(value);

export function add(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (safe(sum)) return sum;
  }
  return normal(BigInt(a) + BigInt(b));
}
export function sub(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (safe(difference)) return difference;
  }
  return normal(BigInt(a) - BigInt(b));
}
export function mul(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (safe(product)) return product === 0 ? 0 : product;
  }
  return normal(BigInt(a) * BigInt(b));
}
/** Quotient rounded towards zero; `b` is not zero. */
export function divTrunc(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number')
    return normal(Math.trunc(a / b) * b <= Math.abs(a) && safe(a) ? Math.trunc(a / b) : BigInt(a) / BigInt(b));
  return normal(BigInt(a) / BigInt(b));
}
/** Remainder with the sign of `a`. */
export function rem(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') return normal(a % b);
  return normal(BigInt(a) % BigInt(b));
}
export function divFloor(a: Int, b: Int): Int {
  const quotient = BigInt(a) / BigInt(b);
  const exact = quotient * BigInt(b) === BigInt(a);
  return normal(!exact && BigInt(a) < 0n !== BigInt(b) < 0n ? quotient - 1n : quotient);
}
/** Remainder with the sign of `b`. */
export function mod(a: Int, b: Int): Int {
  return sub(a, mul(divFloor(a, b), b));
}
export function shl(a: Int, amount: number): Int {
  if (typeof a === 'number' && amount < 53) {
    const shifted = a * 2 ** amount;
    if (safe(shifted)) return shifted;
  }
  return normal(BigInt(a) << BigInt(amount));
}
export function shr(a: Int, amount: number): Int {
  if (typeof a === 'number' && amount < 53) return Math.floor(a / 2 ** amount);
  return normal(BigInt(a) >> BigInt(amount));
}
const small = (a: Int): a is number => typeof a === 'number' && a >= 0 && a <= 0x7fffffff;
export function and(a: Int, b: Int): Int {
  return small(a) && small(b) ? a & b : normal(BigInt(a) & BigInt(b));
}
export function or(a: Int, b: Int): Int {
  return small(a) && small(b) ? a | b : normal(BigInt(a) | BigInt(b));
}
export function xor(a: Int, b: Int): Int {
  return small(a) && small(b) ? a ^ b : normal(BigInt(a) ^ BigInt(b));
}
/** -1, 0 or 1. */
export function compare(a: Int, b: Int): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
export function negate(a: Int): Int {
  return sub(0, a);
}

export function minInt(signed: boolean, bits: number): Int {
  return signed && bits > 0 ? normal(-(1n << BigInt(bits - 1))) : 0;
}
export function maxInt(signed: boolean, bits: number): Int {
  if (bits === 0) return 0;
  return normal((1n << BigInt(signed ? bits - 1 : bits)) - 1n);
}
const limits = new Map<number, readonly [Int, Int]>();
/** Smallest and largest value of an integer type. */
export function limitsOf(type: { readonly signed: boolean; readonly bits: number }): readonly [Int, Int] {
  const key = type.bits * 2 + (type.signed ? 1 : 0);
  let found = limits.get(key);
  if (!found) {
    found = [minInt(type.signed, type.bits), maxInt(type.signed, type.bits)];
    limits.set(key, found);
  }
  return found;
}
/** Whether `value` is one of the type's values. */
export function fits(value: Int, type: { readonly signed: boolean; readonly bits: number }): boolean {
  const [low, high] = limitsOf(type);
  return value >= low && value <= high;
}
/** Two's complement wrap into the type. */
export function wrap(value: Int, type: { readonly signed: boolean; readonly bits: number }): Int {
  if (fits(value, type)) return value;
  const big = BigInt(value);
  return normal(type.signed ? BigInt.asIntN(type.bits, big) : BigInt.asUintN(type.bits, big));
}
export function clamp(value: Int, type: { readonly signed: boolean; readonly bits: number }): Int {
  const [low, high] = limitsOf(type);
  return value < low ? low : value > high ? high : value;
}
/** Number of bits of the magnitude. */
export function bitLength(value: Int): number {
  const big = BigInt(value) < 0n ? -BigInt(value) : BigInt(value);
  return big === 0n ? 0 : big.toString(2).length;
}
/** The bits of the value in `bits`-bit two's complement, as a non-negative integer. */
export function unsignedBits(value: Int, bits: number): bigint {
  return BigInt.asUintN(bits, BigInt(value));
}
export type IntLike = Int;
