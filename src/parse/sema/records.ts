/** The records of `ir/program.ts` as sema fills them in: the same fields, mutable, plus what only analysis needs. */
import type { Diagnostic } from '../../diagnostics.js';
import type { Block, Local } from '../ir/ir.js';
import type { Capture, ContainerInstance, Decl, DeclKind, FnInstance, FnParam, ProgramFile } from '../ir/program.js';
import type { ErrorSetType, FnType, NominalType, Type } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import type { Env, ErrorCollector, Scope } from './env.js';
import type { Operand } from './operand.js';
import { T } from './pool.js';

export type Stage = 'none' | 'running' | 'done' | 'failed';

/** A file; its container is set when it is first analysed. */
export class FileRecord implements ProgramFile {
  container!: ContainerRecord;
  isUnknownC = false;
  constructor(
    readonly id: number,
    readonly path: string,
    readonly qualifiedName: string,
    readonly origin: ProgramFile['origin'],
    readonly source: ast.SourceFile,
  ) {}
}

export class ContainerRecord implements ContainerInstance {
  readonly decls = new Map<string, DeclRecord>();
  /** Tests, comptime blocks and others without a name, in order. */
  readonly unnamed: DeclRecord[] = [];
  type!: NominalType;
  literal: ast.StructInit | undefined;
  scope!: Scope;
  fieldsStage: Stage = 'none';
  /** Evaluated under several names: it has the first. */
  isShared = false;
  /** `usingnamespace` declarations still to be looked through. */
  readonly mixins: DeclRecord[] = [];
  constructor(
    readonly id: number,
    readonly file: FileRecord,
    readonly node: ast.ContainerDecl | ast.Root | undefined,
    readonly parent: ContainerRecord | undefined,
    readonly enclosingFn: FnRecord | undefined,
    public name: string,
    public qualifiedName: string,
    readonly captures: readonly Capture[],
  ) {}
}

export class DeclRecord implements Decl {
  type: Type | undefined;
  value: Value | undefined;
  init: Block | undefined;
  /** The analysed initialiser, for the structure it keeps. */
  initOperand: Operand | undefined;
  readonly instances: FnRecord[] = [];
  /** The function itself, its signature resolved on demand; for a generic one the template that calls instantiate. */
  template: FnRecord | undefined;
  isAddressTaken = false;
  isInvoked = false;
  isReferenced = false;
  readonly exportNames: string[] = [];
  align = 0;
  typeStage: Stage = 'none';
  valueStage: Stage = 'none';
  constructor(
    readonly id: number,
    readonly kind: DeclKind,
    readonly name: string,
    readonly container: ContainerRecord,
    readonly node: Decl['node'],
    readonly isPub: boolean,
  ) {}
  get qualifiedName(): string {
    return `${this.container.qualifiedName}.${this.name}`;
  }
}

export class FnRecord implements FnInstance {
  params: readonly FnParam[] = [];
  type: FnType | undefined;
  returnType: Type = T.unknown;
  inferredErrors: ErrorSetType | undefined;
  body: Block | undefined;
  failure: Diagnostic | undefined;
  /** All that was reported of its body. */
  readonly failures: Diagnostic[] = [];
  /** Run at comptime at least once. */
  isRun = false;
  locals: Local[] = [];
  readonly references = new Set<FnInstance>();
  isExtern = false;
  isExport = false;
  isInline = false;
  callconv = 'auto';
  comptimeAssertions = 0;
  /** Has comptime or `anytype` parameters, and this is the template that calls instantiate. */
  isGeneric = false;
  /** The return type before a rule narrowed its errors: what a run at comptime returns. */
  writtenReturnType: Type | undefined;
  /** Replaced by a rule: its body is not analysed for run time. */
  isCut = false;
  signatureStage: Stage = 'none';
  bodyStage: Stage = 'none';
  isQueued = false;
  readonly errors: ErrorCollector = { names: new Set(), sources: new Set(), isAny: false };
  /** The scope of the body: parameters bound. */
  env: Env | undefined;
  constructor(
    readonly id: number,
    readonly decl: DeclRecord,
    readonly node: ast.FnDecl | ast.TestDecl,
    readonly container: ContainerRecord,
  ) {}
}

/** Keeps what was reported of a body; the first is what the function is marked with. */
export function noteFailure(fn: FnRecord, report: Diagnostic): void {
  fn.failure ??= report;
  fn.failures.push(report);
}
