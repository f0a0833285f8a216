import type { Block, Expr, GenericArgument, Item, Name, Path, Pattern, Statement, Type } from '../rust-ast.js';

/**
 * What becomes of the parts of a node. The `map…Parts` functions rebuild one node with its direct parts mapped and
 * leave going deeper to the mapper, which calls them again (or does not).
 */
export interface Mapper {
  readonly expr: (expr: Expr) => Expr;
  /** Parts of lists, where one node may become several or none. */
  readonly exprs: (exprs: readonly Expr[]) => readonly Expr[];
  readonly type: (type: Type) => Type;
  readonly types: (types: readonly Type[]) => readonly Type[];
  readonly pattern: (pattern: Pattern) => Pattern;
  readonly patterns: (patterns: readonly Pattern[]) => readonly Pattern[];
  readonly block: (block: Block) => Block;
  readonly statement: (statement: Statement) => Statement;
  readonly item: (item: Item) => Item;
  readonly path: (path: Path) => Path;
  readonly generics: (generics: readonly GenericArgument[]) => readonly GenericArgument[];
  /** Names of fields, methods, bindings and items. */
  readonly name: (name: Name) => Name;
}

/** The value mapped, if there is one. */
export function optional<T>(value: T | undefined, map: (value: T) => T): T | undefined {
  return value === undefined ? undefined : map(value);
}
