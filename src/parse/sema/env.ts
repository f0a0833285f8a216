/**
 * The environment of analysis: the compilation, the function being analysed, the mode, and the scope chain.
 *
 * Three modes. `runtime`: IR is made, values are tracked along. `comptime`: the expression is run, only values count. `constant`: a
 * container-level initialiser: it is run, and the IR is kept as well, so that the structure the author wrote can be emitted.
 */

import type { Label, Local } from '../ir/ir.js';
import type { ContainerInstance, FnInstance, ProgramFile } from '../ir/program.js';
import type { Type } from '../ir/types.js';
import type { Allocation, Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import type { Compilation } from './compilation.js';
import type { PendingDefer } from './defer.js';
import type { ForeignDeclaration } from './former-std.js';
import type { Operand } from './operand.js';

export type Mode = 'runtime' | 'comptime' | 'constant';

/** What a name in a function's scope stands for. */
export type Binding =
  /** A comptime-known constant, with the local that holds it at run time where there is one. */
  | { readonly kind: 'value'; readonly type: Type; readonly value: Value; readonly local: Local | undefined }
  /** A `comptime var`, or a variable of a function that is run at comptime. */
  | { readonly kind: 'allocation'; readonly allocation: Allocation; readonly align?: number }
  | { readonly kind: 'local'; readonly local: Local }
  /** A name whose declaration could not be analysed. */
  | { readonly kind: 'unknown' };

export type Scope =
  | { readonly kind: 'container'; readonly container: ContainerInstance; readonly parent: Scope | undefined }
  | { readonly kind: 'name'; readonly name: string; readonly binding: Binding; readonly parent: Scope | undefined }
  | { readonly kind: 'label'; readonly target: JumpTarget; readonly parent: Scope | undefined }
  | { readonly kind: 'defer'; readonly pending: PendingDefer; readonly parent: Scope | undefined }
  /** The inside of a `defer` or `errdefer`, which no jump leaves. */
  | { readonly kind: 'deferred'; readonly parent: Scope | undefined }
  | { readonly kind: 'function'; readonly frame: Frame; readonly parent: Scope | undefined };

/** A block, loop or switch that `break` or `continue` can name. */
export interface JumpTarget {
  readonly name: string | undefined;
  readonly isLoop: boolean;
  readonly isSwitch: boolean;
  readonly label: Label;
  /** The function run it belongs to: jumps of an enclosing run are not reachable. */
  readonly frame: Frame;
  /** Run at comptime: jumps are signals. */
  readonly isComptime: boolean;
  readonly resultType: Type | undefined;
  /** What the operand of a `break` is analysed for, where no type says it. */
  readonly location?: ResultLocation;
  /** Of a labelled switch: the type of its operand, which `continue` gives anew, and whether it is taken by address. */
  readonly operandType?: Type | undefined;
  readonly operandByAddress?: boolean;
  /** Operands broken with, for peer type resolution. */
  readonly results: Operand[];
}

/** One analysis or comptime run of a function body. */
export interface Frame {
  readonly instance: FnInstance | undefined;
  readonly isComptime: boolean;
  readonly returnType: Type;
  /** Error names that the body can return, where the set is inferred. */
  readonly errors: ErrorCollector | undefined;
  readonly locals: Local[];
  /** `List(u8)`: what a type that this run returns is called. */
  readonly callName: string | undefined;
}

/** An inferred error set in the making: names, and the sets of other functions that flow in. */
export interface ErrorCollector {
  readonly names: Set<string>;
  readonly sources: Set<FnInstance>;
  isAny: boolean;
}

export interface Env {
  readonly cx: Compilation;
  readonly file: ProgramFile;
  readonly container: ContainerInstance;
  readonly scope: Scope | undefined;
  readonly frame: Frame | undefined;
  readonly mode: Mode;
  /** Below `@TypeOf`: only types are asked for, nothing becomes part of the program. */
  readonly isTypeOf: boolean;
}

export function withScope(env: Env, scope: Scope | undefined): Env {
  return {
    cx: env.cx,
    file: env.file,
    container: env.container,
    scope,
    frame: env.frame,
    mode: env.mode,
    isTypeOf: env.isTypeOf,
  };
}
export function withMode(env: Env, mode: Mode): Env {
  if (env.mode === mode) return env;
  return {
    cx: env.cx,
    file: env.file,
    container: env.container,
    scope: env.scope,
    frame: env.frame,
    mode,
    isTypeOf: env.isTypeOf,
  };
}
export function bind(env: Env, name: string, binding: Binding): Env {
  return withScope(env, { kind: 'name', name, binding, parent: env.scope });
}
export function withTarget(env: Env, target: JumpTarget): Env {
  return withScope(env, { kind: 'label', target, parent: env.scope });
}
/** True where expressions are run, not only typed: their operands must be comptime-known. */
export function isEvaluating(env: Env): boolean {
  return env.mode !== 'runtime';
}

let nextLabelId = 1;
export function newLabel(name: string | undefined): Label {
  return { id: nextLabelId++, name, isBroken: false, isContinued: false };
}
let nextLocalId = 1;
/** A new variable of the function under analysis. */
export function newLocal(
  env: Env,
  name: string,
  type: Type,
  isMutable: boolean,
  role: Local['role'],
  node: Local['node'],
  align = 0,
  value: Value | undefined = undefined,
): Local {
  const local: Local = { id: nextLocalId++, name, type, isMutable, role, node, align, value };
  if (!env.isTypeOf) env.frame?.locals.push(local);
  return local;
}

/** What an expression is analysed for. `ref`: its address is wanted; `type`: the type that its value will be coerced to. */
export type ResultLocation =
  /** `peers`: types that the result will be brought together with; `elements`: those of a destructured tuple's parts, as far as known. */
  | { readonly kind: 'none'; readonly peers?: readonly Type[]; readonly elements?: readonly (Type | undefined)[] }
  | { readonly kind: 'discard' }
  | { readonly kind: 'ref' }
  /** `inPlace`: the value goes into memory that is there already, and an untyped initialiser writes its parts where they will lie. */
  | { readonly kind: 'type'; readonly type: Type; readonly inPlace?: true };
export const NONE: ResultLocation = { kind: 'none' };
export const DISCARD: ResultLocation = { kind: 'discard' };
export const REF: ResultLocation = { kind: 'ref' };
export function forType(type: Type | undefined): ResultLocation {
  return type === undefined || type.kind === 'anytype' || type.kind === 'unknown' ? NONE : { kind: 'type', type };
}
/** For what is assigned to a place of the type. */
export function forPlace(type: Type): ResultLocation {
  const location = forType(type);
  return location.kind === 'type' ? { ...location, inPlace: true } : location;
}
/** For a part of what an untyped initialiser makes: it lies in place where the whole does. */
export function forPart(whole: ResultLocation, type: Type): ResultLocation {
  return isInPlace(whole) ? forPlace(type) : forType(type);
}
export function isInPlace(location: ResultLocation): boolean {
  return location.kind === 'type' && location.inPlace === true;
}
/** The type wanted by a result location, if it says one. */
export function wantedType(location: ResultLocation): Type | undefined {
  return location.kind === 'type' ? location.type : undefined;
}

/** Jumps of comptime runs. Not errors: no stack trace is taken. */
export class BreakSignal {
  constructor(
    readonly target: JumpTarget,
    readonly operand: Operand | undefined,
  ) {}
}
export class ContinueSignal {
  constructor(
    readonly target: JumpTarget,
    readonly operand: Operand | undefined,
  ) {}
}
export class ReturnSignal {
  constructor(
    readonly frame: Frame,
    readonly operand: Operand,
  ) {}
}

/** Analysis of an expression cannot go on; the diagnostic says why. Caught by the statement or declaration around it. */
export class AnalysisFailure {
  constructor(
    readonly message: string,
    readonly env: Env,
    readonly node: { readonly start: number; readonly end: number },
    /** The author's own `@compileError`. */ readonly isCompileError = false,
  ) {}
}
/** The library is that of another version of Zig than the program is written for. */
export class ForeignLibraryFailure extends AnalysisFailure {
  constructor(
    readonly foreign: ForeignDeclaration,
    env: Env,
    node: { readonly start: number; readonly end: number },
  ) {
    super(`\`${foreign.path}\` is of ${foreign.period}`, env, node);
  }
}
/**
 * What was thrown, as a failure at `node` where it is one of the analyser's own: a failure, a jump of comptime code that no target
 * takes, or JavaScript's stack at its end. Anything else is an error of the program and undefined here.
 */
export function asFailure(
  error: unknown,
  env: Env,
  node: { readonly start: number; readonly end: number },
): AnalysisFailure | undefined {
  if (error instanceof AnalysisFailure) return error;
  if (error instanceof RangeError) {
    env.cx.isStackExhausted = true;
    return new AnalysisFailure('the analysis nests too deeply', env, node);
  }
  if (error instanceof ReturnSignal || error instanceof BreakSignal || error instanceof ContinueSignal)
    return new AnalysisFailure('comptime control flow leaves the code that runs at comptime', env, node);
  return undefined;
}
/** Ends the analysis of the current expression with a reason for the user. */
export function fail(env: Env, node: { readonly start: number; readonly end: number }, message: string): never {
  throw new AnalysisFailure(message, env, node);
}
export type { ast };
