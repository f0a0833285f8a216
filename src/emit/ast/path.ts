import type { Expr } from './expr.js';
import type { LifetimeName, Name } from './trivia.js';
import type { Bound, Type } from './type.js';

/** `a::b::<T>::c`, `::core::mem`, `<T as Trait>::Item`, `<[T]>::len`. */
export interface Path {
  /** Starts with `::`. */
  readonly global?: boolean | undefined;
  readonly qualifiedSelf?: QualifiedSelf | undefined;
  readonly segments: readonly PathSegment[];
}

/** `<type as trait>`; without `trait` it is `<type>`. */
export interface QualifiedSelf {
  readonly type: Type;
  readonly trait?: Path | undefined;
}

export interface PathSegment {
  readonly name: Name;
  readonly generics?: readonly GenericArgument[] | undefined;
  /** The sugar of `Fn(A, B) -> C`; excludes `generics`. */
  readonly signature?: { readonly parameters: readonly Type[]; readonly result?: Type | undefined } | undefined;
}

export type GenericArgument =
  | { readonly kind: 'type'; readonly type: Type }
  | { readonly kind: 'lifetime'; readonly name: LifetimeName }
  /** Braces are added where the expression is neither a literal nor a name. */
  | { readonly kind: 'const'; readonly value: Expr }
  | { readonly kind: 'binding'; readonly name: Name; readonly type: Type }
  | { readonly kind: 'constraint'; readonly name: Name; readonly bounds: readonly Bound[] };
