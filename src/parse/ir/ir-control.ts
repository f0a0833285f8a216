/** Values that are control flow. */
import type * as ast from '../syntax/ast.js';
import type { ExprBase, Local } from './ir-base.js';
import type { Place } from './ir-places.js';
import type { Statement } from './ir-statements.js';
import type { Expr } from './ir-values.js';
import type { Type } from './types.js';
import type { Value } from './values.js';

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
