/**
 * The typed IR of a function body: a tree that keeps the structure the author wrote, in which every implicit operation is explicit.
 *
 * Two sorts of expression: a `Place` denotes storage, an `Expr` denotes a value. Whatever reads storage is a `load` of a place,
 * whatever takes an address is an `addressOf` a place. Auto-deref, a receiver's address, coercions, wrapping in optionals and error
 * unions are nodes of their own. Each node carries its `type`, its comptime-known `value` where there is one (the node stays what
 * the author wrote: `4 * 4` is still a product), and `node`, the syntax it came from, in the file of the enclosing function.
 * Nodes have identity: one analysis of one instance makes each of them once; an unrolled loop makes one body per iteration.
 */
import type * as ast from '../syntax/ast.js';
import type { Decl, FnInstance } from './program.js';
import type {
  ArrayType,
  EnumType,
  ErrorUnionType,
  OptionalType,
  StructType,
  TupleType,
  Type,
  UnionType,
  VectorType,
} from './types.js';
import type { Value } from './values.js';

/** A variable of a function: parameter, `const`, `var`, or capture. Its reads are `load` of a `local` place. */
export interface Local {
  readonly id: number;
  readonly name: string;
  readonly type: Type;
  /** Declared `var`, or captured by pointer (then `type` is the pointer's). */
  readonly isMutable: boolean;
  readonly role: 'param' | 'const' | 'var' | 'capture' | 'temporary';
  readonly node: ast.Node | ast.Name | ast.Param | undefined;
  /** Explicit alignment in bytes, 0 for none. */
  readonly align: number;
  /** Of a `const` that is known at comptime: Zig puts it into static memory, so that its address outlives the call. */
  readonly value?: Value | undefined;
}

interface NodeBase {
  readonly type: Type;
  readonly node: ast.Node;
}

// ---------------------------------------------------------------- places

export type Place =
  | LocalPlace
  | GlobalPlace
  | DerefPlace
  | FieldPlace
  | IndexPlace
  | OptionalPayloadPlace
  | ErrorPayloadPlace
  | TemporaryPlace
  | TodoPlace;
export type PlaceKind = Place['kind'];

export interface LocalPlace extends NodeBase {
  readonly kind: 'local';
  readonly local: Local;
}
/** A container-level `const` or `var`. */
export interface GlobalPlace extends NodeBase {
  readonly kind: 'global';
  readonly decl: Decl;
}
/** What a pointer points to. `implicit`: auto-deref, not written by the author. */
export interface DerefPlace extends NodeBase {
  readonly kind: 'deref';
  readonly pointer: Expr;
  readonly implicit: boolean;
}
/** A field of a struct, union (checked against the active tag) or tuple; `len`/`ptr` of a slice that lies in storage. */
export interface FieldPlace extends NodeBase {
  readonly kind: 'fieldPlace';
  readonly base: Place;
  readonly container: StructType | UnionType | TupleType | Type;
  readonly name: string;
  /** Index in the container's fields; for a slice: 0 is `ptr`, 1 is `len`. */
  readonly index: number;
}
/** An element of an array or vector that lies in storage (`base`: a place), or behind a slice or many-item pointer (`base`: a value). */
export interface IndexPlace extends NodeBase {
  readonly kind: 'index';
  readonly base:
    | { readonly kind: 'array'; readonly place: Place }
    | { readonly kind: 'pointer'; readonly pointer: Expr };
  readonly index: Expr;
  /** The length check is done by the place itself: never for many-item and C pointers. */
  readonly checked: boolean;
}
/** `o.?` as a place; traps when null. */
export interface OptionalPayloadPlace extends NodeBase {
  readonly kind: 'optionalPayload';
  readonly base: Place;
  /** False where the payload is known to be there (a pointer capture of an `if`). */
  readonly checked: boolean;
}
export interface ErrorPayloadPlace extends NodeBase {
  readonly kind: 'errorPayload';
  readonly base: Place;
}
/** A value that has no storage of its own, put into a temporary so that it can be a place. */
export interface TemporaryPlace extends NodeBase {
  readonly kind: 'temporary';
  readonly init: Expr;
}
export interface TodoPlace extends NodeBase {
  readonly kind: 'todoPlace';
  readonly reason: string;
}

// ---------------------------------------------------------------- values

interface ExprBase extends NodeBase {
  /** Known at comptime; the expression still says how the author wrote it. */
  readonly value?: Value | undefined;
}

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

export interface BlockExpr extends ExprBase {
  readonly kind: 'block';
  readonly block: Block;
}
/** The target of `break` and `continue`: identity is the object. */
export interface Label {
  readonly id: number;
  /** As written; undefined for an unlabelled loop. */
  readonly name: string | undefined;
  /** Set when some `break`/`continue` goes there. */
  isBroken: boolean;
  isContinued: boolean;
}
export interface Block {
  readonly label: Label | undefined;
  readonly statements: readonly Statement[];
  readonly node: ast.Node;
  /** `noreturn` where its end cannot be reached. */
  readonly type: Type;
}

/** What decides a branch. A capture binds the payload (by value, or a pointer to it: then `local.type` is a pointer). */
export type Condition =
  | { readonly kind: 'bool'; readonly value: Expr }
  | {
      readonly kind: 'optional';
      readonly operand: Expr | Place;
      readonly byPointer: boolean;
      readonly capture: Local | undefined;
    }
  | {
      readonly kind: 'errorUnion';
      readonly operand: Expr | Place;
      readonly byPointer: boolean;
      readonly capture: Local | undefined;
      readonly errorCapture: Local | undefined;
    };
/** `taken`: decided at comptime; the other arm was not analysed and is only there as syntax (`node`). */
export interface If extends ExprBase {
  readonly kind: 'if';
  readonly node: ast.If;
  readonly condition: Condition;
  readonly then: Expr | undefined;
  readonly else: Expr | undefined;
  readonly taken: 'then' | 'else' | undefined;
}
export interface While extends ExprBase {
  readonly kind: 'while';
  readonly node: ast.While;
  readonly label: Label;
  readonly condition: Condition;
  readonly continueExpression: Block | undefined;
  readonly body: Expr;
  readonly else: Expr | undefined;
}
export type ForInput =
  | { readonly kind: 'range'; readonly low: Expr; readonly high: Expr | undefined }
  /** A slice, or a pointer to an array (`byPointer`: elements are captured by address), or an array by value. */
  | { readonly kind: 'sequence'; readonly operand: Expr; readonly byPointer: boolean };
export interface For extends ExprBase {
  readonly kind: 'for';
  readonly node: ast.For;
  readonly label: Label;
  readonly inputs: readonly ForInput[];
  /** One per input; undefined for `_`. */
  readonly captures: readonly (Local | undefined)[];
  readonly body: Expr;
  readonly else: Expr | undefined;
}
/** An `inline` loop: one typed body per iteration; `continue` leaves an iteration, `break` the whole. */
export interface Unrolled extends ExprBase {
  readonly kind: 'unrolled';
  readonly node: ast.For | ast.While;
  readonly label: Label;
  readonly iterations: readonly Block[];
  readonly else: Expr | undefined;
}
export interface Switch extends ExprBase {
  readonly kind: 'switch';
  readonly node: ast.Switch;
  /** The value that is matched; for a union with captures by pointer, its place. */
  readonly operand: Expr | Place;
  readonly label: Label | undefined;
  readonly prongs: readonly Prong[];
  /** Decided at comptime: the index of the only prong analysed. */
  readonly taken: number | undefined;
}
export interface Prong {
  readonly node: ast.SwitchProng;
  /** Empty for `else`. Of the operand's type (for a union: of its tag type); errors, types and enum literals are values too. */
  readonly items: readonly {
    readonly low: Value;
    readonly high: Value | undefined;
    readonly node: ast.SwitchItem | undefined;
  }[];
  readonly isElse: boolean;
  /** The values that an `else` prong of an enum, union or error set stands for. */
  readonly remaining: readonly Value[] | undefined;
  readonly capture: Local | undefined;
  readonly captureByPointer: boolean;
  readonly tagCapture: Local | undefined;
  readonly body: Expr;
}
export interface Break extends ExprBase {
  readonly kind: 'break';
  readonly target: Label;
  readonly operand: Expr | undefined;
}
/** `operand`: the new state of a labelled switch. */
export interface Continue extends ExprBase {
  readonly kind: 'continue';
  readonly target: Label;
  readonly operand: Expr | undefined;
}
export interface Return extends ExprBase {
  readonly kind: 'return';
  /** Coerced to the function's return type. */
  readonly operand: Expr | undefined;
}
/** `cause`: written by the author (`error`: as all that is done with an error), or a path that Zig knows cannot be taken (and traps on). */
export interface Unreachable extends ExprBase {
  readonly kind: 'unreachable';
  readonly cause: 'written' | 'error' | 'implied';
}
export interface AsmExpr extends ExprBase {
  readonly kind: 'asm';
  readonly node: ast.Asm;
}
/** What could not be analysed: becomes a marked `todo!`. */
export interface Todo extends ExprBase {
  readonly kind: 'todo';
  readonly reason: string;
}

// ---------------------------------------------------------------- statements

export type Statement =
  | { readonly kind: 'let'; readonly local: Local; readonly init: Expr; readonly node: ast.Node }
  /** A comptime-only declaration (`const T = u8;`, `comptime var`): no run-time storage; kept for its comments. */
  | { readonly kind: 'comptime'; readonly node: ast.Node }
  | { readonly kind: 'expr'; readonly expr: Expr; readonly node: ast.Node }
  /** `_ = expr;` */
  | { readonly kind: 'discard'; readonly expr: Expr; readonly node: ast.Node }
  /** `place = value`, `place op= value`; the place's operands are evaluated first. */
  | {
      readonly kind: 'assign';
      readonly place: Place;
      readonly operator: ast.ArithmeticOperator | undefined;
      readonly value: Expr;
      readonly node: ast.Node;
    }
  /** Targets in order; undefined for `_`. */
  | {
      readonly kind: 'destructure';
      readonly targets: readonly (Place | Local | undefined)[];
      readonly value: Expr;
      readonly node: ast.Node;
    }
  | { readonly kind: 'defer'; readonly body: Expr; readonly node: ast.Defer }
  | {
      readonly kind: 'errdefer';
      readonly capture: Local | undefined;
      readonly body: Expr;
      readonly node: ast.Errdefer;
    };
export type StatementKind = Statement['kind'];

export type { EnumType, OptionalType };
