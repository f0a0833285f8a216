/** Values: operators, calls, initialisers, and the union of all expressions. */
import type * as ast from '../syntax/ast.js';
import type { ExprBase, Local } from './ir-base.js';
import type {
  AsmExpr,
  BlockExpr,
  Break,
  Continue,
  For,
  If,
  Return,
  Switch,
  Todo,
  Unreachable,
  Unrolled,
  While,
} from './ir-control.js';
import type { Place } from './ir-places.js';
import type { FnInstance } from './program.js';
import type { ArrayType, ErrorUnionType, StructType, TupleType, Type, UnionType, VectorType } from './types.js';
import type { Value } from './values.js';

export type Expr =
  | Constant
  | Load
  | AddressOf
  | Arithmetic
  | Compare
  | Logical
  | Not
  | Negate
  | Coerce
  | CallExpr
  | BuiltinExpr
  | FunctionRef
  | StructInit
  | UnionInit
  | SequenceInit
  | RepeatInit
  | SliceExpr
  | IsNull
  | OptionalUnwrap
  | Orelse
  | Catch
  | Try
  | BlockExpr
  | If
  | While
  | For
  | Unrolled
  | Switch
  | Break
  | Continue
  | Return
  | Unreachable
  | AsmExpr
  | Todo;
export type ExprKind = Expr['kind'];

/** A literal, or an expression that has only a value; `node` still is what the author wrote. */
export interface Constant extends ExprBase {
  readonly kind: 'constant';
  readonly value: Value;
}
/** Reads a place: a copy, as in Zig. */
export interface Load extends ExprBase {
  readonly kind: 'load';
  readonly place: Place;
}
/** `&place`; also a receiver's implicit address, and an array decaying to a slice goes through it. */
export interface AddressOf extends ExprBase {
  readonly kind: 'addressOf';
  readonly place: Place;
  readonly implicit: boolean;
}

export type ArithmeticOperator =
  | ast.ArithmeticOperator
  | 'divTrunc'
  | 'divFloor'
  | 'divExact'
  | 'rem'
  | 'mod'
  | 'shlExact'
  | 'shrExact'
  | 'min'
  | 'max';
/** Both operands have the node's type after peer resolution (the amount of a shift has its own). */
export interface Arithmetic extends ExprBase {
  readonly kind: 'arithmetic';
  readonly operator: ArithmeticOperator;
  readonly left: Expr;
  readonly right: Expr;
}
/** Operands have one type, except integers of different width or sign, which compare mathematically. */
export interface Compare extends ExprBase {
  readonly kind: 'compare';
  readonly operator: ast.CompareOperator;
  readonly left: Expr;
  readonly right: Expr;
}
/** Short-circuit `and`, `or`. */
export interface Logical extends ExprBase {
  readonly kind: 'logical';
  readonly operator: 'and' | 'or';
  readonly left: Expr;
  readonly right: Expr;
}
/** `!b` on bool (and vectors of bool), `~x` on integers. */
export interface Not extends ExprBase {
  readonly kind: 'not';
  readonly operator: '!' | '~';
  readonly operand: Expr;
}
export interface Negate extends ExprBase {
  readonly kind: 'negate';
  readonly wrapping: boolean;
  readonly operand: Expr;
}

export type CoercionKind =
  /** To a wider integer, or comptime_int to a type that holds its value. */
  | 'int'
  /** Between floats, and comptime numbers to floats. */
  | 'float'
  | 'wrapOptional'
  | 'wrapErrorPayload'
  | 'wrapError'
  /** An error set into a wider one, alone or inside an error union. */
  | 'errorSet'
  | 'arrayPointerToSlice'
  | 'arrayPointerToMany'
  /** Adds const/volatile, drops a sentinel, lowers an alignment: the same address. */
  | 'pointerQualifier'
  /** To and from `*anyopaque`, `[*c]T`, `*T` to `*[1]T`, slice to many: the same address as another type. */
  | 'pointerType'
  | 'enumToUnion'
  | 'unionToEnum'
  /** A tuple (a list literal that has been a value) into an array, slice, struct or other tuple, element by element. */
  | 'tuple'
  | 'vectorToArray'
  | 'arrayToVector'
  /** `noreturn` into anything. */
  | 'never'
  | 'undefined'
  | 'functionPointer'
  /** Inside an optional: `?T` to `?U` where T coerces to U. */
  | 'optionalChild';
export interface Coerce extends ExprBase {
  readonly kind: 'coerce';
  readonly coercion: CoercionKind;
  readonly operand: Expr;
}

export type Callee =
  | { readonly kind: 'instance'; readonly instance: FnInstance }
  | { readonly kind: 'pointer'; readonly pointer: Expr };
/** `args` match the parameters of the declaration one to one (varargs follow); those of comptime parameters are constants. */
export interface CallExpr extends ExprBase {
  readonly kind: 'call';
  readonly callee: Callee;
  readonly args: readonly Expr[];
  /** Written `object.method(…)`: `args[0]` is the object with its address or deref made explicit. */
  readonly isMethodCall: boolean;
  readonly modifier: 'auto' | 'always_tail' | 'never_inline' | 'always_inline' | 'compile_time' | 'no_suspend';
}
/** A builtin with run-time meaning, by its Zig name without `@`; the result type (`@intCast`'s target) is `type`. */
export interface BuiltinExpr extends ExprBase {
  readonly kind: 'builtin';
  readonly name: string;
  readonly args: readonly Expr[];
}
/** A function as a value (a function pointer). */
export interface FunctionRef extends ExprBase {
  readonly kind: 'functionRef';
  readonly instance: FnInstance;
}

/** An untyped initialiser that an assignment writes, part by part, into its place: later parts see what earlier ones have written. */
interface InPlace {
  readonly isInPlace: boolean;
}

export interface FieldInit {
  readonly index: number;
  readonly value: Expr;
  /** The author left it out: the declared default. */
  readonly isDefault: boolean;
}
/** Fields in the order in which they are evaluated: as written, then the defaults. `type` is a struct or tuple. */
export interface StructInit extends ExprBase, InPlace {
  readonly kind: 'structInit';
  readonly type: StructType;
  readonly fields: readonly FieldInit[];
}
export interface UnionInit extends ExprBase, InPlace {
  readonly kind: 'unionInit';
  readonly type: UnionType;
  readonly field: number;
  readonly payload: Expr;
}
/** Array, vector or tuple from its elements. */
export interface SequenceInit extends ExprBase, InPlace {
  readonly kind: 'sequenceInit';
  readonly type: ArrayType | VectorType | TupleType;
  readonly elements: readonly Expr[];
}
/** `.{x} ** n`, `@splat(x)`: `element` is evaluated once. */
export interface RepeatInit extends ExprBase {
  readonly kind: 'repeatInit';
  readonly type: ArrayType | VectorType;
  readonly element: Expr;
}
/** `base[low..high :s]`; `base` is a slice or pointer value (an array place arrives as its address). */
export interface SliceExpr extends ExprBase {
  readonly kind: 'slice';
  readonly base: Expr;
  readonly low: Expr;
  readonly high: Expr | undefined;
  readonly sentinel: Value | undefined;
}
/** `operand == null` (`negated`: `!= null`). */
export interface IsNull extends ExprBase {
  readonly kind: 'isNull';
  readonly operand: Expr;
  readonly negated: boolean;
}
/** `operand.?` of a value that is no place. */
export interface OptionalUnwrap extends ExprBase {
  readonly kind: 'optionalUnwrap';
  readonly operand: Expr;
}
export interface Orelse extends ExprBase {
  readonly kind: 'orelse';
  readonly operand: Expr;
  readonly fallback: Expr;
}
export interface Catch extends ExprBase {
  readonly kind: 'catch';
  readonly operand: Expr;
  readonly capture: Local | undefined;
  readonly handler: Expr;
}
/** Yields the payload, or leaves the function with the error coerced to `returns`. */
export interface Try extends ExprBase {
  readonly kind: 'try';
  readonly operand: Expr;
  readonly returns: ErrorUnionType | Type;
}
