/** What sema, representation and lowering ask the rules. */
import type * as rust from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { ContainerInstance, Decl, FnInstance } from '../../parse/ir/program.js';
import type { NominalType, Type } from '../../parse/ir/types.js';
import type { Value } from '../../parse/ir/values.js';
import type { CodeRule } from './define.js';
import type { CallRule, Signature, TypeRule, ValueRule } from './rule.js';

/** What a metavariable of the path (`T` of `std.ArrayList(T)`) is bound to. */
export interface Binding {
  readonly type: Type;
  readonly value: Value;
}

/** A rule that applies: which of its alternatives named the declaration, and what its path variables are. */
export interface RuleMatch<Rule = CallRule | CodeRule> {
  readonly rule: Rule;
  readonly signature: Signature;
  readonly bindings: ReadonlyMap<string, Binding>;
}

/** A method that a rule's Rust calls. */
export interface UsedMethod {
  readonly type: NominalType;
  readonly name: string;
}

/** A call of a known function. */
export interface OtherCall {
  readonly instance: FnInstance;
  readonly args: readonly ir.Expr[];
}

export interface RuleSet {
  /**
   * Whether some rule may map the declaration: a cheap test by name and place, before comptime arguments are known. Where it says no,
   * none of the other questions says yes.
   */
  mayMap(decl: Decl): boolean;
  /**
   * The rule for a call of this instance. Where there is one, sema does not analyse the body for run time (it still runs it at
   * comptime), and takes `errors` of the rule as the error set of the result: `[]` means that the call cannot fail.
   */
  cutAtSignature(instance: FnInstance): RuleMatch | undefined;
  /** The rule for a type. Its fields and declarations exist only for sema. */
  typeRule(container: ContainerInstance): RuleMatch<TypeRule> | undefined;
  /** Methods that the Rust of a replaced function calls on its arguments: sema has to analyse them. */
  methodsOf(instance: FnInstance, args: readonly ir.Expr[]): readonly UsedMethod[];
  /** The call of another function that stands for a call which a rule replaces. */
  standsFor(instance: FnInstance, args: readonly ir.Expr[]): OtherCall | undefined;
  /** Whether a container stands inside of a mapped type: without a rule of its own it has no Rust. */
  isInsideMapped(container: ContainerInstance): boolean;
  /** The rule for a container-level constant. */
  valueRule(decl: Decl): RuleMatch<ValueRule> | undefined;
  /** The rule for a field of a mapped type. */
  fieldRule(type: NominalType, field: string): RuleMatch<ValueRule> | undefined;
  /** The runtime's Rust type for an error set with exactly these members (sorted). */
  errorSetType(names: readonly string[]): rust.Type | undefined;
  /** Whether the runtime's type for an error set has a `From` for its type of another one. */
  convertsErrors(from: readonly string[], to: readonly string[]): boolean;
}
