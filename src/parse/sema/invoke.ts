/**
 * Calling a known function: arguments are bound to parameters in order, a generic one is instantiated, and the call is either run
 * (at comptime, or because its result exists only there) or becomes an IR node that refers to the instance.
 */

import type { CallExpr } from '../ir/ir.js';
import type { FnParam } from '../ir/program.js';
import type { Type } from '../ir/types.js';
import type { PointerBase, Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import type { Argument } from './call.js';
import { coerce } from './coerce.js';
import { runsOnHost } from './comptime-hooks.js';
import { isComptimeOnly } from './comptime-only.js';
import { AnalysisFailure, bind, type Env, fail, forType, NONE, newLocal, withMode } from './env.js';
import { expr, typeExpr } from './expr.js';
import { cutByRule, functionEnv, functionTemplate, newFunction, returnTypeOf } from './function.js';
import { runBody } from './function-body.js';
import { functionName, within } from './naming.js';
import { onlyValue } from './one-value.js';
import { isNoReturn, isUnknown, known, type Operand, runtime, toIr } from './operand.js';
import { T } from './pool.js';
import { typeName } from './print-type.js';
import { printedValue } from './print-value.js';
import type { FnRecord } from './records.js';
import { referToRuleMethods } from './rule-methods.js';

/** A call whose arguments are bound: the instance it goes to, or a scope to run the body in. */
interface Bound {
  readonly fn: FnRecord;
  readonly args: readonly Operand[];
  readonly params: readonly FnParam[];
  /** Parameters bound: comptime ones to values, the others to locals. */
  readonly scope: Env;
  readonly stop: Operand | undefined;
}

/** Calls `fn`, the template of a declaration. */
export function invoke(
  env: Env,
  fn: FnRecord,
  args: readonly Argument[],
  node: ast.Node,
  isMethodCall: boolean,
  modifier: CallExpr['modifier'],
): Operand {
  const template = fn.isGeneric || fn.signatureStage === 'none' ? functionTemplate(env.cx, fn.decl) : fn;
  const proto = (template.node as ast.FnDecl).proto;
  fn.decl.isInvoked = true;
  if (args.length < template.params.length || (args.length > template.params.length && !proto.varargs)) {
    return fail(env, node, `expected ${template.params.length} arguments, found ${args.length}`);
  }
  const bound = bindArguments(env, template, args, node);
  if (bound.stop) return bound.stop;
  const isComptime = env.mode !== 'runtime' || modifier === 'compile_time';
  if (isComptime) return runCall(env, bound, node);
  const instance = template.isGeneric ? instantiate(env, bound, node) : template;
  if (isComptimeOnly(env, instance.returnType, node) && !template.isExtern)
    return runCall(env, { ...bound, fn: instance }, node);
  // What a rule replaces stays where the author wrote it.
  if (template.isInline && !instance.isCut) {
    const folded = foldInline(env, { ...bound, fn: instance }, node);
    if (folded) return folded;
  }
  const given = bound.args.map(toIr);
  const other = instance.isCut ? env.cx.options.rules?.standsFor(instance, given) : undefined;
  if (other) return callOf(env, other.instance as FnRecord, other.args, node, { isMethodCall: false, modifier });
  if (!env.isTypeOf && instance.isCut) {
    referToRuleMethods(env, instance, bound.args);
    referToGivenFunctions(env, instance);
  }
  return callOf(env, instance, given, node, { isMethodCall, modifier });
}

/** The call of an instance, which becomes part of the program. */
function callOf(
  env: Env,
  instance: FnRecord,
  args: CallExpr['args'],
  node: ast.Node,
  form: Pick<CallExpr, 'isMethodCall' | 'modifier'>,
): Operand {
  if (!env.isTypeOf) {
    env.cx.enqueue(instance);
    (env.frame?.instance as FnRecord | undefined)?.references.add(instance);
  }
  const { returnType: type } = instance;
  const value = onlyValue(env, type, node);
  return runtime({ kind: 'call', value, type, node, callee: { kind: 'instance', instance }, args, ...form });
}

/** What replaces the function calls those that it is given (`lessThan` of a sort). */
function referToGivenFunctions(env: Env, instance: FnRecord): void {
  for (const { value } of instance.params) {
    if (value?.kind === 'fn' && !(value.instance as FnRecord).isGeneric) env.cx.enqueue(value.instance as FnRecord);
  }
}

/**
 * An inline call with known arguments is known itself where its body can be run. One that a rule replaces is the rule's to say as long
 * as its arguments exist at run time: `try expectEqual(1, x)` stays an assertion of the port, `try expectEqual(u8, T)` is decided here.
 * A call that gives nothing is made for what it does, and what it calls is called at run time.
 */
function foldInline(env: Env, bound: Bound, node: ast.Node): Operand | undefined {
  const { returnType } = bound.fn;
  const result = returnType.kind === 'errorUnion' ? returnType.payload : returnType;
  if (result.kind === 'void' || !bound.args.every((arg) => arg.value !== undefined)) return undefined;
  try {
    return runCall(env, bound, node);
  } catch (error) {
    if (error instanceof AnalysisFailure) return undefined;
    throw error;
  }
}

function bindArguments(env: Env, template: FnRecord, args: readonly Argument[], node: ast.Node): Bound {
  const runs = env.mode !== 'runtime';
  const operands: Operand[] = [];
  const params: FnParam[] = [];
  let scope = template.isGeneric || runs ? functionEnv(env.cx, template) : template.env!;
  for (const [index, arg] of args.entries()) {
    const param = template.params[index];
    if (!param) {
      operands.push(varargOperand(env, arg));
      continue;
    }
    const operand = bindOne(env, scope, template, param, arg, node);
    if (isNoReturn(operand)) return { fn: template, args: operands, params, scope, stop: operand };
    operands.push(operand);
    if (!template.isGeneric && !runs) {
      params.push(param);
      continue;
    }
    const bound = bindName(env, scope, param, operand, runs, node);
    scope = bound.scope;
    params.push(bound.param);
  }
  return { fn: template, args: operands, params, scope, stop: undefined };
}

function varargOperand(env: Env, arg: Argument): Operand {
  const operand = arg.kind === 'operand' ? arg.operand : expr(env, arg.node, NONE);
  if (operand.type.kind === 'pointer' && operand.type.size === 'one' && operand.type.child.kind === 'array') {
    return coerce(
      env,
      operand,
      env.cx.pool.pointer(operand.type.child.child, {
        size: 'many',
        isConst: operand.type.isConst,
        sentinel: operand.type.child.sentinel,
      }),
      operand.node,
    );
  }
  return operand;
}

/** One argument, analysed for and coerced to its parameter's type. */
function bindOne(env: Env, scope: Env, template: FnRecord, param: FnParam, arg: Argument, node: ast.Node): Operand {
  const argEnv = param.isComptime ? withMode(env, env.mode === 'runtime' ? 'comptime' : env.mode) : env;
  const type = param.isAnytype
    ? undefined
    : param.type.kind === 'anytype'
      ? within(env.cx, functionName(template), () => typeExpr(scope, param.node!.type!))
      : param.type;
  const raw = arg.kind === 'operand' ? arg.operand : expr(argEnv, arg.node, forType(type));
  const operand = type ? coerce(argEnv, raw, type, raw.node) : raw;
  const mustBeKnown =
    param.isComptime || env.mode !== 'runtime' || (template.isGeneric && isComptimeOnly(env, operand.type, node));
  if (mustBeKnown && operand.value === undefined && !isUnknown(operand) && !isNoReturn(operand))
    fail(env, operand.node, `the argument for \`${param.name ?? '_'}\` must be known at comptime`);
  return operand;
}

function bindName(
  env: Env,
  scope: Env,
  param: FnParam,
  operand: Operand,
  runs: boolean,
  node: ast.Node,
): { readonly scope: Env; readonly param: FnParam } {
  const isComptime = param.isComptime || isComptimeOnly(env, operand.type, node);
  const name = param.name;
  if ((isComptime || runs) && operand.value !== undefined) {
    const bound: FnParam = { ...param, type: operand.type, value: isComptime ? operand.value : undefined };
    return {
      param: bound,
      scope: name
        ? bind(scope, name, { kind: 'value', type: operand.type, value: operand.value, local: undefined })
        : scope,
    };
  }
  if (runs && !isUnknown(operand)) {
    // In a run an argument without a value is only good for its type (`@TypeOf`).
    const local = newLocal(scope, name ?? '_', operand.type, false, 'param', param.node);
    return {
      param: { ...param, type: operand.type },
      scope: name ? bind(scope, name, { kind: 'local', local }) : scope,
    };
  }
  const local = newLocal(scope, name ?? '_', operand.type, false, 'param', param.node);
  return {
    param: { ...param, type: operand.type, local },
    scope: name && name !== '_' ? bind(scope, name, { kind: 'local', local }) : scope,
  };
}

/** The instance of a generic function for these comptime arguments. */
function instantiate(env: Env, bound: Bound, node: ast.Node): FnRecord {
  const { cx } = env;
  const template = bound.fn;
  const keys: number[] = [template.id];
  for (const [index, param] of bound.params.entries()) {
    const operand = bound.args[index]!;
    if (param.value !== undefined) keys.push(operand.type.id, cx.pool.valueId(param.value));
    else keys.push(param.isAnytype || template.params[index]!.type.kind === 'anytype' ? operand.type.id : 0, 0);
  }
  const slot = cx.instanceMemo.at(keys);
  if (slot.value) return slot.value;
  const instance = newFunction(cx, template.decl);
  instance.callconv = template.callconv;
  instance.isInline = template.isInline;
  instance.params = bound.params;
  instance.env = bound.scope;
  for (const param of bound.params) if (param.local) instance.locals.push(param.local);
  slot.value = instance;
  const proto = (template.node as ast.FnDecl).proto;
  instance.returnType = within(cx, functionName(instance), () => returnTypeOf(cx, instance, proto, bound.scope));
  instance.type = cx.pool.fn(
    bound.params.map((param) => ({ type: param.type, isComptime: param.value !== undefined, isNoalias: false })),
    instance.returnType,
    instance.callconv,
    proto.varargs,
  );
  instance.signatureStage = 'done';
  template.decl.instances.push(instance);
  cutByRule(cx, instance, bound.scope);
  void node;
  return instance;
}

// ---------------------------------------------------------------- at comptime

function runCall(env: Env, bound: Bound, node: ast.Node): Operand {
  const { fn, args } = bound;
  const unknownArg = args.find(isUnknown);
  if (unknownArg) return unknownArg;
  const hook = runsOnHost(env, fn, args, node);
  if (hook) return hook;
  const body = fn.node.body ?? fail(env, node, `\`${fn.decl.name}\` has no body that could be run at comptime`);
  const scope = valueScope(env, bound, node);
  const keys = memoKeys(env, bound);
  const slot = keys && env.cx.callMemo.at(keys);
  if (slot?.value) return known(slot.value.type, slot.value.value, node);
  env.cx.counts.comptimeCalls++;
  const instance = runInstance(env, bound, scope);
  if (env.mode !== 'runtime' || !fn.isInline) fn.isRun = true;
  const result = runBody(env, instance, scope, body, callName(bound), node);
  if (slot && result.value && isFrozen(result.value)) slot.value = { type: result.type, value: result.value };
  return { ...result, ir: undefined };
}

/** Every parameter bound to its value. */
function valueScope(env: Env, bound: Bound, node: ast.Node): Env {
  let scope = functionEnv(env.cx, bound.fn);
  for (const [index, param] of bound.params.entries()) {
    const operand = bound.args[index]!;
    if (operand.value === undefined && env.mode === 'runtime')
      fail(env, node, `the argument for \`${param.name ?? '_'}\` is not known at comptime`);
    if (!param.name || param.name === '_') continue;
    if (operand.value !== undefined)
      scope = bind(scope, param.name, { kind: 'value', type: operand.type, value: operand.value, local: undefined });
    else
      scope = bind(scope, param.name, {
        kind: 'local',
        local: newLocal(scope, param.name, operand.type, false, 'param', param.node),
      });
  }
  return scope;
}

/** The function record that a run belongs to, with the return type that these arguments give. */
function runInstance(env: Env, bound: Bound, scope: Env): FnRecord {
  const { fn } = bound;
  if (!fn.isGeneric) return fn;
  const run = newFunction(env.cx, fn.decl);
  run.params = bound.params;
  run.signatureStage = 'done';
  run.bodyStage = 'done';
  const { proto } = fn.node as ast.FnDecl;
  run.returnType = within(env.cx, functionName(run), () => returnTypeOf(env.cx, run, proto, scope));
  return run;
}

function memoKeys(env: Env, bound: Bound): (number | string)[] | undefined {
  const keys: (number | string)[] = [bound.fn.decl.id];
  for (const arg of bound.args) {
    if (!arg.value || !isFrozen(arg.value)) return undefined;
    keys.push(arg.type.id, env.cx.pool.valueId(arg.value));
  }
  return keys;
}

/** Values that no later store can change. */
function isFrozen(value: Value): boolean {
  switch (value.kind) {
    case 'pointer':
      return isFrozenBase(value.base);
    case 'slice':
      return isFrozenBase(value.pointer.base);
    case 'some':
    case 'union':
      return isFrozen(value.payload);
    case 'aggregate':
      return value.elements.length <= 64 && value.elements.every(isFrozen);
    default:
      return true;
  }
}
function isFrozenBase(base: PointerBase): boolean {
  return base.kind === 'allocation' ? base.allocation.frozen : base.kind === 'constant' ? isFrozen(base.value) : true;
}

/** `ArrayList(u8)`: the name of a type that the call returns. */
function callName(bound: Bound): string | undefined {
  if (
    bound.fn.returnType.kind !== 'type' &&
    bound.fn.returnType !== T.unknown &&
    bound.fn.returnType.kind !== 'optional'
  )
    return undefined;
  const args = bound.args.map((arg) =>
    arg.value?.kind === 'type'
      ? typeName(arg.value.type)
      : arg.value
        ? printedValue(arg.type, arg.value)
        : typeName(arg.type),
  );
  return `${functionName(bound.fn)}(${args.join(',')})`;
}

export type { Type };
