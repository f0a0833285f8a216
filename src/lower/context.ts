/**
 * What lowering works with: the crate (one per program), the body that is being lowered, and the scope inside that body.
 *
 * A body is lowered several times. All runs but the last are rehearsals: they note which locals the Rust reads and changes and which exits
 * leave through which `defer`. The last run knows, and so writes `let mut`, `_x` and labels only where they are needed.
 */
import type { Diagnostic, Span } from '../diagnostics.js';
import type { Type as RustType, Visibility } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { Decl, FnInstance, Program, ProgramFile } from '../parse/ir/program.js';
import type { ErrorSetType, NominalType, StructType, UnionType } from '../parse/ir/types.js';
import type * as ast from '../parse/syntax/ast.js';
import type { GlobalStorage } from './analysis/global-storage.js';
import type { NumberTypes } from './analysis/number-types.js';
import type { ParentFields } from './analysis/parent-fields.js';
import type { TestTurns } from './analysis/shared-variables.js';
import type { UnsafeParameters } from './analysis/unsafe-parameters.js';
import type { ErrorSets } from './error-sets.js';
import type { Frame } from './frames.js';
import type { GenericPlan } from './generics/plan.js';
import type { GlobalValue } from './item/global-value.js';
import type { TestOrderNames } from './item/test-lock.js';
import type { CrateNames } from './names/crate-names.js';
import type { LocalNames } from './names/local-names.js';
import type { Module } from './names/modules.js';
import type { Representation } from './representation/contract.js';
import type { RuleSet } from './rules/rule-set.js';

/** A place that became a `todo!`. */
export interface LoweredMarker {
  readonly span: Span;
  readonly function: string;
  readonly reason: string;
}

/** Generated members that some body asked for. */
/** Indices of the fields of a union: read, changed, and those from whose address the whole is reached. */
export interface UnionAccessors {
  readonly read: Set<number>;
  readonly write: Set<number>;
  readonly parent: Set<number>;
}

export interface Requests {
  /** Field indices whose checked accessor is used, by union. */
  readonly unionAccessors: Map<UnionType, UnionAccessors>;
  /** Types compared by `==` or printed by an assertion: they derive `PartialEq` and `Debug`. */
  readonly equality: Set<number>;
  /** Enums asked for their tag's name or made from an integer; unions asked for their tag. */
  readonly tagName: Set<number>;
  readonly fromRaw: Set<number>;
  /** Enums looked up by the Zig name of a tag. */
  readonly fromName: Set<number>;
  readonly unionTag: Set<number>;
  /** Enums without members of which a value is made all the same, from undefined memory. */
  readonly inhabited: Set<number>;
  /** Structs asked for the defaults of their fields. */
  readonly defaults: Set<StructType>;
  /** Types that `{any}` prints. */
  readonly printed: Set<number>;
  /** Types that are keys of maps which hash them. */
  readonly hashed: Set<number>;
  /** Items that a module other than their own mentions. */
  readonly usedOutside: Set<object>;
  /** Types that more visible items expose, with the visibility that they need. */
  readonly exposed: Map<NominalType, Visibility | undefined>;
  /** What some path mentions: it must be emitted. */
  readonly types: Set<NominalType>;
  readonly functions: Set<FnInstance>;
  readonly globals: Set<Decl>;
}

export interface Crate {
  readonly program: Program;
  readonly edition: '2021' | '2024';
  readonly names: CrateNames;
  readonly representation: Representation;
  readonly rules: RuleSet | undefined;
  readonly errorSets: ErrorSets;
  readonly generics: GenericPlan;
  readonly unsafeParameters: UnsafeParameters;
  readonly numberTypes: NumberTypes;
  readonly parentFields: ParentFields;
  readonly globalStorage: GlobalStorage;
  /** How tests run that touch variables which other tests touch, too. */
  readonly testTurns: TestTurns;
  readonly testOrderNames: TestOrderNames;
  readonly globalValues: Map<Decl, GlobalValue>;
  /** Functions whose body rustc rejected, by `functionKey`, with the reason. */
  readonly refused: ReadonlyMap<string, string>;
  /** Why access to a global variable is unsafe: it makes a difference whether the program starts threads. */
  readonly globalCause: 'globalVar' | 'sharedGlobal';
  readonly runtime: Set<string>;
  readonly diagnostics: Diagnostic[];
  readonly markers: LoweredMarker[];
  readonly requests: Requests;
}

/** What the rehearsal found out about a body. */
export interface BodyFacts {
  readonly used: Set<ir.Local>;
  /** Mentioned otherwise than as the target of an assignment. */
  readonly read: Set<ir.Local>;
  readonly mutated: Set<ir.Local>;
  /** The exits that leave through a `defer`, by its statement. */
  readonly exits: Map<ir.Statement, Map<ExitKey, RustType | undefined>>;
}
/** An exit by its destination: the function's end, or a label that is broken or continued. */
export type ExitKey = 'return' | `break ${number}` | `continue ${number}`;

export interface Body {
  readonly instance: FnInstance | undefined;
  readonly kind: 'fn' | 'test' | 'global';
  readonly names: LocalNames;
  /** Filled by this run. */
  readonly facts: BodyFacts;
  /** What comes out only tells what the next run must know. */
  readonly isRehearsal: boolean;
  /** What the rehearsal before this run found; undefined in the first. */
  readonly known: BodyFacts | undefined;
  /** Comments that found their place. */
  readonly claimed: Set<ast.Comment>;
  /** Initialisers that are written part by part into the place that is being assigned. */
  readonly inPlace: Map<ir.Expr, ir.Place>;
}

export interface Scope {
  readonly crate: Crate;
  readonly module: Module;
  readonly file: ProgramFile;
  readonly body: Body;
  readonly frames: Frame | undefined;
  /** Captured errors that need no variable of their own set. */
  readonly capturedErrors: ReadonlyMap<ir.Local, CapturedError>;
}

/** What the arm that captures an error knows: which one it is, or only that it still has the type of the whole switch. */
export type CapturedError =
  | { readonly kind: 'known'; readonly name: string }
  | { readonly kind: 'unnarrowed'; readonly set: ErrorSetType };

/** Where a type or an item is mentioned: what it takes to write a path. */
export interface Site {
  readonly crate: Crate;
  readonly module: Module;
}

export function newFacts(): BodyFacts {
  return { used: new Set(), read: new Set(), mutated: new Set(), exits: new Map() };
}

/** The span of a syntax node in the file of the scope. */
export function spanOf(
  scope: { readonly file: ProgramFile },
  node: { readonly start: number; readonly end: number },
): Span {
  return { file: scope.file.path, start: node.start, end: node.end };
}

/** Raises a diagnostic, once: not in the rehearsal. */
export function report(scope: Scope, found: Diagnostic): void {
  if (!scope.body.isRehearsal) scope.crate.diagnostics.push(found);
}

/** The construct has no Rust yet: the function that holds it becomes a marked `todo!`. */
export class Unported extends Error {
  constructor(
    readonly reason: string,
    readonly node: ast.NodeBase | undefined,
  ) {
    super(reason);
  }
}

/** Gives up on the enclosing function. */
export function unported(reason: string, node?: ast.NodeBase): never {
  throw new Unported(reason, node);
}

/** A module of the runtime: notes that the crate needs it and gives the path of an item in it, imported by its name. */
export function runtimeItem(site: Site, module: string, item: string): readonly string[] {
  site.crate.runtime.add(module);
  return site.module.imports.use('crate', 'rt', module, item);
}

/** The path of a function of the runtime, written with its module: `trap::unwrap_null`. */
export function runtimePath(site: Site, module: string, item: string): readonly string[] {
  site.crate.runtime.add(module);
  return [...site.module.imports.use('crate', 'rt', module), item];
}

/** A trait of the runtime, for its methods. */
export function runtimeTrait(site: Site, module: string, trait: string): void {
  site.crate.runtime.add(module);
  site.module.imports.useTrait('crate', 'rt', module, trait);
}
