import type { Attribute } from './attribute.js';
import type { Literal } from './literal.js';
import type { MacroCall } from './macro.js';
import type { GenericArgument, Path } from './path.js';
import type { Pattern } from './pattern.js';
import type { Block } from './stmt.js';
import type { Comment, LifetimeName, Name, Trivia } from './trivia.js';
import type { Type } from './type.js';

interface ExprNode<K extends string> extends Trivia {
  readonly kind: K;
  readonly attributes?: readonly Attribute[] | undefined;
  /**
   * The Rust type that this expression has whatever its context is. Optional; only the literal pass reads it, to
   * learn what it cannot find by itself (results of std methods, of functions in other crates).
   */
  readonly knownType?: Type | undefined;
}

export type UnaryOperator = '-' | '!';
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';
export type BitOperator = '&' | '|' | '^' | '<<' | '>>';
export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type LogicalOperator = '&&' | '||';
export type BinaryOperator = ArithmeticOperator | BitOperator | ComparisonOperator | LogicalOperator;
export type AssignOperator = '=' | `${ArithmeticOperator | BitOperator}=`;

export interface PathExpr extends ExprNode<'path'> {
  readonly path: Path;
}
export interface LiteralExpr extends ExprNode<'literal'> {
  readonly literal: Literal;
}
export interface UnaryExpr extends ExprNode<'unary'> {
  readonly operator: UnaryOperator;
  readonly operand: Expr;
}
export interface DerefExpr extends ExprNode<'deref'> {
  readonly operand: Expr;
}
/** `&x`, `&mut x`. */
export interface RefExpr extends ExprNode<'ref'> {
  readonly mutable: boolean;
  readonly operand: Expr;
}
/** `&raw const x`, `&raw mut x`. */
export interface RawRefExpr extends ExprNode<'rawRef'> {
  readonly mutable: boolean;
  readonly operand: Expr;
}
export interface BinaryExpr extends ExprNode<'binary'> {
  readonly operator: BinaryOperator;
  readonly left: Expr;
  readonly right: Expr;
}
export interface AssignExpr extends ExprNode<'assign'> {
  readonly operator: AssignOperator;
  readonly target: Expr;
  readonly value: Expr;
}
export interface CastExpr extends ExprNode<'cast'> {
  readonly operand: Expr;
  readonly type: Type;
}
export interface FieldExpr extends ExprNode<'field'> {
  readonly operand: Expr;
  readonly name: Name;
}
export interface TupleFieldExpr extends ExprNode<'tupleField'> {
  readonly operand: Expr;
  readonly index: number;
}
export interface IndexExpr extends ExprNode<'index'> {
  readonly operand: Expr;
  readonly index: Expr;
}
export interface CallExpr extends ExprNode<'call'> {
  readonly callee: Expr;
  readonly arguments: readonly Expr[];
  /** The callee's declared parameter types, where lowering knows them; only the literal pass reads it. */
  readonly parameterTypes?: readonly (Type | undefined)[] | undefined;
  readonly dangling?: readonly Comment[] | undefined;
}
export interface MethodCallExpr extends ExprNode<'methodCall'> {
  readonly receiver: Expr;
  readonly method: Name;
  readonly generics?: readonly GenericArgument[] | undefined;
  readonly arguments: readonly Expr[];
  /** As in CallExpr, without the receiver. */
  readonly parameterTypes?: readonly (Type | undefined)[] | undefined;
  readonly dangling?: readonly Comment[] | undefined;
}
export interface MacroExpr extends ExprNode<'macro'> {
  readonly call: MacroCall;
}
/** `operand?`. */
export interface TryExpr extends ExprNode<'try'> {
  readonly operand: Expr;
}
export interface RangeExpr extends ExprNode<'range'> {
  readonly start?: Expr | undefined;
  readonly end?: Expr | undefined;
  readonly inclusive: boolean;
}
/** `{ … }`, `'label: { … }`, `const { … }`. */
export interface BlockExpr extends ExprNode<'block'> {
  readonly label?: LifetimeName | undefined;
  readonly const?: boolean | undefined;
  readonly block: Block;
}
/** `unsafe { … }`. */
export interface UnsafeExpr extends ExprNode<'unsafe'> {
  readonly block: Block;
  /** Printed as a `// SAFETY:` comment above the statement and listed in the unsafe sites. */
  readonly reason?: string | undefined;
}
export interface IfExpr extends ExprNode<'if'> {
  /** May be (or contain, under `&&`) a LetConditionExpr. */
  readonly condition: Expr;
  readonly then: Block;
  readonly else?: ElseBranch | undefined;
}
/** `else { … }` or `else if …`. */
export type ElseBranch = { readonly kind: 'block'; readonly block: Block } | IfExpr;
/** `let pattern = scrutinee` as the condition of an `if` or `while`. */
export interface LetConditionExpr extends ExprNode<'let'> {
  readonly pattern: Pattern;
  readonly scrutinee: Expr;
}
export interface MatchExpr extends ExprNode<'match'> {
  readonly scrutinee: Expr;
  readonly arms: readonly MatchArm[];
  /** Comments before the closing brace. */
  readonly dangling?: readonly Comment[] | undefined;
}
export interface MatchArm extends Trivia {
  readonly attributes?: readonly Attribute[] | undefined;
  readonly pattern: Pattern;
  readonly guard?: Expr | undefined;
  readonly body: Expr;
}
export interface LoopExpr extends ExprNode<'loop'> {
  readonly label?: LifetimeName | undefined;
  readonly body: Block;
}
export interface WhileExpr extends ExprNode<'while'> {
  readonly label?: LifetimeName | undefined;
  readonly condition: Expr;
  readonly body: Block;
}
export interface ForExpr extends ExprNode<'for'> {
  readonly label?: LifetimeName | undefined;
  readonly pattern: Pattern;
  readonly iterable: Expr;
  readonly body: Block;
}
export interface BreakExpr extends ExprNode<'break'> {
  readonly label?: LifetimeName | undefined;
  readonly value?: Expr | undefined;
}
export interface ContinueExpr extends ExprNode<'continue'> {
  readonly label?: LifetimeName | undefined;
}
export interface ReturnExpr extends ExprNode<'return'> {
  readonly value?: Expr | undefined;
}
export interface ClosureExpr extends ExprNode<'closure'> {
  readonly move: boolean;
  readonly parameters: readonly ClosureParameter[];
  /** With a result type the body must be a block. */
  readonly result?: Type | undefined;
  readonly body: Expr;
}
export interface ClosureParameter {
  readonly pattern: Pattern;
  readonly type?: Type | undefined;
}
/** `Path { field: value, ..base }`; with `rest` instead of a base it ends in `..`, as targets of assignments may. */
export interface StructExpr extends ExprNode<'struct'> {
  readonly path: Path;
  readonly fields: readonly FieldValue[];
  readonly base?: Expr | undefined;
  readonly rest?: boolean | undefined;
  readonly dangling?: readonly Comment[] | undefined;
}
export interface FieldValue extends Trivia {
  readonly attributes?: readonly Attribute[] | undefined;
  /** A name, or an index for tuple structs. */
  readonly name: Name | number;
  /** Printed as the shorthand `name` where it is that variable. */
  readonly value: Expr;
}
export interface ArrayExpr extends ExprNode<'array'> {
  readonly elements: readonly Expr[];
  readonly dangling?: readonly Comment[] | undefined;
}
/** `[value; length]`. */
export interface ArrayRepeatExpr extends ExprNode<'arrayRepeat'> {
  readonly value: Expr;
  readonly length: Expr;
}
export interface TupleExpr extends ExprNode<'tuple'> {
  readonly elements: readonly Expr[];
  readonly dangling?: readonly Comment[] | undefined;
}
/** Parentheses that the author wrote and that stay; needed ones are added by the printer. */
export interface ParenExpr extends ExprNode<'paren'> {
  readonly operand: Expr;
}
/** `_` on the left of an assignment. */
export interface UnderscoreExpr extends ExprNode<'underscore'> {}
/** `$name` or `$name...` in a rule template. */
export interface MetaExpr extends ExprNode<'meta'> {
  readonly name: Name;
  readonly variadic: boolean;
}

export type Expr =
  | PathExpr
  | LiteralExpr
  | UnaryExpr
  | DerefExpr
  | RefExpr
  | RawRefExpr
  | BinaryExpr
  | AssignExpr
  | CastExpr
  | FieldExpr
  | TupleFieldExpr
  | IndexExpr
  | CallExpr
  | MethodCallExpr
  | MacroExpr
  | TryExpr
  | RangeExpr
  | BlockExpr
  | UnsafeExpr
  | IfExpr
  | LetConditionExpr
  | MatchExpr
  | LoopExpr
  | WhileExpr
  | ForExpr
  | BreakExpr
  | ContinueExpr
  | ReturnExpr
  | ClosureExpr
  | StructExpr
  | ArrayExpr
  | ArrayRepeatExpr
  | TupleExpr
  | ParenExpr
  | UnderscoreExpr
  | MetaExpr;

export type ExprKind = Expr['kind'];
/** The node type of one kind: `ExprOf<'call'>`. */
export type ExprOf<K extends ExprKind> = Extract<Expr, { readonly kind: K }>;
