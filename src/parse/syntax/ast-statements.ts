/** Statements, blocks, branches, loops and jumps. Most of them are expressions too. */
import type { Expression } from './ast-expressions.js';
import type { Name, NodeBase } from './ast-file.js';
import type { VarDecl } from './ast-members.js';

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
