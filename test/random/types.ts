/** The Zig types of random programs. Two types are one where their `name`, which is their Zig text, is. */
import type { Choices } from './choices.js';

export interface IntType {
  readonly kind: 'int';
  readonly name: string;
  readonly signed: boolean;
  readonly bits: number;
}
export interface BoolType {
  readonly kind: 'bool';
  readonly name: 'bool';
}
export interface EnumType {
  readonly kind: 'enum';
  readonly name: string;
  readonly tags: readonly string[];
}
export interface Field {
  readonly name: string;
  readonly type: Type;
}
export interface StructType {
  readonly kind: 'struct';
  readonly name: string;
  readonly fields: readonly Field[];
  readonly isPacked: boolean;
}
/** `struct { u8, bool }`. */
export interface TupleType {
  readonly kind: 'tuple';
  readonly name: string;
  readonly elements: readonly Type[];
}
/** `Fault!T`. */
export interface ErrorUnionType {
  readonly kind: 'errorUnion';
  readonly name: string;
  readonly payload: Type;
}
export interface UnionType {
  readonly kind: 'union';
  readonly name: string;
  /** A field without a type has no payload. */
  readonly fields: readonly { readonly name: string; readonly type: Type | undefined }[];
}
export interface ArrayType {
  readonly kind: 'array';
  readonly name: string;
  readonly length: number;
  readonly element: Type;
}
export interface OptionalType {
  readonly kind: 'optional';
  readonly name: string;
  readonly payload: Type;
}
export type Type =
  | IntType
  | BoolType
  | EnumType
  | StructType
  | UnionType
  | ArrayType
  | OptionalType
  | TupleType
  | ErrorUnionType;

export const BOOL: BoolType = { kind: 'bool', name: 'bool' };
export const USIZE: IntType = { kind: 'int', name: 'usize', signed: false, bits: 64 };

export function int(signed: boolean, bits: number): IntType {
  return { kind: 'int', name: `${signed ? 'i' : 'u'}${bits}`, signed, bits };
}
export function array(element: Type, length: number): ArrayType {
  return { kind: 'array', name: `[${length}]${element.name}`, length, element };
}
export function optional(payload: Type): OptionalType {
  return { kind: 'optional', name: `?${payload.name}`, payload };
}

export function tuple(elements: readonly Type[]): TupleType {
  return { kind: 'tuple', name: `struct { ${elements.map(({ name }) => name).join(', ')} }`, elements };
}
/** The errors of all programs; see the header in `program.ts`. */
export const ERRORS = ['Low', 'High', 'Odd'] as const;
export function errorUnion(payload: Type): ErrorUnionType {
  return { kind: 'errorUnion', name: `Fault!${payload.name}`, payload };
}

const COMMON = [8, 32, 64, 16, 128] as const;
const ODD = [1, 2, 3, 5, 7, 12, 13, 21, 24, 31, 33, 48, 63, 65, 100, 127] as const;
const WIDE = [129, 200, 256] as const;

/** An integer type: Rust's own widths half of the time. */
export function someInt(choices: Choices): IntType {
  const signed = choices.chance(45);
  if (choices.chance(10)) return signed ? { ...USIZE, name: 'isize', signed } : USIZE;
  if (choices.chance(4)) return int(signed, choices.pick(WIDE));
  const bits = choices.chance(50) ? choices.pick(ODD) : choices.pick(COMMON);
  return int(signed, signed && bits === 1 ? 2 : bits);
}

export function minOf({ signed, bits }: IntType): bigint {
  return signed ? -(1n << BigInt(bits - 1)) : 0n;
}
export function maxOf({ signed, bits }: IntType): bigint {
  return (1n << BigInt(signed ? bits - 1 : bits)) - 1n;
}
export function isWidening(from: IntType, to: IntType): boolean {
  const isNamed = (type: IntType) => type.name.endsWith('size');
  if (isNamed(from) && !isNamed(to) && to.bits <= 64) return false;
  return minOf(from) >= minOf(to) && maxOf(from) <= maxOf(to);
}

/** A value near an end of the type, near zero, or anywhere. */
export function someValue(type: IntType, choices: Choices): bigint {
  const [min, max] = [minOf(type), maxOf(type)];
  const near = [0n, 1n, 2n, max, min, max - 1n, min + 1n, max / 2n, -1n, 7n];
  const wanted = choices.chance(50)
    ? (BigInt(choices.below(0x10000)) << BigInt(choices.below(Math.max(1, type.bits - 8)))) - (type.signed ? 999n : 0n)
    : choices.pick(near);
  return wanted < min ? min : wanted > max ? max : wanted;
}
