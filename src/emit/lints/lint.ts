/** What the header of a crate is computed from: each lint says where it would warn. */
import type { Block, Expr, Item, ModuleContent, Pattern, Statement, Type } from '../rust-ast.js';

/** The values of the crate's constants, by name; undefined where two constants have one name. */
export type Constants = ReadonlyMap<string, Expr | undefined>;

/** What the crate declares outside of functions. */
export interface Globals {
  readonly constants: Constants;
  /** The names of its variables, whose values rustc does not follow. */
  readonly statics: ReadonlySet<string>;
}

/** A module that was ported, with what its place in the crate says. */
export interface PortedModule {
  readonly content: ModuleContent;
  /** The name of the module; undefined for the root of the crate. */
  readonly name: string | undefined;
  /** True where other crates can name what is public in it. */
  readonly isPublic: boolean;
}

/**
 * A lint that a ported crate may have to allow, and where. Each test errs on the side of allowing: what is not allowed is a warning, or,
 * for the two lints that rustc denies, an error.
 */
export interface AllowedLint {
  readonly name: string;
  readonly reason: string;
  /** True where it does not look into tests. */
  readonly sparesTests?: boolean;
  readonly expr?: (expr: Expr, constants: Constants) => boolean;
  readonly block?: (block: Block) => boolean;
  readonly statement?: (statement: Statement) => boolean;
  readonly item?: (item: Item, globals: Globals) => boolean;
  readonly type?: (type: Type) => boolean;
  readonly pattern?: (pattern: Pattern) => boolean;
  readonly crate?: (modules: readonly PortedModule[]) => boolean;
}
