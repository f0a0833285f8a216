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
import { boundsOf, holdsUndefined, keepsFunction } from './generic-bounds.js';
import { Substitution, sameContainer, sameFunction } from './generic-compare.js';
import { containerEnv } from './namespace.js';
import { typeValue } from './operand.js';
import { T } from './pool.js';
import type { ContainerRecord, FnRecord } from './records.js';
import { mentionsSkolem, skolemType, skolemValue } from './skolem.js';

/** Why most functions are not general: a branch, a size, an operation that a skolem does not decide. */
const DEPENDS = 'its code depends on what it is given';

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
  return { generics: generics.map((generic) => ({ ...generic, open: openMentions(cx, generic) })), specialised };
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
    if (keepsFunction(template)) return 'a function that it is given is used as a value';
    const bounds = boundsOf(
      template,
      open.params.map((param) => param.index),
    );
    return {
      template,
      params: open.params.map((param, at) => ({ ...param, bounds: bounds[at]! })),
      instances: mismatch,
      open: [],
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
    const name = param.name?.text ?? `p${index}`;
    if (!param.type && param.isComptime) fail(scope, param, 'a comptime `anytype` parameter');
    const open = param.type ? undefined : openAnytype(owner, index, name, proto);
    if (open) params.push(open.param);
    const type = param.type ? typeExpr(scope, param.type) : open!.type;
    if (!param.isComptime && type.kind !== 'type') {
      const local = newLocal(scope, name, type, false, 'param', param);
      owner.locals.push(local);
      if (name !== '_') scope = bind(scope, name, { kind: 'local', local });
      bound.push({ name, node: param, type, isComptime: false, isAnytype: !param.type, value: undefined, local });
      continue;
    }
    const value = openValue(scope, owner, index, name, type, param);
    params.push({ name, index, kind: kindOf(type), type, bounds: new Set() });
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

function kindOf(type: Type): GenericParam['kind'] {
  if (type.kind === 'type') return 'type';
  return type.kind === 'fn' ? 'fn' : 'const';
}

/** The type of an `anytype` parameter, called after the parameter's first letter where no other parameter is called so. */
function openAnytype(owner: FnRecord, index: number, name: string, proto: ast.FnProto) {
  const letter =
    name
      .replace(/[^A-Za-z]/g, '')
      .charAt(0)
      .toUpperCase() || 'T';
  const isTaken = proto.params.some(
    (other, at) =>
      at !== index &&
      (other.name?.text === letter ||
        (at < index &&
          !other.type &&
          other.name?.text
            .replace(/[^A-Za-z]/g, '')
            .charAt(0)
            .toUpperCase() === letter)),
  );
  const called = isTaken ? `${name}Type` : letter;
  const param: GenericParam = { name: called, index, kind: 'type', type: T.type, bounds: new Set() };
  return { param, type: skolemType(owner, index, called) };
}

/** Rust has parameters for types, integers, bool and char; a function is an argument with a bound. */
function openValue(env: Env, owner: FnRecord, index: number, name: string, type: Type, node: ast.Param): Value {
  if (type.kind === 'type') return typeValue(skolemType(owner, index, name));
  if (type.kind === 'fn' && type.returnType !== undefined && !type.params.some((one) => !one.type || one.isComptime))
    return skolemValue(owner, index, name);
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
  if (fn.failure) throw new AnalysisFailure(DEPENDS, fn.env!, fn.node);
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
      const args = open.params.map((param) => argumentOf(instance.params[param.index]!));
      if (args.includes(undefined)) return 'an argument exists only at comptime';
      if (!sameFunction(template.instance, instance, new Substitution(open.owner, open.params, args as Value[])))
        return DEPENDS;
      instances.push({ item: instance, args: args as Value[] });
    }
    return instances;
  }
  return compareContainers(cx, template, open);
}

/** What an instance was given for a parameter: its value, or the type of an `anytype` one. */
function argumentOf(param: FnParam): Value | undefined {
  if (!param.isAnytype) return param.value;
  return param.value === undefined ? typeValue(param.type) : undefined;
}

/** What other templates made of a type function with their own parameters. */
function openMentions(cx: Compilation, { template, params }: Generic): Generic['open'] {
  if (template.kind === 'fn') return [];
  return cx.containers.flatMap((container) => {
    if (container === template.container || container.node !== template.container.node || !isOpen(container)) return [];
    const args = params.map((param) => container.captures.find((capture) => capture.name === param.name)?.value);
    return args.includes(undefined) ? [] : [{ item: container, args: args as Value[] }];
  });
}

/** Whether a container was made with skolems. */
function isOpen(container: ContainerRecord): boolean {
  return container.captures.some(
    ({ value }) => value.kind === 'skolem' || (value.kind === 'type' && mentionsSkolem(value.type)),
  );
}

function compareContainers(
  cx: Compilation,
  template: Extract<GenericTemplate, { kind: 'container' }>,
  open: Open,
): Generic['instances'] | string {
  const instances: { item: ContainerRecord; args: Value[] }[] = [];
  for (const container of cx.containers) {
    if (container === template.container || container.node !== template.container.node || isOpen(container)) continue;
    const args = open.params.map((param) => container.captures.find((capture) => capture.name === param.name)?.value);
    if (args.some((arg) => arg === undefined)) return 'a parameter is not part of the type';
    const difference = sameContainer(template, container, new Substitution(open.owner, open.params, args as Value[]));
    if (difference) return difference;
    instances.push({ item: container, args: args as Value[] });
  }
  return instances;
}
