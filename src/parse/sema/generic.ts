/**
 * Generality. Every instance of a generic declaration has been analysed by itself, and that is the truth. Here one analysis more is
 * made of the declaration with its comptime parameters bound to skolems. Where it succeeds, and substituting each instance's
 * arguments in it reproduces the instance's IR, the declaration can be emitted once with Rust generics. A skolem that decides a branch,
 * a type, a size, or that meets an operation other than moving, copying, comparing or passing on makes the declaration specialised.
 */

import type { Decl, FnInstance, FnParam, Generic, GenericParam, GenericTemplate } from '../ir/program.js';
import type { Type } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import type { Compilation } from './compilation.js';
import { isComptimeOnly } from './comptime-only.js';
import { AnalysisFailure, bind, type Env, fail, newLocal } from './env.js';
import { solvedErrorSet } from './error-set.js';
import { typeExpr } from './expr.js';
import { ensureFields } from './fields.js';
import { functionEnv, functionTemplate, newFunction, returnTypeOf } from './function.js';
import { forceBody, runBody } from './function-body.js';
import { boundsOf, holdsUndefined } from './generic-bounds.js';
import { Substitution, sameContainer, sameFunction } from './generic-compare.js';
import { containerEnv } from './namespace.js';
import { typeValue } from './operand.js';
import { T } from './pool.js';
import type { ContainerRecord, FnRecord } from './records.js';
import { skolemType, skolemValue } from './skolem.js';

export interface Generality {
  readonly generics: readonly Generic[];
  readonly specialised: readonly { readonly decl: Decl; readonly reason: string }[];
}

/** Decides for each generic declaration of the project's own files. */
export function decideGenerality(cx: Compilation): Generality {
  const generics: Generic[] = [];
  const specialised: { decl: Decl; reason: string }[] = [];
  cx.isSpeculating = true;
  try {
    for (const container of [...cx.containers]) {
      if (container.file.origin !== 'user' || container.enclosingFn) continue;
      for (const decl of container.decls.values()) {
        const fn = decl.template;
        if (decl.kind !== 'fn' || !fn?.isGeneric) continue;
        const made = decide(cx, fn);
        if (typeof made === 'string') specialised.push({ decl, reason: made });
        else generics.push(made);
      }
    }
    solveErrors(cx, generics);
  } finally {
    cx.isSpeculating = false;
  }
  return { generics, specialised };
}

/** Solves the inferred error sets of the templates and of what they call: they are no functions of the program, whose own are solved. */
function solveErrors(cx: Compilation, generics: readonly Generic[]): void {
  const env = containerEnv(cx, cx.root.container);
  const methods = generics.flatMap(({ template }) => (template.kind === 'fn' ? [template.instance] : template.methods));
  for (const fn of [...methods.map((method) => method as FnRecord), ...cx.speculated])
    if (fn.inferredErrors?.kind === 'inferredErrorSet') fn.inferredErrors = solvedErrorSet(env, fn.inferredErrors);
}

/** The generic, or why there is none. */
function decide(cx: Compilation, fn: FnRecord): Generic | string {
  try {
    const open = openParameters(cx, fn);
    const template = open.returnsType ? containerTemplate(cx, fn, open) : functionInstance(cx, fn, open);
    const mismatch = compareInstances(cx, fn, template, open);
    if (typeof mismatch === 'string') return mismatch;
    if (holdsUndefined(template)) return "memory of a parameter's type is left undefined";
    const bounds = boundsOf(
      template,
      open.params.map((param) => param.index),
    );
    return {
      template,
      params: open.params.map((param, at) => ({ ...param, bounds: bounds[at]! })),
      instances: mismatch,
    };
  } catch (error) {
    if (error instanceof AnalysisFailure) return error.message;
    if (error instanceof RangeError) return 'the analysis nests too deeply';
    throw error;
  }
}

interface Open {
  readonly owner: FnRecord;
  readonly params: readonly GenericParam[];
  readonly bound: readonly FnParam[];
  readonly scope: Env;
  readonly returnsType: boolean;
}

/** A record of the function with its comptime parameters bound to skolems. */
function openParameters(cx: Compilation, fn: FnRecord): Open {
  const owner = newFunction(cx, fn.decl);
  const proto = (fn.node as ast.FnDecl).proto;
  const params: GenericParam[] = [];
  const bound: FnParam[] = [];
  let scope = functionEnv(cx, fn);
  for (const [index, param] of proto.params.entries()) {
    if (!param.type) fail(scope, param, 'an `anytype` parameter');
    const type = typeExpr(scope, param.type);
    const name = param.name?.text ?? `p${index}`;
    if (!param.isComptime && type.kind !== 'type') {
      const local = newLocal(scope, name, type, false, 'param', param);
      owner.locals.push(local);
      if (name !== '_') scope = bind(scope, name, { kind: 'local', local });
      bound.push({ name, node: param, type, isComptime: false, isAnytype: false, value: undefined, local });
      continue;
    }
    const value = openValue(scope, owner, index, name, type, param);
    params.push({ name, index, kind: type.kind === 'type' ? 'type' : 'const', type, bounds: new Set() });
    scope = bind(scope, name, { kind: 'value', type, value, local: undefined });
    bound.push({ name, node: param, type, isComptime: true, isAnytype: false, value, local: undefined });
  }
  owner.params = bound;
  owner.env = scope;
  owner.signatureStage = 'done';
  owner.returnType = returnTypeOf(cx, owner, proto, scope);
  owner.type = cx.pool.fn(
    bound.map((param) => ({ type: param.type, isComptime: param.isComptime, isNoalias: false })),
    owner.returnType,
    owner.callconv,
    proto.varargs,
  );
  return { owner, params, bound, scope, returnsType: owner.returnType.kind === 'type' };
}

/** Rust has parameters for types, integers, bool and char. */
function openValue(env: Env, owner: FnRecord, index: number, name: string, type: Type, node: ast.Param): Value {
  if (type.kind === 'type') return typeValue(skolemType(owner, index, name));
  const isConst =
    type.kind === 'bool' ||
    (type.kind === 'int' && (type === T.usize || type === T.isize || [8, 16, 32, 64, 128].includes(type.bits)));
  return isConst
    ? skolemValue(owner, index, name)
    : fail(env, node, `a comptime parameter that Rust has no const generic for`);
}

function containerTemplate(cx: Compilation, fn: FnRecord, open: Open): GenericTemplate {
  const body = fn.node.body ?? fail(open.scope, fn.node, 'a type function without a body');
  const result = runBody(open.scope, open.owner, open.scope, body, `${fn.container.name}.${fn.decl.name}`, fn.node);
  const type = result.value?.kind === 'type' ? result.value.type : undefined;
  if (!type || !('container' in type) || type.container.enclosingFn !== open.owner)
    return fail(open.scope, fn.node, 'it returns no container of its own');
  const container = type.container as ContainerRecord;
  if (type.kind !== 'opaque') ensureFields(containerEnv(cx, container), type, fn.node);
  const methods: FnRecord[] = [];
  for (const decl of container.decls.values()) {
    if (decl.kind === 'var') fail(open.scope, decl.node as ast.Node, 'it has variables of its own');
    if (decl.kind === 'const') continue;
    const method = functionTemplate(cx, decl);
    if (method.isGeneric) fail(open.scope, decl.node as ast.Node, `its method \`${decl.name}\` is generic itself`);
    methods.push(analysed(cx, method));
  }
  return { kind: 'container', decl: fn.decl, container, methods };
}

function functionInstance(cx: Compilation, fn: FnRecord, open: Open): GenericTemplate {
  if (open.params.length === 0) fail(open.scope, fn.node, 'no parameter can be kept');
  if (isComptimeOnly(open.scope, open.owner.returnType, fn.node))
    fail(open.scope, fn.node, 'its result exists only at comptime');
  return { kind: 'fn', instance: analysed(cx, open.owner) };
}

/** Analyses the body; a failure in it is one of the whole. */
function analysed(cx: Compilation, fn: FnRecord): FnRecord {
  forceBody(cx, fn);
  if (fn.failure)
    throw new AnalysisFailure(
      'reason' in fn.failure.args ? String(fn.failure.args.reason) : 'its body cannot be analysed',
      fn.env!,
      fn.node,
    );
  return fn;
}

/** The instances with their arguments, or how one of them differs. */
function compareInstances(
  cx: Compilation,
  fn: FnRecord,
  template: GenericTemplate,
  open: Open,
): Generic['instances'] | string {
  if (template.kind === 'fn') {
    const instances: { item: FnInstance; args: Value[] }[] = [];
    for (const instance of fn.decl.instances) {
      if (!instance.isQueued) continue;
      const args = open.params.map((param) => instance.params[param.index]!.value!);
      if (!sameFunction(template.instance, instance, new Substitution(open.owner, open.params, args)))
        return `\`${instance.decl.name}\` differs between its instances`;
      instances.push({ item: instance, args });
    }
    return instances;
  }
  return compareContainers(cx, template, open);
}

function compareContainers(
  cx: Compilation,
  template: Extract<GenericTemplate, { kind: 'container' }>,
  open: Open,
): Generic['instances'] | string {
  const instances: { item: ContainerRecord; args: Value[] }[] = [];
  for (const container of cx.containers) {
    if (
      container === template.container ||
      container.node !== template.container.node ||
      container.captures.some(
        (capture) =>
          capture.value.kind === 'skolem' || (capture.value.kind === 'type' && capture.value.type.kind === 'skolem'),
      )
    )
      continue;
    const args = open.params.map((param) => container.captures.find((capture) => capture.name === param.name)?.value);
    if (args.some((arg) => arg === undefined)) return 'a parameter is not part of the type';
    const difference = sameContainer(template, container, new Substitution(open.owner, open.params, args as Value[]));
    if (difference) return difference;
    instances.push({ item: container, args: args as Value[] });
  }
  return instances;
}
