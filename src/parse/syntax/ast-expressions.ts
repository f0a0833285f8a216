/** Expressions; types are expressions in Zig, so there is one union for both. */
import type { Name, NodeBase } from './ast-file.js';
import type { ErrorNode, FnProto } from './ast-members.js';
import type {
  AssignDestructure,
  Async,
  Await,
  Block,
  Break,
  Comptime,
  Continue,
  For,
  If,
  Nosuspend,
  Resume,
  Return,
  Suspend,
  Switch,
  While,
} from './ast-statements.js';
import type { AnyFrameType, ArrayType, ContainerDecl, ErrorSetDecl, PointerType } from './ast-types.js';

export type Expression =
  | Identifier
  | NumberLiteral
  | CharLiteral
  | StringLiteral
  | EnumLiteral
  | ErrorValue
  | Unreachable
  | AnyFrameType
  | Grouped
  | Binary
  | Unary
  | Assign
  /** Where an assignment may stand for an expression: an `else` branch, the continuation of a `while`. */
  | AssignDestructure
  | Catch
  | Deref
  | UnwrapOptional
  | FieldAccess
  | ArrayAccess
  | Slice
  | Call
  | BuiltinCall
  | ArrayInit
  | StructInit
  | ArrayType
  | PointerType
  | ErrorSetDecl
  | ContainerDecl
  | FnProto
  | If
  | While
  | For
  | Switch
  | Block
  | Break
  | Continue
  | Return
  | Comptime
  | Nosuspend
  | Suspend
  | Resume
  | Async
  | Await
  | Asm
  | ErrorNode;

export interface Identifier extends NodeBase {
  readonly kind: 'identifier';
  readonly name: Name;
}

/** Text as written (`0x1_F`, `1e-3`); the value is worked out by sema. */
export interface NumberLiteral extends NodeBase {
  readonly kind: 'numberLiteral';
  readonly text: string;
}

/** `text` is what stands between the quotes, escapes as written. */
export interface CharLiteral extends NodeBase {
  readonly kind: 'charLiteral';
  readonly text: string;
}

/** A quoted string (`text`: between the quotes, escapes as written) or the lines of a `\\` literal (joined by `\n`, no escapes). */
export interface StringLiteral extends NodeBase {
  readonly kind: 'stringLiteral';
  readonly multiline: boolean;
  readonly text: string;
}

/** `.name`: an enum literal or the name of a decl literal. */
export interface EnumLiteral extends NodeBase {
  readonly kind: 'enumLiteral';
  readonly name: Name;
}

/** `error.Name`. */
export interface ErrorValue extends NodeBase {
  readonly kind: 'errorValue';
  readonly name: Name;
}

export interface Unreachable extends NodeBase {
  readonly kind: 'unreachable';
}

export interface Grouped extends NodeBase {
  readonly kind: 'grouped';
  readonly child: Expression;
}

export type ArithmeticOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '+%'
  | '-%'
  | '*%'
  | '+|'
  | '-|'
  | '*|'
  | '<<'
  | '>>'
  | '<<|'
  | '&'
  | '|'
  | '^';

export type CompareOperator = '==' | '!=' | '<' | '>' | '<=' | '>=';

export type BinaryOperator =
  | ArithmeticOperator
  | CompareOperator
  | '++'
  | '**'
  | '||'
  | 'and'
  | 'or'
  | 'orelse'
  /** `E!T`, an error union type. */
  | '!';

export interface Binary extends NodeBase {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export type UnaryOperator = '!' | '-' | '-%' | '~' | '&' | 'try' | '?';

/** Prefix operators; `?` makes an optional type, `&` takes an address. */
export interface Unary extends NodeBase {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}

/** `a = b` (`operator` undefined) or `a op= b`. */
export interface Assign extends NodeBase {
  readonly kind: 'assign';
  readonly operator: ArithmeticOperator | undefined;
  readonly target: Expression;
  readonly value: Expression;
}

/** `a catch b`, `a catch |e| b`. */
export interface Catch extends NodeBase {
  readonly kind: 'catch';
  readonly operand: Expression;
  readonly capture: Name | undefined;
  readonly handler: Expression;
}

/** `p.*`. */
export interface Deref extends NodeBase {
  readonly kind: 'deref';
  readonly operand: Expression;
}

/** `o.?`. */
export interface UnwrapOptional extends NodeBase {
  readonly kind: 'unwrapOptional';
  readonly operand: Expression;
}

export interface FieldAccess extends NodeBase {
  readonly kind: 'fieldAccess';
  readonly object: Expression;
  readonly name: Name;
}

export interface ArrayAccess extends NodeBase {
  readonly kind: 'arrayAccess';
  readonly object: Expression;
  readonly index: Expression;
}

/** `a[low..]`, `a[low..high]`, `a[low..high :sentinel]`. */
export interface Slice extends NodeBase {
  readonly kind: 'slice';
  readonly object: Expression;
  readonly low: Expression;
  readonly high: Expression | undefined;
  readonly sentinel: Expression | undefined;
}

export interface Call extends NodeBase {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Expression[];
}

/** `@name(args)`; `name` has no `@`. */
export interface BuiltinCall extends NodeBase {
  readonly kind: 'builtinCall';
  readonly name: string;
  readonly args: readonly Expression[];
}

/** `T{ a, b }`, `.{ a, b }` (`type` undefined). */
export interface ArrayInit extends NodeBase {
  readonly kind: 'arrayInit';
  readonly type: Expression | undefined;
  readonly elements: readonly Expression[];
}

/** `T{ .x = 1 }`, `.{ .x = 1 }`, and the empty `T{}`, `.{}`. */
export interface StructInit extends NodeBase {
  readonly kind: 'structInit';
  readonly type: Expression | undefined;
  readonly fields: readonly FieldInit[];
}

export interface FieldInit {
  readonly start: number;
  readonly end: number;
  readonly name: Name;
  readonly value: Expression;
}

export interface Asm extends NodeBase {
  readonly kind: 'asm';
  readonly isVolatile: boolean;
  readonly template: Expression;
  readonly outputs: readonly AsmOperand[];
  readonly inputs: readonly AsmOperand[];
  /** 0.14 and older: a list of strings; 0.15 and newer: one expression. */
  readonly clobbers: readonly Expression[];
}

/** `[name] "constraint" (-> T)` or `[name] "constraint" (value)`. */
export interface AsmOperand extends NodeBase {
  readonly kind: 'asmOperand';
  readonly name: Name;
  readonly constraint: Expression;
  readonly isResult: boolean;
  readonly value: Expression;
}
