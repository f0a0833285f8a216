/**
 * Calls. The callee is a function, a method of an object or type, a decl literal's function, or a function pointer; arguments are
 * analysed one by one for the parameter types, which may depend on earlier comptime arguments.
 */

import type { CallExpr } from '../ir/ir.js';
import type { FnType, PointerType, Type } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import { member, memberOwner, missingMember } from './access.js';
import { coerceArguments, isUnknownC, unknownCFunction } from './c-import.js';
import { coerce, tryCoerce } from './coerce.js';
import { type Env, fail, forType, NONE, REF, type ResultLocation, wantedType } from './env.js';
import { expr, unknownOperand } from './expr.js';
import { functionTemplate } from './function.js';
import { declOperand } from './identifier.js';
import { invoke } from './invoke.js';
import { analyseEnumLiteral, literalTarget } from './literal.js';
import { deref } from './memory.js';
import { findDecl } from './namespace.js';
import { isNoReturn, isUnknown, type Operand, runtime, toIr } from './operand.js';
import { T } from './pool.js';
import { typeName } from './print-type.js';
import type { ContainerRecord, FnRecord } from './records.js';

/** An argument: syntax still to be analysed for its parameter's type, or an operand that is there already (a receiver). */
export type Argument =
  | { readonly kind: 'syntax'; readonly node: ast.Expression }
  | { readonly kind: 'operand'; readonly operand: Operand };

export const syntaxArguments = (nodes: readonly ast.Expression[]): Argument[] =>
  nodes.map((node) => ({ kind: 'syntax', node }));

interface Callee {
  readonly operand: Operand;
  readonly receiver: Operand | undefined;
}

export function analyseCall(env: Env, node: ast.Call, location: ResultLocation): Operand {
  const unread = unreadCall(env, node, location);
  if (unread) return unread;
  const callee = calleeOf(env, node, location);
  if (isUnknown(callee.operand)) {
    for (const arg of node.args) expr(env, arg, NONE);
    return unknownOperand(env, node, 'the called function could not be analysed');
  }
  if (isNoReturn(callee.operand)) return callee.operand;
  const args = syntaxArguments(node.args);
  if (callee.receiver) args.unshift({ kind: 'operand', operand: callee.receiver });
  return callOperand(env, callee.operand, args, node, callee.receiver !== undefined, 'auto');
}

/** Calls a function value with arguments. */
export function callOperand(
  env: Env,
  callee: Operand,
  args: readonly Argument[],
  node: ast.Node,
  isMethodCall: boolean,
  modifier: CallExpr['modifier'],
): Operand {
  const fn = knownFunction(callee);
  if (fn) return invoke(env, fn, args, node, isMethodCall, modifier);
  return indirectCall(env, callee, args, node, modifier);
}

/** The function that a callee is known to be. */
export function knownFunction(callee: Operand): FnRecord | undefined {
  if (callee.value?.kind === 'fn') return callee.value.instance as FnRecord;
  if (callee.value?.kind === 'pointer' && callee.value.path.length === 0) {
    const { base } = callee.value;
    if (base.kind === 'fn') return base.instance as FnRecord;
    if (base.kind === 'constant' && base.value.kind === 'fn') return base.value.instance as FnRecord;
    if (base.kind === 'decl' && base.decl.kind === 'fn') return (base.decl as { template?: FnRecord }).template;
  }
  return undefined;
}

/** A call of a function whose C header could not be read. */
function unreadCall(env: Env, node: ast.Call, location: ResultLocation): Operand | undefined {
  const { callee } = node;
  if (callee.kind !== 'fieldAccess' || callee.object.kind !== 'identifier') return undefined;
  const object = expr(env, callee.object, NONE);
  const owner = object.value?.kind === 'type' ? object.value.type : undefined;
  if (!owner || !isUnknownC(owner)) return undefined;
  const operands = node.args.map((arg) => expr(env, arg, NONE));
  const stop = operands.find(isNoReturn);
  if (stop) return stop;
  const fn = unknownCFunction(env, owner, callee.name.text, operands, location, node);
  const args = coerceArguments(env, fn, operands).map((operand): Argument => ({ kind: 'operand', operand }));
  return invoke(env, fn, args, node, false, 'auto');
}

function calleeOf(env: Env, node: ast.Call, location: ResultLocation): Callee {
  const { callee } = node;
  if (callee.kind === 'fieldAccess') return memberCallee(env, callee);
  if (callee.kind === 'enumLiteral') {
    const target = literalTarget(wantedType(location) ?? T.void);
    if (!target) return fail(env, node, `\`.${callee.name.text}(…)\` needs a type to look in`);
    return { operand: analyseEnumLiteral(env, callee, forType(target)), receiver: undefined };
  }
  return { operand: expr(env, callee, NONE), receiver: undefined };
}

/** `object.name(…)`: a field that holds a function, or a declaration of the object's type with the object as first argument. */
function memberCallee(env: Env, node: ast.FieldAccess): Callee {
  const object = expr(env, node.object, REF);
  if (isUnknown(object))
    return { operand: unknownOperand(env, node, 'the object could not be analysed'), receiver: undefined };
  if (isNoReturn(object)) return { operand: object, receiver: undefined };
  const method = methodOf(env, object, node);
  if (method) return method;
  const found = member(env, object, node.name.text, node);
  if (!found)
    return missingMember(
      env,
      memberOwner(env, object, node),
      node,
      `no field or member function \`${node.name.text}\``,
    );
  return { operand: found.isAddress ? deref(env, found.operand, node) : found.operand, receiver: undefined };
}

/** The type whose declarations are an object's methods, and the address of the object. */
function receiverOf(env: Env, object: Operand, node: ast.Node): { readonly type: Type; readonly pointer: Operand } {
  const type = (object.type as PointerType).child;
  if (type.kind === 'pointer' && type.size !== 'slice' && type.size !== 'many')
    return { type: type.child, pointer: deref(env, object, node) };
  return { type, pointer: object };
}

function methodOf(env: Env, object: Operand, node: ast.FieldAccess): Callee | undefined {
  const { type, pointer } = receiverOf(env, object, node);
  if (!('container' in type)) return undefined;
  const hasField =
    type.kind === 'struct' || type.kind === 'union' ? member(env, object, node.name.text, node) !== undefined : false;
  if (hasField) return undefined;
  const decl = findDecl(env.cx, type.container as ContainerRecord, node.name.text);
  if (!decl) return undefined;
  const operand = declOperand(env, decl, node, false);
  const fn = knownFunction(operand);
  if (!fn) return { operand, receiver: undefined };
  return { operand, receiver: receiverArgument(env, functionTemplate(env.cx, fn.decl), pointer, type, node) };
}

/** The object as the first parameter wants it: by value, or by address. Undefined where the function is no method. */
function receiverArgument(env: Env, fn: FnRecord, pointer: Operand, type: Type, node: ast.Node): Operand | undefined {
  const first = fn.params[0];
  if (!first) return undefined;
  const wanted = first.type;
  if (wanted === type) return deref(env, pointer, node);
  if (first.isAnytype) return deref(env, pointer, node);
  if (wanted.kind === 'anytype') return dependentReceiver(env, fn, pointer, node);
  if (wanted.kind === 'pointer' && wanted.size !== 'slice' && wanted.child === type) return pointer;
  if (wanted.kind === 'optional') {
    if (wanted.child === type) return deref(env, pointer, node);
    if (wanted.child.kind === 'pointer' && wanted.child.child === type) return pointer;
  }
  if (wanted.kind === 'errorUnion' && wanted.payload === type) return deref(env, pointer, node);
  const value = wanted.kind === 'pointer' ? tryCoerce(env, pointer, wanted, node) : undefined;
  return value;
}

/** A first parameter whose type depends on comptime arguments cannot be the first one's own: it is taken by its syntax. */
function dependentReceiver(env: Env, fn: FnRecord, pointer: Operand, node: ast.Node): Operand {
  const syntax = fn.params[0]?.node?.type;
  return syntax?.kind === 'pointerType' ? pointer : deref(env, pointer, node);
}

function indirectCall(
  env: Env,
  callee: Operand,
  args: readonly Argument[],
  node: ast.Node,
  modifier: CallExpr['modifier'],
): Operand {
  const type = functionType(callee.type) ?? fail(env, node, `\`${typeName(callee.type)}\` is not a function`);
  if (env.mode !== 'runtime') return fail(env, node, 'the called function is not known at comptime');
  const operands = args.map((arg, index) => {
    const param = type.params[index]?.type;
    const operand = arg.kind === 'operand' ? arg.operand : expr(env, arg.node, forType(param));
    return param ? coerce(env, operand, param, operand.node) : operand;
  });
  const stop = operands.find(isNoReturn);
  if (stop) return stop;
  return runtime({
    kind: 'call',
    type: type.returnType ?? T.unknown,
    node,
    callee: { kind: 'pointer', pointer: toIr(callee) },
    args: operands.map(toIr),
    isMethodCall: false,
    modifier,
  });
}

function functionType(type: Type): FnType | undefined {
  if (type.kind === 'fn') return type;
  return type.kind === 'pointer' && type.child.kind === 'fn' ? type.child : undefined;
}
