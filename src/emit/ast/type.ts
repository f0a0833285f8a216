import type { Expr } from './expr.js';
import type { MacroCall } from './macro.js';
import type { Path } from './path.js';
import type { LifetimeName, Name, Trivia } from './trivia.js';

interface TypeNode<K extends string> extends Trivia {
  readonly kind: K;
}

export interface PathType extends TypeNode<'path'> {
  readonly path: Path;
}
export interface ReferenceType extends TypeNode<'reference'> {
  readonly lifetime?: LifetimeName | undefined;
  readonly mutable: boolean;
  readonly target: Type;
}
export interface RawPointerType extends TypeNode<'rawPointer'> {
  readonly mutable: boolean;
  readonly target: Type;
}
export interface SliceType extends TypeNode<'slice'> {
  readonly element: Type;
}
export interface ArrayType extends TypeNode<'array'> {
  readonly element: Type;
  readonly length: Expr;
}
export interface TupleType extends TypeNode<'tuple'> {
  readonly elements: readonly Type[];
}
export interface FunctionPointerType extends TypeNode<'functionPointer'> {
  readonly lifetimes?: readonly LifetimeName[] | undefined;
  readonly unsafe?: boolean | undefined;
  /** `''` is `extern` without a name. */
  readonly abi?: string | undefined;
  readonly parameters: readonly FunctionPointerParameter[];
  readonly variadic?: boolean | undefined;
  readonly result?: Type | undefined;
}
export interface FunctionPointerParameter extends Trivia {
  readonly name?: Name | undefined;
  readonly type: Type;
}
export interface NeverType extends TypeNode<'never'> {}
/** `_`. */
export interface InferredType extends TypeNode<'inferred'> {}
export interface ImplTraitType extends TypeNode<'implTrait'> {
  readonly bounds: readonly Bound[];
}
export interface DynTraitType extends TypeNode<'dynTrait'> {
  readonly bounds: readonly Bound[];
}
export interface MacroType extends TypeNode<'macro'> {
  readonly call: MacroCall;
}
/** `$name` in a rule template. */
export interface MetaType extends TypeNode<'meta'> {
  readonly name: Name;
  readonly variadic: boolean;
}

export type Type =
  | PathType
  | ReferenceType
  | RawPointerType
  | SliceType
  | ArrayType
  | TupleType
  | FunctionPointerType
  | NeverType
  | InferredType
  | ImplTraitType
  | DynTraitType
  | MacroType
  | MetaType;

export type TypeKind = Type['kind'];

export type Bound =
  | {
      readonly kind: 'trait';
      readonly path: Path;
      /** `?Sized`. */
      readonly maybe?: boolean | undefined;
      /** `for<'a>`. */
      readonly lifetimes?: readonly LifetimeName[] | undefined;
    }
  | { readonly kind: 'lifetime'; readonly name: LifetimeName }
  /** `use<'a, T>`. */
  | { readonly kind: 'use'; readonly names: readonly string[] };
