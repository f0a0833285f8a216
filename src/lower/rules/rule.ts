/**
 * What a porting rule is, once its file is read: a Zig signature, taken apart, and what becomes of it in Rust.
 *
 * A rule names a *declaration*. Its parameters, and the arguments of the type functions on its path (`std.ArrayList(T)`), are the
 * metavariables of its template. How an argument is handed to the template is its **mode**:
 *
 * | mode    | what `$name` stands for                                                          | taken by itself for                           |
 * |---------|-----------------------------------------------------------------------------------|-----------------------------------------------|
 * | `value` | the argument's value; what it owns moves into the call                             | anything not below                            |
 * | `read`  | of a pointer to one: the place pointed to; of a slice: a `&[T]` for the call        | `*const T`, `[]const T`                       |
 * | `write` | of a pointer to one: the place pointed to; of a slice: a `&mut [T]` for the call    | `*T`, `[]T`                                   |
 * | `store` | the value, which stays inside what the receiver points to                           | `item: T` beside `self: *Self`, T of the path |
 * | `type`  | a Rust type, from a comptime parameter                                              | `comptime T: type`                            |
 * | `const` | a comptime value as a Rust constant                                                 | any other `comptime` parameter                |
 * | `drop`  | nothing: the argument vanishes (evaluated where it has an effect)                   | `Allocator`                                   |
 *
 * `read` and `write` are promises to the representation pass: the callee keeps no copy of the pointer. The result's promise is
 * `ResultMode`. Both arrive there as `Mappings` (`mappings.ts`).
 */
import type { Span } from '../../diagnostics.js';
import type * as rust from '../../emit/rust-ast.js';
import type * as ast from '../../parse/syntax/ast.js';

export const PARAMETER_MODES = ['value', 'read', 'write', 'store', 'shared', 'entry', 'type', 'const', 'drop'] as const;
export type ParameterMode = (typeof PARAMETER_MODES)[number];

export type ResultMode =
  /** Points nowhere new. */
  | { readonly kind: 'value' }
  /** Fresh memory that the caller has to free: `Vec`, `Box`. */
  | { readonly kind: 'owned' }
  /** Points into what the named parameter points to. */
  | { readonly kind: 'borrows'; readonly from: string; readonly isMutable: boolean }
  /** A copy of what the receiver holds as the named type argument: `list.pop()`, `map.get(key)`. */
  | { readonly kind: 'element'; readonly variable: string };

/** What a signature describes: `f(a: T) R`, `C(T)` as a type, `name: T` as a constant or a field of a container. */
export type SignatureKind = 'fn' | 'type' | 'value';

/** One step of a path behind its first name: `.name`, or the arguments of a type function. */
export type PathStep =
  | { readonly kind: 'member'; readonly name: string }
  | { readonly kind: 'call'; readonly args: readonly ast.Expression[] };

export interface SignatureParameter {
  readonly name: string;
  readonly isComptime: boolean;
  /** Undefined for `anytype`. */
  readonly type: ast.Expression | undefined;
  readonly mode: ParameterMode;
}

/** A Zig signature, taken apart. */
export interface Signature {
  readonly kind: SignatureKind;
  /** As written in the rule. */
  readonly text: string;
  /** First name of the path: the module, `std` for Zig's library. */
  readonly module: string;
  readonly steps: readonly PathStep[];
  /** Last name of the path: what the declaration is called. */
  readonly name: string;
  readonly params: readonly SignatureParameter[];
  /** Return type of a function, type of a value; undefined for a type. */
  readonly type: ast.Expression | undefined;
  readonly isErrorUnion: boolean;
  /** Names that the path's type functions bind: `T` of `std.ArrayList(T)`. */
  readonly pathVariables: readonly string[];
}

/** A condition on a metavariable: it must satisfy one of the named types or classes (`conditions.ts`). */
export interface Condition {
  readonly variable: string;
  readonly anyOf: readonly string[];
}

/** What every rule has, data or TypeScript. */
export interface RuleBase {
  readonly id: string;
  /** Alternatives, usually one per version of std; the first that names the met declaration is taken. */
  readonly signatures: readonly Signature[];
  readonly conditions: readonly Condition[];
  /** Rules of a project's own directories win over the built-in ones. */
  readonly origin: 'builtin' | 'project';
  readonly span: Span;
}

interface CallRuleBase extends RuleBase {
  /** The error set after porting; `[]`: cannot fail, so no `Result`. Undefined: as declared. */
  readonly errors: readonly string[] | undefined;
  readonly result: ResultMode;
  /** The call only frees what its first argument owns: as a statement, or deferred, it vanishes where Rust drops. */
  readonly isRelease: boolean;
}

/** A call becomes the template. */
export interface CallRule extends CallRuleBase {
  readonly kind: 'call';
  readonly template: rust.Expr;
  /** Taken where the result is an element that its container keeps, and that cannot be copied: a reference to it. */
  readonly lent: rust.Expr | undefined;
  /** Why evaluating the template is unsafe. */
  readonly unsafe: string | undefined;
  /** Usable in a Rust constant. */
  readonly isConst: boolean;
}

/** A type function or container becomes a Rust type. */
export interface TypeRule extends RuleBase {
  readonly kind: 'type';
  readonly template: rust.Type;
  /** The value that `.{}` and undefined memory of this type become. */
  readonly initial: rust.Expr | undefined;
  /** Owns memory: moved, not copied, and freed by Rust. */
  readonly isOwner: boolean;
  /** The type taken where a program copies values of an owner: same methods, `Copy`, never freed by itself. */
  readonly plain: rust.Type | undefined;
  /** Values of the type exist in the Rust only while allocation is observed. */
  readonly isAllocator: boolean;
  /** The type argument whose values are hashed and compared as Zig's `AutoContext` does. */
  readonly keys: string | undefined;
}

/** A constant, or a field of a mapped container. */
export interface ValueRule extends RuleBase {
  readonly kind: 'value';
  /** The value. Of a field, `$self` is its container's place; of a slice field this is the place of its elements (`$self[..]`). */
  readonly template: rust.Expr;
  /** Of a slice field: `x.field.len`. */
  readonly length: rust.Expr | undefined;
  /** `x.field = $value`, and of a slice field `x.field.len = $value`. */
  readonly store: rust.Expr | undefined;
  readonly storeLength: rust.Expr | undefined;
}

/** An error set that exists in the runtime: sets with exactly these members are this Rust type. */
export interface ErrorSetRule {
  readonly kind: 'errorSet';
  readonly id: string;
  /** Sorted. */
  readonly names: readonly string[];
  readonly template: rust.Type;
  /** The ids of the error sets that the runtime converts into this one. */
  readonly from: readonly string[];
  readonly origin: 'builtin' | 'project';
  readonly span: Span;
}

export type DataRule = CallRule | TypeRule | ValueRule;
