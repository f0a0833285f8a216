/** Zig's integer types in Rust: the native type that holds a width, and whether the width is exactly that type's. */
import type { IntegerSuffix } from '../emit/rust-ast.js';
import type { IntType } from '../parse/ir/types.js';
import type { Int } from '../parse/ir/values.js';

export interface NativeInt {
  readonly name: IntegerSuffix;
  /** The width is the native type's own: Rust's operators check it. */
  readonly isExact: boolean;
  readonly bits: number;
}

const NATIVE_WIDTHS = [8, 16, 32, 64, 128] as const;
const NAMED: Readonly<Record<string, IntegerSuffix>> = { usize: 'usize', isize: 'isize' };

/** The native type for an integer type; undefined beyond 128 bits. */
export function nativeInt(type: IntType): NativeInt | undefined {
  const named = NAMED[type.name];
  if (named !== undefined) return { name: named, isExact: true, bits: type.bits };
  const width = NATIVE_WIDTHS.find((candidate) => candidate >= type.bits);
  if (width === undefined) return undefined;
  return { name: `${type.signed ? 'i' : 'u'}${width}`, isExact: width === type.bits, bits: type.bits };
}

/** C's integer types keep their names. */
export function isCInt(type: IntType): boolean {
  return type.name.startsWith('c_');
}

export function minOf(type: IntType): bigint {
  return type.signed && type.bits > 0 ? -(1n << BigInt(type.bits - 1)) : 0n;
}
export function maxOf(type: IntType): bigint {
  return (1n << BigInt(type.signed && type.bits > 0 ? type.bits - 1 : type.bits)) - 1n;
}

export function fits(value: Int, type: IntType): boolean {
  const exact = BigInt(value);
  return exact >= minOf(type) && exact <= maxOf(type);
}

/** Whether every value of `from` is one of `to`. */
export function isWidening(from: IntType, to: IntType): boolean {
  return minOf(from) >= minOf(to) && maxOf(from) <= maxOf(to);
}

/** Rust has `From` between these native types. (Not to and from `usize` and `isize`, whose width is the target's.) */
export function hasFrom(from: NativeInt, to: NativeInt): boolean {
  const isSized = (name: string) => name.endsWith('size');
  if (from.name === to.name) return true;
  if (isSized(from.name)) return false;
  const [fromSigned, toSigned] = [from.name.startsWith('i'), to.name.startsWith('i')];
  const [fromWidth, toWidth] = [widthOf(from), widthOf(to)];
  if (isSized(to.name))
    return to.name === 'usize' ? !fromSigned && fromWidth <= 16 : fromWidth <= (fromSigned ? 16 : 8);
  if (fromSigned && !toSigned) return false;
  return fromSigned === toSigned ? fromWidth < toWidth : fromWidth < toWidth;
}

function widthOf(native: NativeInt): number {
  return native.name.endsWith('size') ? 64 : Number(native.name.slice(1));
}
