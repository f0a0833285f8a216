/**
 * The result of semantic analysis: a program as the set of declarations, container instances and function instances that are
 * reachable from its roots. Records that sema fills in lazily are mutable there and readonly by convention afterwards.
 */

import type { Diagnostic } from '../../diagnostics.js';
import type * as ast from '../syntax/ast.js';
import type { ZigVersion } from '../syntax/zig-version.js';
import type { Block, Local } from './ir.js';
import type { ErrorSetType, FnType, NominalType, Type } from './types.js';
import type { Value } from './values.js';

/** One Zig file that was reached. */
export interface ProgramFile {
  readonly id: number;
  readonly path: string;
  /** Dotted path from the root of its module: `std.mem`, `parser.ast`; the root file of the project is `root`. */
  readonly qualifiedName: string;
  /** `user`: the project's own; `std`: Zig's library; `builtin`: generated facts; `module`: another named module; `c`: C headers. */
  readonly origin: 'user' | 'std' | 'builtin' | 'module' | 'c';
  /** C headers that could not be read: their names are taken as they are used. */
  readonly isUnknownC: boolean;
  readonly source: ast.SourceFile;
  /** The struct that the file is. */
  readonly container: ContainerInstance;
}

/** A container declaration with the comptime values it captured: what `struct {…}` evaluates to, one per memo key. */
export interface ContainerInstance {
  readonly id: number;
  readonly file: ProgramFile;
  /** Undefined for a type made by `@Type`, `@Struct`, `@Enum`, `@Union`, or a union's generated tag. */
  readonly node: ast.ContainerDecl | ast.Root | undefined;
  /** The literal without a type that makes an anonymous struct. */
  readonly literal: ast.StructInit | undefined;
  readonly parent: ContainerInstance | undefined;
  /** The function instance in whose body it stands, if any. */
  readonly enclosingFn: FnInstance | undefined;
  /** What `@typeName` gives: a hint, never identity. */
  readonly name: string;
  /** Comptime values of the enclosing scopes that make this instance differ from others of the same node, in order of capture. */
  readonly captures: readonly Capture[];
  readonly decls: ReadonlyMap<string, Decl>;
  /** Its tests and `comptime` blocks, in order. */
  readonly unnamed: readonly Decl[];
  /** Its `usingnamespace` declarations, whose value is the type that they bring in. */
  readonly mixins: readonly Decl[];
  readonly type: NominalType;
}

export interface Capture {
  readonly name: string;
  readonly type: Type;
  readonly value: Value;
}

export type DeclKind = 'const' | 'var' | 'fn' | 'test' | 'comptime' | 'usingnamespace';

/** A declaration in a container instance. */
export interface Decl {
  readonly id: number;
  readonly kind: DeclKind;
  readonly name: string;
  readonly container: ContainerInstance;
  readonly node: ast.VarDecl | ast.FnDecl | ast.TestDecl | ast.ComptimeDecl | ast.UsingNamespace;
  readonly isPub: boolean;
  /** Dotted name from the module root: `std.mem.eql`, `std.array_list.Aligned.append`. */
  readonly qualifiedName: string;
  /** Known after its type stage. */
  type: Type | undefined;
  /** Known after its value stage; a `var` has its initial value here. */
  value: Value | undefined;
  /**
   * The initialiser of a number as the author wrote it; undefined when there is only a value. Of a `comptime` block the calls that it makes,
   * as they would be at run time.
   */
  init: Block | undefined;
  /** For `kind: 'fn'`: its instances, one per set of comptime arguments (exactly one if it is not generic). */
  readonly instances: FnInstance[];
  /** Whether run-time code takes its address (it must then be a `static`). */
  isAddressTaken: boolean;
  /** Whether run-time code mentions it at all. */
  isReferenced: boolean;
  /** Whether it was called at all, at run time or at comptime. */
  isInvoked: boolean;
  /** The symbols that `@export` gives it. */
  readonly exportNames: string[];
  /** Explicit alignment in bytes of a variable whose address is taken; 0: none. */
  align: number;
}

/** A function with its comptime arguments bound: the unit of analysis and of emission. */
export interface FnInstance {
  readonly id: number;
  readonly decl: Decl;
  readonly node: ast.FnDecl | ast.TestDecl;
  /** The container instance that the declaration belongs to (methods: the `Self` type). */
  readonly container: ContainerInstance;
  /** One per parameter of the declaration, in order. */
  params: readonly FnParam[];
  type: FnType | undefined;
  returnType: Type;
  /** Members of the inferred error set, solved; undefined when the set is written. */
  inferredErrors: ErrorSetType | undefined;
  /** Undefined: extern, cut at its signature by a rule, or not analysable (then `failure` says why). */
  body: Block | undefined;
  readonly failure: Diagnostic | undefined;
  /** Every local variable, parameter and capture of the body. */
  readonly locals: readonly Local[];
  /** Instances that run-time code of the body calls or takes as a value. */
  readonly references: ReadonlySet<FnInstance>;
  readonly isExtern: boolean;
  readonly isExport: boolean;
  readonly isInline: boolean;
  readonly callconv: string;
  /** Assertions (`expect*`, `assert`) that the analyser ran at comptime inside this body. */
  comptimeAssertions: number;
}

export interface FnParam {
  readonly name: string | undefined;
  readonly node: ast.Param | undefined;
  readonly type: Type;
  readonly isComptime: boolean;
  readonly isAnytype: boolean;
  /** The bound argument of a comptime parameter, and of an `anytype` one whose type is comptime-only. */
  readonly value: Value | undefined;
  /** The local that the body sees; undefined for comptime parameters and unnamed ones. */
  readonly local: Local | undefined;
}

/**
 * A declaration that can be emitted once, with generic parameters: its analysis with the comptime parameters left opaque. Substituting
 * the arguments of each of `instances` in the template gives that instance's IR node for node; this was checked.
 */
export interface Generic {
  readonly template: GenericTemplate;
  readonly params: readonly GenericParam[];
  /** Instances in the program, with the arguments for `params`; empty in a library that only declares it. */
  readonly instances: readonly { readonly item: ContainerInstance | FnInstance; readonly args: readonly Value[] }[];
  /** Of a type: its mentions in other templates, with arguments that are built from those templates' parameters. */
  readonly open: readonly { readonly item: ContainerInstance; readonly args: readonly Value[] }[];
}
export type GenericTemplate =
  | { readonly kind: 'fn'; readonly instance: FnInstance }
  /** What a type function returns, with the analysed methods of the container. */
  | {
      readonly kind: 'container';
      readonly decl: Decl;
      readonly container: ContainerInstance;
      readonly methods: readonly FnInstance[];
    };
export interface GenericParam {
  readonly name: string;
  /** The parameter's index in the declaration. */
  readonly index: number;
  /** `type`: also the type of an `anytype` parameter. `fn`: a function that is only called. */
  readonly kind: 'type' | 'const' | 'fn';
  /** The type of a const or function parameter. */
  readonly type: Type;
  /** What the template's code asks of a type parameter. */
  readonly bounds: ReadonlySet<GenericBound>;
}
export type GenericBound = 'Copy' | 'PartialEq' | 'PartialOrd';

export interface Program {
  readonly files: readonly ProgramFile[];
  readonly root: ProgramFile;
  /** Reachable functions with run-time existence, in order of discovery; tests are among them (`decl.kind === 'test'`). */
  readonly functions: readonly FnInstance[];
  /** Nominal types that run-time code mentions. */
  readonly types: readonly NominalType[];
  /** Container-level `const` and `var` that run-time code mentions. */
  readonly globals: readonly Decl[];
  /** Declarations that are emitted once with parameters; their instances are then not emitted one by one. */
  readonly generics: readonly Generic[];
  /** Why other generic declarations of the project are emitted once for each instance. */
  readonly specialised: readonly { readonly decl: Decl; readonly reason: string }[];
  /** `main` of the root file, if there is one. */
  readonly main: FnInstance | undefined;
  /** The program's own panic handler. */
  readonly panicHandler: FnInstance | undefined;
  /** The version of Zig that the library belongs to. */
  readonly library: ZigVersion;
  /** What `@intFromError` gives for each error that the program names. */
  readonly errorNumbers: ReadonlyMap<string, number>;
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: { readonly expressions: number; readonly unknownExpressions: number };
}
