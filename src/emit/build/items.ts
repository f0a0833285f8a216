import type {
  Attribute,
  AttributeContent,
  Block,
  ConstItem,
  EnumItem,
  Expr,
  Fields,
  FunctionItem,
  GenericParameter,
  Generics,
  ImplItem,
  Item,
  Literal,
  ModuleContent,
  ModuleItem,
  Parameter,
  Path,
  Pattern,
  StaticItem,
  StructItem,
  Type,
  TypeAliasItem,
  UseItem,
  UseTree,
  Variant,
  WherePredicate,
} from '../rust-ast.js';
import { pathOf } from './paths.js';

/** What every item may have besides its own parts. */
type Common = Partial<
  Pick<FunctionItem, 'docs' | 'attributes' | 'visibility' | 'leading' | 'trailing' | 'blankLineBefore' | 'origin'>
>;

export function fn(
  name: string,
  parameters: readonly Parameter[],
  result: Type | undefined,
  body: Block | undefined,
  options: Common & Partial<Pick<FunctionItem, 'qualifiers' | 'generics' | 'variadic'>> = {},
): FunctionItem {
  return { kind: 'fn', name, parameters, result, body, ...options };
}
export function param(pattern: Pattern | string, type: Type): Parameter {
  const bound: Pattern =
    typeof pattern === 'string' ? { kind: 'binding', byRef: false, mutable: false, name: pattern } : pattern;
  return { kind: 'typed', pattern: bound, type };
}
export const selfValue: Parameter = { kind: 'self', reference: false, mutable: false };
export const selfRef: Parameter = { kind: 'self', reference: true, mutable: false };
export const selfRefMut: Parameter = { kind: 'self', reference: true, mutable: true };

export function generics(parameters: readonly GenericParameter[], where?: readonly WherePredicate[]): Generics {
  return { parameters, where };
}
export function structItem(
  name: string,
  fields: Fields,
  options: Common & { readonly generics?: Generics } = {},
): StructItem {
  return { kind: 'struct', name, fields, ...options };
}
export function enumItem(
  name: string,
  variants: readonly Variant[],
  options: Common & { readonly generics?: Generics } = {},
): EnumItem {
  return { kind: 'enum', name, variants, ...options };
}
export function implItem(
  type: Type,
  items: readonly Item[],
  options: Common & Partial<Pick<ImplItem, 'trait' | 'generics' | 'unsafe'>> = {},
): ImplItem {
  return { kind: 'impl', type, items, ...options };
}
export function constItem(name: string, type: Type, value: Expr | undefined, options: Common = {}): ConstItem {
  return { kind: 'const', name, type, value, ...options };
}
export function staticItem(
  name: string,
  type: Type,
  value: Expr | undefined,
  options: Common & { readonly mutable?: boolean } = {},
): StaticItem {
  return { kind: 'static', name, type, value, ...options, mutable: options.mutable ?? false };
}
/** `type name = type;` */
export function typeAlias(
  name: string,
  type: Type,
  options: Common & { readonly generics?: Generics } = {},
): TypeAliasItem {
  return { kind: 'typeAlias', name, type, ...options };
}
/** `mod name;` without content, else `mod name { … }`. */
export function modItem(name: string, content?: ModuleContent, options: Common = {}): ModuleItem {
  return { kind: 'mod', name, content, ...options };
}
/** `use a::b::{c, d as e};` from a tree; see `useTree`. */
export function useItem(tree: UseTree, options: Common = {}): UseItem {
  return { kind: 'use', tree, ...options };
}
/** `useTree(['std', 'mem'], 'swap')`, `useTree(['a'], '*')`, `useTree(['a'], [tree, …])`. */
export function useTree(prefix: readonly string[], leaf: string | readonly UseTree[], alias?: string): UseTree {
  if (typeof leaf !== 'string') return { prefix, leaf: { kind: 'group', trees: leaf } };
  return leaf === '*' ? { prefix, leaf: { kind: 'glob' } } : { prefix, leaf: { kind: 'name', name: leaf, alias } };
}

/** `#[inline]`, `#[derive(Clone, Copy)]` from names. */
export function attribute(name: string | Path, ...elements: readonly (string | AttributeContent)[]): Attribute {
  const path = typeof name === 'string' ? attributePath(name) : name;
  if (elements.length === 0) return { kind: 'word', path };
  return {
    kind: 'list',
    path,
    elements: elements.map((entry) => (typeof entry === 'string' ? attribute(entry) : entry)),
  };
}
/** `name = literal` in an attribute. */
export function attributeValue(name: string, value: Literal): Attribute {
  return { kind: 'value', path: attributePath(name), value };
}

function attributePath(name: string): Path {
  return pathOf(...name.split('::'));
}
