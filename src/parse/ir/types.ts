/**
 * Zig's types as plain data. Structural types are hash-consed by `TypePool`, so `===` is type equality; nominal types (struct, enum,
 * union, opaque) are one object per container declaration and captured comptime values. `id` is dense and serves as memo key.
 */
import type * as ast from '../syntax/ast.js';
import type { ContainerInstance, FnInstance } from './program.js';
import type { SkolemValue, Value } from './values.js';

interface TypeBase {
  readonly id: number;
}

/** `name` distinguishes `usize`, `isize`, `c_int`… from the fixed-width integer of the same size; `u8` for a fixed width. */
export interface IntType extends TypeBase {
  readonly kind: 'int';
  readonly signed: boolean;
  readonly bits: number;
  readonly name: string;
}
export interface FloatType extends TypeBase {
  readonly kind: 'float';
  readonly bits: 16 | 32 | 64 | 80 | 128;
  /** `f64`, `c_longdouble`. */
  readonly name: string;
}
export type SimpleTypeKind =
  | 'bool'
  | 'void'
  | 'noreturn'
  | 'type'
  | 'anyopaque'
  | 'comptime_int'
  | 'comptime_float'
  | 'undefined'
  | 'null'
  | 'enum_literal'
  /** What could not be analysed; a diagnostic has been given. Absorbs every operation. */
  | 'unknown'
  /** The type of an `anytype` parameter before a call binds it. */
  | 'anytype';
export interface SimpleType extends TypeBase {
  readonly kind: SimpleTypeKind;
}

export type PointerSize = 'one' | 'many' | 'slice' | 'c';
export interface PointerType extends TypeBase {
  readonly kind: 'pointer';
  readonly size: PointerSize;
  readonly isConst: boolean;
  readonly isVolatile: boolean;
  readonly isAllowzero: boolean;
  /** Explicit alignment in bytes; 0: the natural one of `child`. */
  readonly align: number;
  readonly child: Type;
  readonly sentinel: Value | undefined;
  /** For a pointer into a packed struct: bits from the host's start, and the host's size in bytes (0: not such a pointer). */
  readonly bitOffset: number;
  readonly hostSize: number;
}
export interface ArrayType extends TypeBase {
  readonly kind: 'array';
  /** NaN where it is a kept comptime parameter (`lengthParam`). */
  readonly length: number;
  readonly lengthParam: SkolemValue | undefined;
  readonly child: Type;
  readonly sentinel: Value | undefined;
}
export interface VectorType extends TypeBase {
  readonly kind: 'vector';
  readonly length: number;
  readonly child: Type;
}
export interface OptionalType extends TypeBase {
  readonly kind: 'optional';
  readonly child: Type;
}
export interface ErrorUnionType extends TypeBase {
  readonly kind: 'errorUnion';
  readonly errorSet: ErrorSetType;
  readonly payload: Type;
}
/** An inferred set belongs to the function instance whose body decides it. */
export type ErrorSetType = NamedErrorSetType | InferredErrorSetType | AnyErrorType;

/** Whether a declaration of a container is the type. */
export function isNominal(type: Type): type is NominalType {
  return type.kind === 'struct' || type.kind === 'enum' || type.kind === 'union' || type.kind === 'opaque';
}

/** Whether values of the type are errors. */
export function isErrorSet(type: Type): type is ErrorSetType {
  return type.kind === 'errorSet' || type.kind === 'inferredErrorSet' || type.kind === 'anyerror';
}
export interface AnyErrorType extends TypeBase {
  readonly kind: 'anyerror';
}
export interface NamedErrorSetType extends TypeBase {
  readonly kind: 'errorSet';
  /** Sorted; sets equal by members are one type. */
  readonly names: readonly string[];
}
export interface InferredErrorSetType extends TypeBase {
  readonly kind: 'inferredErrorSet';
  readonly owner: FnInstance;
}
export interface FnType extends TypeBase {
  readonly kind: 'fn';
  readonly params: readonly FnTypeParam[];
  /** Undefined while it depends on comptime arguments (a generic function). */
  readonly returnType: Type | undefined;
  /** `auto`, `c`, `naked`, `inline` or another calling convention's name. */
  readonly callconv: string;
  readonly varargs: boolean;
}
export interface FnTypeParam {
  /** Undefined: `anytype`, or depends on an earlier comptime parameter. */
  readonly type: Type | undefined;
  readonly isComptime: boolean;
  readonly isNoalias: boolean;
}
/** Structural: tuples with the same element types (and comptime values) are one type. */
export interface TupleType extends TypeBase {
  readonly kind: 'tuple';
  readonly elements: readonly TupleElement[];
}
export interface TupleElement {
  readonly type: Type;
  /** A comptime field's value: such an element has no storage at run time. */
  readonly value: Value | undefined;
}

export interface StructType extends TypeBase {
  readonly kind: 'struct';
  readonly container: ContainerInstance;
  readonly layout: 'auto' | 'extern' | 'packed';
  /** Resolved on first use by sema; `packed` has its backing integer. */
  fields: readonly StructField[] | undefined;
  backingInt: IntType | undefined;
}
export interface StructField {
  readonly name: string;
  readonly type: Type;
  readonly isComptime: boolean;
  /** The declared default, evaluated; undefined: none. */
  readonly defaultValue: Value | undefined;
  /** The declared default as it is written. */
  readonly defaultNode?: ast.Expression | undefined;
  readonly align: number;
  readonly index: number;
}
export interface EnumType extends TypeBase {
  readonly kind: 'enum';
  readonly container: ContainerInstance;
  fields: readonly EnumField[] | undefined;
  tagType: IntType | SimpleType | undefined;
  isNonExhaustive: boolean;
  /** For the tag type that `union(enum)` generates: the union. */
  readonly generatedFor: UnionType | undefined;
}
export interface EnumField {
  readonly name: string;
  readonly value: bigint;
  readonly index: number;
}
export interface UnionType extends TypeBase {
  readonly kind: 'union';
  readonly container: ContainerInstance;
  readonly layout: 'auto' | 'extern' | 'packed';
  fields: readonly UnionField[] | undefined;
  /** Undefined for a bare union. */
  tag: EnumType | undefined;
}
export interface UnionField {
  readonly name: string;
  readonly type: Type;
  readonly align: number;
  readonly index: number;
}
export interface OpaqueType extends TypeBase {
  readonly kind: 'opaque';
  readonly container: ContainerInstance;
}
/** A kept comptime parameter in a generic's own analysis: an opaque type, whose operations are recorded as bounds. */
export interface SkolemType extends TypeBase {
  readonly kind: 'skolem';
  readonly name: string;
  readonly owner: FnInstance;
  readonly param: number;
}

export type NominalType = StructType | EnumType | UnionType | OpaqueType;
export type Type =
  | IntType
  | FloatType
  | SimpleType
  | AnyErrorType
  | PointerType
  | ArrayType
  | VectorType
  | OptionalType
  | ErrorUnionType
  | NamedErrorSetType
  | InferredErrorSetType
  | FnType
  | TupleType
  | NominalType
  | SkolemType;
export type TypeKind = Type['kind'];
