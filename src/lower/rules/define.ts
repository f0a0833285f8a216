/** Rules in TypeScript, for what a template cannot say: the same signatures, ids, snapshots and matching as data rules. */
import type * as rust from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { FnInstance, Program } from '../../parse/ir/program.js';
import type { ErrorSetType, Type } from '../../parse/ir/types.js';
import type { Value } from '../../parse/ir/values.js';
import type { PointerMode } from '../representation/contract.js';
import type { Terminated } from '../representation/sentinels.js';
import type { ParameterMode, ResultMode, RuleBase, Signature } from './rule.js';
import type { OtherCall, RuleMatch, UsedMethod } from './rule-set.js';

/** An argument to be lowered. */
export interface ArgumentRequest {
  readonly expr: ir.Expr;
  readonly mode: ParameterMode;
  /** Lower it as if it had been coerced to this type (a `comptime_int` beside a `u32`). */
  readonly as?: Type | undefined;
}

export interface LoweredArguments {
  /** Statements that come before; they keep Zig's order of evaluation among the arguments. */
  readonly statements: readonly rust.Statement[];
  /** One per request. `drop` and `type` requests give `undefined`. */
  readonly exprs: readonly (rust.Expr | undefined)[];
}

/** What a rule may ask of lowering while it is applied. */
export interface RuleHost {
  /**
   * Lowers arguments in the order given. A `read` or `write` argument that is a pointer to one gives the *place* it points to; so
   * does a receiver by value that is only read. A `drop` argument gives nothing, but a statement where it has an effect.
   */
  lowerArguments(requests: readonly ArgumentRequest[]): LoweredArguments;
  rustType(type: Type): rust.Type;
  constant(value: Value, type: Type): rust.Expr;
  /** What undefined memory of a type becomes. */
  undefinedValue(type: Type): rust.Expr;
  /** What the new memory holds that a call gives: undefined values, as the representation pass holds them there. */
  undefinedPointee(call: ir.CallExpr, type: Type): rust.Expr;
  /** The Rust enum that an error set is, for `expectError(error.X, …)`. */
  errorType(set: ErrorSetType): rust.Type;
  /** The path that this module of the crate writes for `rt::module::item`; notes that the crate needs the module. */
  runtimePath(module: string, item: string): readonly string[];
  /** Whether two pointers or slices (of the types given) are one address, and one length. */
  sameAddress(a: rust.Expr, b: rust.Expr, types: readonly Type[]): rust.Expr;
  /** Notes that a type is compared by `==` or printed by an assertion: it derives what that takes. */
  requireEquality(type: Type): void;
  /** Notes that `{any}` prints values of a type: it implements the runtime's `ZigFmt`. False: it cannot. */
  requirePrint(type: Type): boolean;
  /** The bytes behind a pointer that ends in a NUL, as a `&[u8]`. */
  terminatedBytes(pointer: rust.Expr): rust.Expr;
  /** The Zig name of an enum's, tagged union's or error's value, as a `&str`. */
  tagName(value: rust.Expr, type: Type): rust.Expr;
  /** The whole program, for rules that depend on what it does elsewhere. */
  readonly program: Program;
  /** How the outermost pointer of a value is held: what a rule for an allocation has to make. */
  heldAs(expr: ir.Expr): PointerMode;
  /** How the pointers are held that a slice has as elements; undefined where its elements are no pointers. */
  elementHeldAs(slice: ir.Expr): PointerMode | undefined;
  /** Whether the sentinels of such memory can be reached by the program, and so have to lie behind it. */
  isSentinelStored(type: Terminated): boolean;
  /** What a rule gives, as the representation pass holds the call's result: a borrow weakened or made raw, an owner leaked. */
  adaptResult(expr: rust.Expr, call: ir.CallExpr, result: ResultMode): rust.Expr;
  /** What the call gives in place of a copy of an element that cannot be copied (`Representation.lends`). */
  lends(call: ir.CallExpr): 'element' | 'owner' | undefined;
  /** Whether values of a type are copied, not moved. */
  isCopied(type: Type): boolean;
  /** Whether what fresh memory made by the call holds is copied. */
  isPointeeCopied(call: ir.CallExpr, type: Type): boolean;
  /** Whether a function takes a parameter that is a value in Zig by reference. */
  takesReference(instance: FnInstance, index: number): boolean;
  /** A function as a value; sema knows it from the call's comptime arguments. */
  functionPath(instance: FnInstance): rust.Expr;
  /** The integer of an enum's value. */
  intFromEnum(value: rust.Expr, type: Type): rust.Expr;
  /** The function that finds the tag of an enum by its name. */
  enumFromName(type: Type): rust.Expr | undefined;
  /** Something `Display` that prints what the type's `format` method writes; undefined where the type has none. */
  display(value: rust.Expr, type: Type): rust.Expr | undefined;
  /** The type as the Rust sees it: error sets narrowed, an error union that cannot fail as its payload. */
  seenType(type: Type): Type;
  /** Whether the operand must be evaluated before a borrow beside it is taken. */
  isFirst(operand: ir.Expr): boolean;
  /** A name that no other local of the function has. */
  temporary(hint: string): string;
  /** The value that new memory gets right away, where the representation pass found one. */
  initialValue(call: ir.CallExpr): ir.Expr | undefined;
}

/** What has to stand around an applied rule. */
export interface Needs {
  /** Why the expression is unsafe to evaluate; lowering wraps it. */
  readonly unsafe: string | undefined;
}

export interface Applied {
  readonly statements: readonly rust.Statement[];
  readonly expr: rust.Expr;
  readonly needs: Needs;
}

export interface CodeRuleCall {
  readonly call: ir.CallExpr;
  readonly match: RuleMatch<CodeRule>;
  readonly host: RuleHost;
}

/** Why a TypeScript rule could not port this call; the call becomes a marked `todo!`. */
export interface Refusal {
  readonly refused: string;
}

export interface CodeRuleUses {
  readonly modes: readonly ParameterMode[];
  readonly result: ResultMode;
}

export interface CodeRule extends RuleBase {
  readonly kind: 'code';
  readonly errors: readonly string[] | undefined;
  readonly result: ResultMode;
  readonly isRelease: boolean;
  /** Two places exchange their values: they are not borrowed at once where Rust could not. */
  readonly isExchange?: boolean;
  /** Where the modes depend on the program: those of this instance, or of one call of it, in place of the signature's. */
  readonly uses: ((instance: FnInstance, program: Program, call?: ir.CallExpr) => CodeRuleUses) | undefined;
  /** Methods that the Rust calls on the arguments. */
  readonly methods: ((signature: Signature, args: readonly ir.Expr[]) => readonly UsedMethod[]) | undefined;
  /** The call of another function that stands for the call, where there is one: sema puts it in its place. */
  readonly standsFor: ((signature: Signature, args: readonly ir.Expr[]) => OtherCall | undefined) | undefined;
  readonly apply: (call: CodeRuleCall) => Applied | Refusal;
}
