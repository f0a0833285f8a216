/**
 * The entry of semantic analysis: a root file to a `Program`. Roots are the tests, `main`, exported and (in a library) all functions
 * of the project's own files; whatever their run-time code refers to follows.
 */
import type { Block, Expr, Statement } from '../ir/ir.js';
import type { FnInstance, Program } from '../ir/program.js';
import type { Type } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import { parseSource } from '../syntax/parse.js';
import {
  type AnalysisOptions,
  Compilation,
  type CutRules,
  DEFAULT_EVALUATION_BUDGET,
  type SourceHost,
} from './compilation.js';
import { isComptimeOnly } from './comptime-only.js';
import { asFailure, DISCARD, type Env, NONE, withMode } from './env.js';
import { solvedErrorSet } from './error-set.js';
import { comptimeExpr, exprAs } from './expr.js';
import { functionTemplate } from './function.js';
import { forceBody } from './function-body.js';
import { decideGenerality } from './generic.js';
import { containerEnv, declValue, mixinType } from './namespace.js';
import { boolValue, toIr } from './operand.js';
import { ownPanicHandler } from './own-panic.js';
import { T } from './pool.js';
import { fieldsOfReached } from './reach-fields.js';
import { collectReachable, type Offered } from './reachable.js';
import type { ContainerRecord, DeclRecord, FnRecord } from './records.js';
import { speculate } from './speculate.js';

export interface Analysed {
  readonly program: Program;
  readonly compilation: Compilation;
}
/** What a caller chooses; the rules are made for the compilation, whose files they look at. */
export type ProgramOptions = Partial<Omit<AnalysisOptions, 'rules' | 'zigLibDir'>> & {
  readonly zigLibDir: string;
  readonly rules?: (compilation: Compilation) => CutRules;
};

/** Analyses a program; std is found in `zigLibDir`. Undefined where the root file cannot be read. */
export function analyseProgram(
  host: SourceHost,
  rootPath: string,
  { rules, ...options }: ProgramOptions,
): Analysed | undefined {
  const settings: AnalysisOptions = {
    modules: {},
    isTest: true,
    rules: undefined,
    translateC: undefined,
    parse: parseSource,
    observe: undefined,
    evaluationBudget: DEFAULT_EVALUATION_BUDGET,
    zigVersion: undefined,
    ...options,
  };
  const cx = new Compilation(host, rootPath, settings);
  cx.options.rules = rules?.(cx);
  const root = cx.file(rootPath, 'user');
  if (!root) return undefined;
  cx.root = root;
  const visited = new Set<ContainerRecord>();
  let scanned = 0;
  do {
    for (; scanned < cx.containers.length; scanned++) addRoots(cx, cx.containers[scanned]!, visited);
    for (let fn = cx.dequeue(); fn; fn = cx.dequeue()) forceBody(cx, fn);
  } while (scanned < cx.containers.length || followValues(cx));
  return { program: finish(cx), compilation: cx };
}

/**
 * Functions that only values lead to (a table of function pointers), and initial values of the variables that run-time code mentions (those
 * of containers in functions are no roots): whether there are any that are still to be analysed.
 */
function followValues(cx: Compilation): boolean {
  const before = cx.functions.length;
  const { pointedTo, globals } = collectReachable(containerEnv(cx, cx.root.container), cx.functions, offered(cx));
  for (const fn of pointedTo) if (!(fn as FnRecord).isGeneric) cx.enqueue(fn as FnRecord);
  const open = (globals as DeclRecord[]).filter(
    (decl) => decl.valueStage === 'none' && decl.node.kind === 'varDecl' && decl.container.file.origin === 'user',
  );
  for (const decl of open)
    guarded(cx, decl.container, decl, () => declValue(containerEnv(cx, decl.container), decl, decl.node as ast.Node));
  return cx.functions.length > before || open.length > 0;
}

/** What code outside of the project can name: by symbol, and by being `pub`, whether the project itself uses it or not. */
function offered(cx: Compilation): Offered {
  const own = cx.containers.filter((container) => container.file.origin === 'user');
  const decls = own.flatMap((container) => [...container.decls.values()].map((decl) => ({ decl, container })));
  const isPublic = ({ decl, container }: (typeof decls)[number]): boolean =>
    decl.isPub && decl.container === container && container.enclosingFn === undefined && decl.valueStage === 'done';
  const types = decls.filter(isPublic).flatMap(({ decl }) => publicType(decl));
  const globals = decls.filter((one) => isExported(one.decl) || (isPublic(one) && isStored(cx, one.decl)));
  return { types, globals: globals.map(({ decl }) => decl) };
}

/** `export var`, `export const`, and what `@export` names. */
function isExported(decl: DeclRecord): boolean {
  return (decl.node.kind === 'varDecl' && decl.node.isExport) || decl.exportNames.length > 0;
}

/** A type that the project declares. One without fields is a namespace: its members bring it along. */
function publicType({ value }: DeclRecord): readonly Type[] {
  if (value?.kind !== 'type' || !('container' in value.type)) return [];
  const { type } = value;
  const isNamespace = !type.container.node?.members.some((member) => member.kind === 'containerField');
  return type.container.file.origin === 'user' && !isNamespace ? [type] : [];
}

/** Whether a constant or variable has a value at run time, of a type that somebody has written. */
function isStored(cx: Compilation, decl: DeclRecord): boolean {
  if (decl.kind !== 'const' && decl.kind !== 'var') return false;
  return decl.type !== undefined && !isComptimeOnly(containerEnv(cx, decl.container), decl.type, decl.node as ast.Node);
}

/** Everything in the project's own containers is a root: nothing of the user's is dropped. */
function addRoots(cx: Compilation, container: ContainerRecord, visited: Set<ContainerRecord>): void {
  if (container.file.origin !== 'user' || visited.has(container) || container.enclosingFn) return;
  visited.add(container);
  for (const decl of [...container.decls.values(), ...container.unnamed])
    guarded(cx, container, decl, () => rootDecl(cx, decl));
  for (const mixin of container.mixins) guarded(cx, container, mixin, () => mixinType(cx, mixin));
}

function rootDecl(cx: Compilation, decl: DeclRecord): void {
  const env = containerEnv(cx, decl.container);
  switch (decl.kind) {
    case 'fn': {
      const fn = functionTemplate(cx, decl);
      if (!fn.isGeneric) cx.enqueue(fn);
      return;
    }
    case 'test':
      cx.enqueue(functionTemplate(cx, decl));
      return;
    case 'comptime':
      comptimeExpr(env, (decl.node as ast.ComptimeDecl).body, DISCARD);
      decl.init = checksOf(env, (decl.node as ast.ComptimeDecl).body);
      return;
    case 'const':
    case 'var':
      declValue(env, decl, decl.node as ast.Node);
      return;
    case 'usingnamespace':
      return;
  }
}

/**
 * What a block that has been run checks, for Rust to check, too: calls with a known `bool`, and `@compileError` behind a condition, as the
 * builtin of what has to hold and the message.
 */
function checksOf(env: Env, body: ast.Expression): Block {
  const nodes = isPlainBlock(body) ? body.statements : [body];
  const statements = nodes.flatMap((node): readonly Statement[] => {
    const check = speculate(env.cx, () => checkOf(env, node));
    return check === undefined ? [] : [{ kind: 'expr', expr: check, node }];
  });
  return { label: undefined, statements, node: body, type: T.void };
}

function isPlainBlock(node: ast.Statement): node is ast.Block {
  return node.kind === 'block' && node.label === undefined;
}

function checkOf(env: Env, node: ast.Statement): Expr | undefined {
  const constant = withMode(env, 'constant');
  if (node.kind === 'if') return guardOf(constant, node);
  const [condition] = node.kind === 'call' ? node.args : [];
  if (node.kind !== 'call' || condition === undefined || node.args.length > 1) return undefined;
  const callee = comptimeExpr(env, node.callee, NONE);
  if (callee.value?.kind !== 'fn') return undefined;
  const args = [toIr(exprAs(constant, condition, T.bool))];
  const { instance } = callee.value;
  const form = { isMethodCall: false, modifier: 'auto', value: undefined } as const;
  return { kind: 'call', callee: { kind: 'instance', instance }, args, type: instance.returnType, node, ...form };
}

/** `if (condition) @compileError(message);` */
function guardOf(env: Env, node: ast.If): Expr | undefined {
  const [only, ...more] = isPlainBlock(node.then) ? node.then.statements : [node.then];
  if (node.else !== undefined || node.capture !== undefined || only === undefined || more.length > 0) return undefined;
  const [message] = only.kind === 'builtinCall' && only.name === 'compileError' ? only.args : [];
  if (message === undefined) return undefined;
  const operand = toIr(exprAs(env, node.condition, T.bool));
  const holds: Expr = { kind: 'not', operator: '!', operand, type: T.bool, node, value: boolValue(true) };
  const args = [holds, toIr(comptimeExpr(env, message, NONE))];
  return { kind: 'builtin', name: 'compileError', args, type: T.void, node, value: undefined };
}

function guarded(cx: Compilation, container: ContainerRecord, decl: DeclRecord, run: () => void): void {
  try {
    run();
  } catch (error) {
    const node = decl.node as ast.Node;
    const failure = asFailure(error, containerEnv(cx, container), node);
    if (!failure) throw error;
    cx.reportFailure(failure);
  }
}

/**
 * Functions of the project that run at comptime only, and that Zig therefore never analyses for run time: what was reported of them as
 * roots is no fault.
 */
function dropComptimeOnly(cx: Compilation): void {
  const mayGo = (fn: FnRecord): boolean => fn.isRun && fn.failures.length > 0 && !fn.isExport;
  if (!cx.functions.some(mayGo)) return;
  const { pointedTo } = collectReachable(containerEnv(cx, cx.root.container), cx.functions, offered(cx));
  const kept = new Set<FnInstance>([...cx.functions.filter((fn) => !mayGo(fn)), ...pointedTo]);
  for (const fn of kept) for (const other of fn.references) kept.add(other);
  const dropped = new Set(cx.functions.filter((fn) => !kept.has(fn)));
  const reported = new Set([...dropped].flatMap((fn) => fn.failures));
  cx.functions = cx.functions.filter((fn) => !dropped.has(fn));
  cx.diagnostics = cx.diagnostics.filter((one) => !reported.has(one));
}

function finish(cx: Compilation): Program {
  const env = containerEnv(cx, cx.root.container);
  dropComptimeOnly(cx);
  cx.keepForeignAlone();
  for (const fn of cx.functions) {
    if (fn.inferredErrors?.kind === 'inferredErrorSet') fn.inferredErrors = solvedErrorSet(env, fn.inferredErrors);
  }
  const { generics, specialised } = decideGenerality(cx);
  const reached = collectReachable(env, cx.functions, offered(cx));
  fieldsOfReached(env, reached.types);
  const main = cx.root.container.decls.get('main');
  return {
    files: [...cx.files.values()],
    root: cx.root,
    functions: cx.functions,
    types: reached.types,
    globals: reached.globals,
    generics,
    specialised,
    main: main?.kind === 'fn' ? main.template : undefined,
    panicHandler: ownPanicHandler(cx),
    library: cx.libraryVersion(),
    errorNumbers: cx.errorNumbers,
    diagnostics: cx.diagnostics,
    counts: cx.counts,
  };
}
