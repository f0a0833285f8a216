/**
 * The syntax tree of a Zig file: plain, readonly data, one node type per construct of the language reference's grammar appendix.
 *
 * Types are expressions in Zig, so there is one `Expression` union for both. Zig 0.11 to 0.16 are one language here: old and new
 * spellings of the same thing give the same node. Offsets count UTF-16 code units of the source text, `end` is exclusive.
 * `main` is the index, in `SourceFile.tokens`, of the node's main token as `std.zig.Ast` defines it.
 */
import type { TokenTable } from './tokens.js';

export interface NodeBase {
  readonly start: number;
  readonly end: number;
  readonly main: number;
}

/** A name as written; `text` is the name it denotes (`@"a b"` and `a b` both denote `a b`). */
export interface Name {
  readonly text: string;
  readonly token: number;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

export type CommentKind = 'line' | 'doc' | 'containerDoc';

/** One comment line, `//`, `///` or `//!`; `text` is what follows the marker, unchanged. */
export interface Comment {
  readonly kind: CommentKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True where only white space precedes it on its line; false for a comment that trails code. */
  readonly ownLine: boolean;
  /** Number of blank lines directly before it (0 for a trailing comment). */
  readonly blankLinesBefore: number;
  /** Index of the first token after the comment (`tokens.length` at the end of the file). */
  readonly beforeToken: number;
}

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly root: Root;
  readonly tokens: TokenTable;
  /** All comments in the order of the text. */
  readonly comments: readonly Comment[];
  readonly faults: readonly SyntaxFault[];
}

/** A fault of the text: where, what was found, what Zig expects there. */
export interface SyntaxFault {
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly expected: string;
}

export interface Root extends NodeBase {
  readonly kind: 'root';
  readonly members: readonly Member[];
}

// ---------------------------------------------------------------- container members

export type Member = ContainerField | VarDecl | FnDecl | TestDecl | ComptimeDecl | UsingNamespace | ErrorNode;

/** `name: T align(a) = default`; a tuple field has no name. */
export interface ContainerField extends NodeBase {
  readonly kind: 'containerField';
  readonly isComptime: boolean;
  readonly name: Name | undefined;
  readonly type: Expression | undefined;
  readonly align: Expression | undefined;
  readonly value: Expression | undefined;
}

/** `const`/`var`, in a container or in a block. */
export interface VarDecl extends NodeBase {
  readonly kind: 'varDecl';
  readonly mutable: boolean;
  readonly isPub: boolean;
  readonly isExport: boolean;
  readonly isExtern: boolean;
  /** The string of `extern "lib"`, unquoted. */
  readonly lib: StringLiteral | undefined;
  readonly isThreadlocal: boolean;
  readonly isComptime: boolean;
  readonly name: Name;
  readonly type: Expression | undefined;
  readonly align: Expression | undefined;
  readonly addrspace: Expression | undefined;
  readonly section: Expression | undefined;
  readonly value: Expression | undefined;
}

/** A function with a body, or (`body` undefined) a prototype as a container member. */
export interface FnDecl extends NodeBase {
  readonly kind: 'fnDecl';
  readonly isPub: boolean;
  readonly isExport: boolean;
  readonly isExtern: boolean;
  readonly lib: StringLiteral | undefined;
  readonly inline: 'inline' | 'noinline' | undefined;
  readonly proto: FnProto;
  readonly body: Block | undefined;
}

/** A function type, or the head of a declaration. */
export interface FnProto extends NodeBase {
  readonly kind: 'fnProto';
  readonly name: Name | undefined;
  readonly params: readonly Param[];
  /** `...` after the last parameter. */
  readonly varargs: boolean;
  readonly align: Expression | undefined;
  readonly addrspace: Expression | undefined;
  readonly section: Expression | undefined;
  readonly callconv: Expression | undefined;
  /** The `!` before the return type: an inferred error set. */
  readonly inferredErrors: boolean;
  readonly returnType: Expression | undefined;
}

export interface Param {
  readonly start: number;
  readonly end: number;
  readonly name: Name | undefined;
  readonly isComptime: boolean;
  readonly isNoalias: boolean;
  /** Undefined for `anytype`. */
  readonly type: Expression | undefined;
}

export interface TestDecl extends NodeBase {
  readonly kind: 'testDecl';
  /** `test "text"`. */
  readonly label: StringLiteral | undefined;
  /** `test someDeclaration`. */
  readonly decl: Name | undefined;
  readonly body: Block;
}

export interface ComptimeDecl extends NodeBase {
  readonly kind: 'comptimeDecl';
  readonly body: Expression;
}

export interface UsingNamespace extends NodeBase {
  readonly kind: 'usingNamespace';
  readonly isPub: boolean;
  readonly value: Expression;
}

/** A stretch of text that could not be parsed; its tokens are owned by it. */
export interface ErrorNode extends NodeBase {
  readonly kind: 'error';
}

// ---------------------------------------------------------------- statements

/** What stands in a block. A call, an `if`, a block and so on is an expression standing as a statement. */
export type Statement = VarDecl | Defer | Errdefer | Expression;

/** `const a, var b, c.d = value`. */
export interface AssignDestructure extends NodeBase {
  readonly kind: 'assignDestructure';
  readonly isComptime: boolean;
  readonly targets: readonly (VarDecl | Expression)[];
  readonly value: Expression;
}

export interface Defer extends NodeBase {
  readonly kind: 'defer';
  readonly body: Expression;
}

export interface Errdefer extends NodeBase {
  readonly kind: 'errdefer';
  readonly capture: Name | undefined;
  readonly body: Expression;
}

// ---------------------------------------------------------------- expressions

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

/** `anyframe` or `anyframe->T`. */
export interface AnyFrameType extends NodeBase {
  readonly kind: 'anyFrameType';
  readonly child: Expression | undefined;
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

/** `[N]T`, `[N:s]T`; `[_]T` has `length` undefined. */
export interface ArrayType extends NodeBase {
  readonly kind: 'arrayType';
  readonly length: Expression | undefined;
  readonly sentinel: Expression | undefined;
  readonly child: Expression;
}

export type PointerSize = 'one' | 'many' | 'slice' | 'c';

/** `*T`, `[*]T`, `[]T`, `[*c]T` with their modifiers. */
export interface PointerType extends NodeBase {
  readonly kind: 'pointerType';
  readonly size: PointerSize;
  readonly isConst: boolean;
  readonly isVolatile: boolean;
  readonly isAllowzero: boolean;
  readonly sentinel: Expression | undefined;
  readonly align: Expression | undefined;
  readonly bitOffset: Expression | undefined;
  readonly hostSize: Expression | undefined;
  readonly addrspace: Expression | undefined;
  readonly child: Expression;
}

export interface ErrorSetDecl extends NodeBase {
  readonly kind: 'errorSetDecl';
  readonly names: readonly Name[];
}

export type ContainerKeyword = 'struct' | 'enum' | 'union' | 'opaque';

export interface ContainerDecl extends NodeBase {
  readonly kind: 'containerDecl';
  readonly keyword: ContainerKeyword;
  readonly layout: 'auto' | 'extern' | 'packed';
  /** `union(enum)` and `union(enum(T))`. */
  readonly taggedByEnum: boolean;
  /** `enum(T)`, `packed struct(T)`, `union(T)`, the T of `union(enum(T))`. */
  readonly argument: Expression | undefined;
  readonly members: readonly Member[];
}

/** `|*name|`. */
export interface Capture {
  readonly byPointer: boolean;
  readonly name: Name;
}

export interface If extends NodeBase {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly capture: Capture | undefined;
  readonly then: Expression;
  readonly elseCapture: Name | undefined;
  readonly else: Expression | undefined;
}

export interface While extends NodeBase {
  readonly kind: 'while';
  readonly label: Name | undefined;
  readonly isInline: boolean;
  readonly condition: Expression;
  readonly capture: Capture | undefined;
  readonly continueExpression: Expression | undefined;
  readonly body: Expression;
  readonly elseCapture: Name | undefined;
  readonly else: Expression | undefined;
}

/** One input of a `for`: a value to walk, or a range (`end` undefined where it is open). */
export type ForInput = { readonly kind: 'value'; readonly value: Expression } | ForRange;

export interface ForRange extends NodeBase {
  readonly kind: 'range';
  readonly low: Expression;
  readonly high: Expression | undefined;
}

/** The index capture of Zig 0.10 (`for (xs) |x, i|`) arrives as a second input `0..`. */
export interface For extends NodeBase {
  readonly kind: 'for';
  readonly label: Name | undefined;
  readonly isInline: boolean;
  readonly inputs: readonly ForInput[];
  readonly captures: readonly Capture[];
  readonly body: Expression;
  readonly else: Expression | undefined;
}

export interface Switch extends NodeBase {
  readonly kind: 'switch';
  readonly label: Name | undefined;
  readonly operand: Expression;
  readonly prongs: readonly SwitchProng[];
}

export interface SwitchProng extends NodeBase {
  readonly kind: 'switchProng';
  readonly isInline: boolean;
  /** Empty for `else`. */
  readonly items: readonly SwitchItem[];
  readonly isElse: boolean;
  readonly capture: Capture | undefined;
  /** The second capture: the tag. */
  readonly tagCapture: Name | undefined;
  readonly body: Expression;
}

export type SwitchItem = Expression | SwitchRange;

export interface SwitchRange extends NodeBase {
  readonly kind: 'switchRange';
  readonly low: Expression;
  readonly high: Expression;
}

export interface Block extends NodeBase {
  readonly kind: 'block';
  readonly label: Name | undefined;
  readonly statements: readonly Statement[];
}

export interface Break extends NodeBase {
  readonly kind: 'break';
  readonly label: Name | undefined;
  readonly value: Expression | undefined;
}

/** `continue`, `continue :label`, `continue :switchLabel value`. */
export interface Continue extends NodeBase {
  readonly kind: 'continue';
  readonly label: Name | undefined;
  readonly value: Expression | undefined;
}

export interface Return extends NodeBase {
  readonly kind: 'return';
  readonly value: Expression | undefined;
}

export interface Comptime extends NodeBase {
  readonly kind: 'comptime';
  readonly child: Expression;
}

export interface Nosuspend extends NodeBase {
  readonly kind: 'nosuspend';
  readonly child: Expression;
}

export interface Suspend extends NodeBase {
  readonly kind: 'suspend';
  readonly child: Expression | undefined;
}

export interface Resume extends NodeBase {
  readonly kind: 'resume';
  readonly child: Expression;
}

/** `async f()` of old Zig. */
export interface Async extends NodeBase {
  readonly kind: 'async';
  readonly child: Expression;
}

export interface Await extends NodeBase {
  readonly kind: 'await';
  readonly child: Expression;
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

/** Every node with a `kind` of its own. */
export type Node = Root | Member | Statement | SwitchProng | SwitchRange | ForRange | AsmOperand;
export type NodeKind = Node['kind'];
