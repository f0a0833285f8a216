/**
 * Comptime values as plain data. A value says nothing of its type; who holds a value holds its type beside it.
 *
 * Integers are a JavaScript `number` while safe and a `bigint` beyond. Strings and byte arrays are `bytes`, repeats are `repeat`
 * (`[1]u8{0} ** 65536` stays small). A pointer is a base plus a path, as in the interpreter of Zig itself.
 */
import type { Decl, FnInstance } from './program.js';
import type { Type } from './types.js';

export type Int = number | bigint;

export type Value =
  | { readonly kind: 'int'; readonly int: Int }
  /** Rounded to the width of its float type; `comptime_float` and f80/f128 carry an exact `wide` rational where f64 is too narrow. */
  | { readonly kind: 'float'; readonly float: number; readonly wide?: Rational; readonly nan?: NotANumber }
  | { readonly kind: 'bool'; readonly bool: boolean }
  | { readonly kind: 'void' }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'null' }
  | { readonly kind: 'type'; readonly type: Type }
  /** Enum literal. */
  | { readonly kind: 'enumLiteral'; readonly name: string }
  /** A value of an enum type, by its integer. */
  | { readonly kind: 'enum'; readonly int: Int }
  /** A value of an error set, and the error arm of an error union. */
  | { readonly kind: 'error'; readonly name: string }
  /** The payload arm of an optional or an error union. */
  | { readonly kind: 'some'; readonly payload: Value }
  /** Struct, tuple, array and vector; elements in field order. */
  | AggregateValue
  /** An array of u8, without its sentinel. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'repeat'; readonly element: Value; readonly count: number }
  /** `tag` is the field index; undefined where a bare or extern union's bytes were written through another field. */
  | { readonly kind: 'union'; readonly field: number; readonly payload: Value }
  | { readonly kind: 'fn'; readonly instance: FnInstance }
  | PointerValue
  | { readonly kind: 'slice'; readonly pointer: PointerValue; readonly length: number }
  | SkolemValue;

/** A kept comptime parameter's opaque value in a generic's own analysis, by the parameter's index. */
export interface SkolemValue {
  readonly kind: 'skolem';
  readonly owner: FnInstance;
  readonly param: number;
  readonly name: string;
}

export interface AggregateValue {
  readonly kind: 'aggregate';
  readonly elements: Value[];
  /** Copy on write: set when a second holder got this value out of comptime memory; a store then copies first. */
  shared: boolean;
}

export interface PointerValue {
  readonly kind: 'pointer';
  readonly base: PointerBase;
  readonly path: readonly PathStep[];
}

export type PointerBase =
  /** A container-level declaration. */
  | { readonly kind: 'decl'; readonly decl: Decl }
  /** The address of a frozen value: string literals, `&.{1, 2}`. */
  | { readonly kind: 'constant'; readonly value: Value; readonly type: Type }
  /** A comptime allocation: a `comptime var`, or a local of a function run at comptime. */
  | { readonly kind: 'allocation'; readonly allocation: Allocation }
  /** `@ptrFromInt`. */
  | { readonly kind: 'integer'; readonly address: Int }
  | { readonly kind: 'fn'; readonly instance: FnInstance };

export type PathStep =
  | { readonly kind: 'field'; readonly index: number }
  | { readonly kind: 'element'; readonly index: number }
  | { readonly kind: 'optionalPayload' }
  | { readonly kind: 'errorPayload' }
  /** A pointer cast between types of other layouts: what lies there is read as `type`. */
  | { readonly kind: 'reinterpret'; readonly type: Type };

/** Comptime memory of one variable. Frozen on leaving comptime. */
export interface Allocation {
  readonly id: number;
  readonly type: Type;
  value: Value;
  frozen: boolean;
  readonly isConst: boolean;
}

/** What a NaN says beside being one; without it, it is the quiet one of positive sign. */
export interface NotANumber {
  readonly isNegative: boolean;
  /** The bits behind the leading one, as those of an f128: 112 of them, whatever the width. */
  readonly fraction: bigint;
}

export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}
