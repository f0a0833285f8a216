import type { Attribute } from './attribute.js';
import type { Expr } from './expr.js';
import type { MacroCall } from './macro.js';
import type { Path } from './path.js';
import type { Pattern } from './pattern.js';
import type { Block } from './stmt.js';
import type { Comment, LifetimeName, Name, Trivia } from './trivia.js';
import type { Bound, Type } from './type.js';

export type Visibility = 'private' | 'pub' | 'pub(crate)' | 'pub(super)' | { readonly kind: 'in'; readonly path: Path };

interface ItemNode<K extends string> extends Trivia {
  readonly kind: K;
  /** Lines of `///`, without the slashes but with what follows them (` text`). */
  readonly docs?: readonly string[] | undefined;
  readonly attributes?: readonly Attribute[] | undefined;
  readonly visibility?: Visibility | undefined;
  /** Of an item that Zig declares inside a function. */
  readonly local?: Locality | undefined;
}

/** Where an item may stand that has a name of its own in the module. */
export interface Locality {
  /** The same for what stands or falls together: a type and its impls. */
  readonly unit: string;
  /** What Zig calls it. */
  readonly name: string | undefined;
  /** Functions that may hold it, innermost first: `f`, `Type::f`; undefined: any that alone mentions it. */
  readonly homes: readonly string[] | undefined;
}

/** `<'a, T: Bound, const N: usize>` and the `where` clause. */
export interface Generics {
  readonly parameters: readonly GenericParameter[];
  readonly where?: readonly WherePredicate[] | undefined;
}
export type GenericParameter =
  | ({ readonly kind: 'lifetime'; readonly name: LifetimeName; readonly bounds: readonly LifetimeName[] } & Trivia)
  | ({
      readonly kind: 'type';
      readonly name: Name;
      readonly bounds: readonly Bound[];
      readonly default?: Type | undefined;
    } & Trivia)
  | ({
      readonly kind: 'const';
      readonly name: Name;
      readonly type: Type;
      readonly default?: Expr | undefined;
    } & Trivia);
export type WherePredicate =
  | {
      readonly kind: 'type';
      readonly lifetimes?: readonly LifetimeName[] | undefined;
      readonly type: Type;
      readonly bounds: readonly Bound[];
    }
  | { readonly kind: 'lifetime'; readonly name: LifetimeName; readonly bounds: readonly LifetimeName[] };

/** `const unsafe extern "C" fn`. */
export interface FunctionQualifiers {
  readonly const?: boolean | undefined;
  readonly async?: boolean | undefined;
  readonly unsafe?: boolean | undefined;
  /** `safe fn` inside an `unsafe extern` block. */
  readonly safe?: boolean | undefined;
  /** `''` is `extern` without a name. */
  readonly abi?: string | undefined;
}
export interface FunctionItem extends ItemNode<'fn'> {
  readonly name: Name;
  readonly qualifiers?: FunctionQualifiers | undefined;
  readonly generics?: Generics | undefined;
  readonly parameters: readonly Parameter[];
  /** Ends in `...` (only in extern blocks). */
  readonly variadic?: boolean | undefined;
  readonly result?: Type | undefined;
  /** Absent in traits and extern blocks. */
  readonly body?: Block | undefined;
}
export type Parameter = SelfParameter | TypedParameter;
/** `self`, `mut self`, `&self`, `&'a mut self`, `self: Box<Self>`. */
export interface SelfParameter extends Trivia {
  readonly kind: 'self';
  readonly reference: boolean;
  readonly lifetime?: LifetimeName | undefined;
  readonly mutable: boolean;
  readonly type?: Type | undefined;
}
export interface TypedParameter extends Trivia {
  readonly kind: 'typed';
  readonly attributes?: readonly Attribute[] | undefined;
  readonly pattern: Pattern;
  readonly type: Type;
}

export interface StructItem extends ItemNode<'struct'> {
  readonly name: Name;
  readonly generics?: Generics | undefined;
  readonly fields: Fields;
}
/** The shape of a struct or of an enum variant. */
export type Fields =
  | {
      readonly kind: 'named';
      readonly fields: readonly NamedField[];
      readonly dangling?: readonly Comment[] | undefined;
    }
  | { readonly kind: 'tuple'; readonly fields: readonly TupleField[] }
  | { readonly kind: 'unit' };
export interface NamedField extends Trivia {
  readonly docs?: readonly string[] | undefined;
  readonly attributes?: readonly Attribute[] | undefined;
  readonly visibility?: Visibility | undefined;
  readonly name: Name;
  readonly type: Type;
}
export interface TupleField extends Trivia {
  readonly docs?: readonly string[] | undefined;
  readonly attributes?: readonly Attribute[] | undefined;
  readonly visibility?: Visibility | undefined;
  readonly type: Type;
}
export interface EnumItem extends ItemNode<'enum'> {
  readonly name: Name;
  readonly generics?: Generics | undefined;
  readonly variants: readonly Variant[];
  readonly dangling?: readonly Comment[] | undefined;
}
export interface Variant extends Trivia {
  readonly docs?: readonly string[] | undefined;
  readonly attributes?: readonly Attribute[] | undefined;
  readonly name: Name;
  readonly fields: Fields;
  readonly discriminant?: Expr | undefined;
}
export interface UnionItem extends ItemNode<'union'> {
  readonly name: Name;
  readonly generics?: Generics | undefined;
  readonly fields: readonly NamedField[];
  readonly dangling?: readonly Comment[] | undefined;
}
export interface ImplItem extends ItemNode<'impl'> {
  readonly unsafe?: boolean | undefined;
  readonly generics?: Generics | undefined;
  readonly trait?: Path | undefined;
  /** `impl !Trait for T`. */
  readonly negative?: boolean | undefined;
  readonly type: Type;
  /** Functions, consts, type aliases and macro items. */
  readonly items: readonly Item[];
  readonly dangling?: readonly Comment[] | undefined;
}
export interface TraitItem extends ItemNode<'trait'> {
  readonly unsafe?: boolean | undefined;
  readonly name: Name;
  readonly generics?: Generics | undefined;
  readonly supertraits: readonly Bound[];
  readonly items: readonly Item[];
  readonly dangling?: readonly Comment[] | undefined;
}
export interface ConstItem extends ItemNode<'const'> {
  /** `_` for `const _: () = …`. */
  readonly name: Name;
  readonly type: Type;
  /** Absent in traits. */
  readonly value?: Expr | undefined;
}
export interface StaticItem extends ItemNode<'static'> {
  readonly mutable: boolean;
  /** `unsafe static` or `safe static` in an `unsafe extern` block. */
  readonly safety?: 'unsafe' | 'safe' | undefined;
  readonly name: Name;
  readonly type: Type;
  /** Absent in extern blocks. */
  readonly value?: Expr | undefined;
}
export interface TypeAliasItem extends ItemNode<'typeAlias'> {
  readonly name: Name;
  readonly generics?: Generics | undefined;
  /** Of an associated type in a trait. */
  readonly bounds?: readonly Bound[] | undefined;
  /** Absent in traits and for foreign types. */
  readonly type?: Type | undefined;
}
export interface UseItem extends ItemNode<'use'> {
  readonly tree: UseTree;
}
/** `path`, `path as alias`, `path::*`, `path::{…}`. */
export interface UseTree {
  readonly global?: boolean | undefined;
  /** Segments before the last part; `{a, b}` at top level has none. */
  readonly prefix: readonly Name[];
  readonly leaf: UseLeaf;
}
export type UseLeaf =
  | { readonly kind: 'name'; readonly name: Name; readonly alias?: Name | undefined }
  | { readonly kind: 'glob' }
  | { readonly kind: 'group'; readonly trees: readonly UseTree[] };
export interface ModuleItem extends ItemNode<'mod'> {
  readonly name: Name;
  /** Absent: the module is in its own file (`mod name;`). */
  readonly content?: ModuleContent | undefined;
}
/** What stands in a file or between the braces of an inline module. */
export interface ModuleContent {
  /** Lines of `//!`. */
  readonly docs?: readonly string[] | undefined;
  /** `#![…]`. */
  readonly attributes?: readonly Attribute[] | undefined;
  /** Comments above the inner documentation and attributes. */
  readonly header?: readonly Comment[] | undefined;
  readonly items: readonly Item[];
  readonly dangling?: readonly Comment[] | undefined;
}
export interface ExternBlockItem extends ItemNode<'externBlock'> {
  /** Always printed `unsafe` in edition 2024, which demands it. */
  readonly unsafe?: boolean | undefined;
  readonly abi: string;
  /** Functions without body, statics without value, type aliases without type. */
  readonly items: readonly Item[];
  readonly dangling?: readonly Comment[] | undefined;
}
export interface ExternCrateItem extends ItemNode<'externCrate'> {
  readonly name: Name;
  readonly alias?: Name | undefined;
}
/** `thread_local! { … }`, `const_assert!(…);`. */
export interface MacroItem extends ItemNode<'macro'> {
  readonly call: MacroCall;
}
/** Comments that belong to no item: where a Zig declaration vanished. They are in `leading`. */
export interface CommentItem extends ItemNode<'comment'> {}

export type Item =
  | FunctionItem
  | StructItem
  | EnumItem
  | UnionItem
  | ImplItem
  | TraitItem
  | ConstItem
  | StaticItem
  | TypeAliasItem
  | UseItem
  | ModuleItem
  | ExternBlockItem
  | ExternCrateItem
  | MacroItem
  | CommentItem;

export type ItemKind = Item['kind'];
export type ItemOf<K extends ItemKind> = Extract<Item, { readonly kind: K }>;
