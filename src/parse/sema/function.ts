/**
 * Function signatures: the template of a declaration, and its instances. A function is generic when a parameter is comptime,
 * `anytype`, or of a type that exists only at comptime; each set of comptime arguments makes one instance.
 */

import type { FnParam } from '../ir/program.js';
import type { FnTypeParam, Type } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import { namesUsedIn } from './captures.js';
import type { Compilation } from './compilation.js';
import { isComptimeOnly } from './comptime-only.js';
import { bind, type Env, newLocal, withScope } from './env.js';
import { typeExpr } from './expr.js';
import { callconvOf } from './function-type.js';
import { containerEnv } from './namespace.js';
import { functionName, within } from './naming.js';
import { T } from './pool.js';
import { type DeclRecord, FnRecord } from './records.js';

/** The function of a declaration with its signature resolved; the template where it is generic. */
export function functionTemplate(cx: Compilation, decl: DeclRecord): FnRecord {
  decl.template ??= newFunction(cx, decl);
  if (decl.template.signatureStage === 'none') resolveSignature(cx, decl.template);
  return decl.template;
}

/** The environment of a signature or body, before any parameter is bound. */
export function functionEnv(cx: Compilation, fn: FnRecord): Env {
  return containerEnv(cx, fn.container);
}

export function newFunction(cx: Compilation, decl: DeclRecord): FnRecord {
  const node = decl.node as ast.FnDecl | ast.TestDecl;
  const fn = new FnRecord(cx.freshId(), decl, node, decl.container);
  if (node.kind === 'fnDecl') {
    fn.isExtern = node.isExtern;
    fn.isExport = node.isExport;
    fn.isInline = node.inline === 'inline';
  }
  return fn;
}

function resolveSignature(cx: Compilation, fn: FnRecord): void {
  fn.signatureStage = 'running';
  const env = functionEnv(cx, fn);
  try {
    if (fn.node.kind === 'testDecl') {
      fn.returnType = cx.pool.errorUnion(inferredSet(fn), T.void);
      fn.type = cx.pool.fn([], fn.returnType, 'auto', false);
      fn.env = withScope(env, env.scope);
    } else {
      const { proto } = fn.node;
      within(cx, functionName(fn), () => resolvePrototype(cx, fn, proto, env));
    }
    if (!fn.isGeneric) fn.decl.instances.push(fn);
    fn.signatureStage = 'done';
  } finally {
    if (fn.signatureStage === 'running') fn.signatureStage = 'none';
  }
}

/** The inferred error set type of a function, one object for each. */
export function inferredSet(fn: FnRecord): import('../ir/types.js').InferredErrorSetType {
  if (fn.inferredErrors?.kind !== 'inferredErrorSet')
    fn.inferredErrors = { kind: 'inferredErrorSet', id: -fn.id - 1, owner: fn };
  return fn.inferredErrors as import('../ir/types.js').InferredErrorSetType;
}

function resolvePrototype(cx: Compilation, fn: FnRecord, proto: ast.FnProto, env: Env): void {
  const comptimeNames = new Set<string>();
  const types: (Type | undefined)[] = [];
  let scoped = env;
  const params: FnParam[] = [];
  for (const param of proto.params) {
    const type = param.type && !mentions(param.type, comptimeNames) ? typeExpr(env, param.type) : undefined;
    types.push(type);
    const isGeneric = param.isComptime || type === undefined || isComptimeOnly(env, type, proto);
    if (isGeneric) fn.isGeneric = true;
    if (param.name && isGeneric) comptimeNames.add(param.name.text);
    const bound = fn.isGeneric ? undefined : bindParam(scoped, param, type!);
    if (bound) scoped = bound.env;
    params.push({
      name: param.name?.text,
      node: param,
      type: type ?? T.anytype,
      isComptime: param.isComptime,
      isAnytype: param.type === undefined,
      value: undefined,
      local: bound?.local,
    });
  }
  fn.callconv = proto.callconv ? callconvOf(env, proto.callconv) : impliedCallconv(fn);
  if (fn.callconv === 'inline') fn.isInline = true;
  fn.params = params;
  // A result type may also ask for the type of a parameter that is only known at run time.
  const names = new Set(proto.params.flatMap((param) => param.name?.text ?? []));
  const dependent = proto.returnType && mentions(proto.returnType, names);
  if (dependent) fn.isGeneric = true;
  if (!dependent) fn.returnType = returnTypeOf(cx, fn, proto, scoped);
  const typeParams = proto.params.map(
    (param, index): FnTypeParam => ({ type: types[index], isComptime: param.isComptime, isNoalias: param.isNoalias }),
  );
  fn.type = cx.pool.fn(typeParams, dependent ? undefined : fn.returnType, fn.callconv, proto.varargs);
  fn.env = scoped;
  if (!fn.isGeneric) cutByRule(cx, fn, scoped);
}

function impliedCallconv(fn: FnRecord): string {
  if (fn.isInline) return 'inline';
  return fn.isExtern || fn.isExport ? 'c' : 'auto';
}

function mentions(node: ast.Expression, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  for (const name of namesUsedIn(node)) if (names.has(name)) return true;
  return false;
}

/** Binds a run-time parameter to a local of the function. */
export function bindParam(env: Env, param: ast.Param, type: Type) {
  if (!param.name || param.name.text === '_')
    return { env, local: newLocal(env, param.name?.text ?? '_', type, false, 'param', param) };
  const local = newLocal(env, param.name.text, type, false, 'param', param);
  return { env: bind(env, local.name, { kind: 'local', local }), local };
}

export function returnTypeOf(cx: Compilation, fn: FnRecord, proto: ast.FnProto, env: Env): Type {
  const payload = proto.returnType ? typeExpr(env, proto.returnType) : T.void;
  return proto.inferredErrors ? cx.pool.errorUnion(inferredSet(fn), payload) : payload;
}

/** Asks the rules whether they replace the function; its error set is then what the rule says it still returns. */
export function cutByRule(cx: Compilation, fn: FnRecord, _env: Env): void {
  if (fn.container.file.origin !== 'std') return;
  const cut = cx.options.rules?.cut(fn);
  if (!cut) return;
  fn.isCut = true;
  if (fn.returnType.kind !== 'errorUnion' || cut.errors === undefined) return;
  fn.writtenReturnType = fn.returnType;
  fn.returnType = cx.pool.errorUnion(cx.pool.errorSet(cut.errors), fn.returnType.payload);
}
