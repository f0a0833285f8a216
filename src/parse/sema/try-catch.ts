/** Errors: `try`, `catch`. */

import type { ErrorUnionType, Type } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import { resultIr } from './block.js';
import { coerce, coercePayload } from './coerce.js';
import { forceErrdefers, refuseInDeferred } from './defer.js';
import { keepEffects } from './effects.js';
import {
  bind,
  type Env,
  fail,
  forType,
  NONE,
  newLocal,
  REF,
  type ResultLocation,
  ReturnSignal,
  wantedType,
} from './env.js';
import { errorNames, errorSetIncludes, isEmptyErrorSet } from './error-set.js';
import { denotesStorage, expr, unknownOperand } from './expr.js';
import { materialise } from './memory.js';
import { isNoReturn, isUnknown, known, type Operand, runtime, toIr } from './operand.js';
import { payloadAddress } from './payload-place.js';
import { peerType } from './peer.js';
import { T } from './pool.js';
import { typeName } from './print-type.js';

/** `try operand`. */
export function analyseTry(env: Env, node: ast.Unary, location: ResultLocation): Operand {
  refuseInDeferred(env, node, '`try` is not allowed inside of a defer expression');
  if (location.kind !== 'ref')
    return tryOn(env, expr(env, node.operand, operandLocation(env, node.operand, location)), node);
  if (!denotesStorage(node.operand)) return materialise(env, analyseTry(env, node, NONE), node);
  const pointer = expr(env, node.operand, REF);
  if (isUnknown(pointer) || isNoReturn(pointer)) return pointer;
  return payloadAddress(
    env,
    pointer,
    node,
    (value) => tryOn(env, value, node),
    () => true,
  );
}

function tryOn(env: Env, operand: Operand, node: ast.Unary): Operand {
  if (isUnknown(operand) || isNoReturn(operand)) return operand;
  const { type } = operand;
  if (type.kind === 'errorSet' && operand.value?.kind === 'error') return leaveWithError(env, operand, node);
  if (type.kind !== 'errorUnion') return fail(env, node, `expected an error union, found \`${typeName(type)}\``);
  if (operand.value?.kind === 'some') return keepEffects(operand.ir, known(type.payload, operand.value.payload, node));
  if (operand.value?.kind === 'error')
    return keepEffects(operand.ir, leaveWithError(env, known(type.errorSet, operand.value, node), node));
  if (env.mode !== 'runtime') fail(env, node, 'this error union is not known at comptime');
  if (!isEmptyErrorSet(env, type.errorSet)) forceErrdefers(env);
  const returns = env.frame?.returnType ?? T.void;
  if (returns.kind === 'errorUnion') {
    if (!errorSetIncludes(env, returns.errorSet, type.errorSet))
      fail(env, node, `\`${typeName(type.errorSet)}\` has errors that \`${typeName(returns.errorSet)}\` does not have`);
  } else if (returns.kind !== 'errorSet' && returns.kind !== 'anyerror' && returns.kind !== 'inferredErrorSet') {
    if (errorNames(env, type.errorSet) === 'any' || (errorNames(env, type.errorSet) as ReadonlySet<string>).size > 0)
      fail(env, node, `\`try\` in a function that returns \`${typeName(returns)}\``);
  }
  return runtime({ kind: 'try', type: type.payload, node, operand: toIr(operand), returns });
}

function leaveWithError(env: Env, operand: Operand, node: ast.Node): Operand {
  const frame = env.frame ?? fail(env, node, '`try` outside of a function');
  if (env.mode !== 'runtime' && !frame.isComptime)
    fail(env, node, `error.${operand.value?.kind === 'error' ? operand.value.name : ''} is returned at comptime`);
  const error = coerce(env, operand, frame.returnType, node);
  if (frame.isComptime) throw new ReturnSignal(frame, error);
  forceErrdefers(env);
  return runtime({ kind: 'return', type: T.noreturn, node, operand: toIr(error) });
}

/**
 * An error union around the wanted type lets `try .init()` and casts below see their type. It is not one to coerce to: branches agree on
 * a type of their own.
 */
function operandLocation(env: Env, operand: ast.Expression, location: ResultLocation): ResultLocation {
  const wanted = wantedType(location);
  if (!wanted || operand.kind === 'if' || operand.kind === 'switch') return NONE;
  return forType(env.cx.pool.errorUnion(T.anyerror, wanted.kind === 'errorUnion' ? wanted.payload : wanted));
}

/** `operand catch handler`, `operand catch |e| handler`. */
export function analyseCatch(env: Env, node: ast.Catch, location: ResultLocation): Operand {
  if (location.kind !== 'ref')
    return catchOn(env, expr(env, node.operand, operandLocation(env, node.operand, location)), node, location);
  const pointer = denotesStorage(node.operand) ? expr(env, node.operand, REF) : undefined;
  if (!pointer || isUnknown(pointer) || isNoReturn(pointer))
    return pointer ?? materialise(env, analyseCatch(env, node, NONE), node);
  // Only a handler that does not come back leaves a place; the value of another one is a temporary.
  const isPlace = (caught: Operand): boolean =>
    caught.ir?.kind !== 'catch' || caught.ir.handler.type.kind === 'noreturn';
  return payloadAddress(env, pointer, node, (value) => catchOn(env, value, node, NONE), isPlace);
}

function catchOn(env: Env, operand: Operand, node: ast.Catch, location: ResultLocation): Operand {
  const wanted = wantedType(location);
  if (isUnknown(operand) || isNoReturn(operand)) return operand;
  const { type } = operand;
  if (type.kind !== 'errorUnion') {
    if (type.kind === 'errorSet' && operand.value?.kind === 'error')
      return expr(bindError(env, node, operand, type).env, node.handler, location);
    return fail(env, node, `expected an error union, found \`${typeName(type)}\``);
  }
  if (operand.value?.kind === 'some') return keepEffects(operand.ir, known(type.payload, operand.value.payload, node));
  const bound = bindError(env, node, operand, type.errorSet);
  if (operand.value?.kind === 'error') return keepEffects(operand.ir, expr(bound.env, node.handler, location));
  if (isEmptyErrorSet(env, type.errorSet)) {
    const never = runtime({ kind: 'unreachable', type: T.noreturn, node: node.handler, cause: 'implied' });
    return runtime({
      kind: 'catch',
      type: type.payload,
      node,
      operand: toIr(operand),
      capture: undefined,
      handler: toIr(never),
    });
  }
  const handler = expr(bound.env, node.handler, handlerLocation(location, type.payload));
  if (isUnknown(handler)) return unknownOperand(env, node, 'the handler could not be analysed');
  const capture = bound.local;
  if (isNoReturn(handler))
    return runtime({
      kind: 'catch',
      type: type.payload,
      node,
      operand: toIr(operand),
      capture,
      handler: toIr(handler),
    });
  if (location.kind === 'discard' && handler.type !== type.payload)
    return runtime({
      kind: 'catch',
      type: T.void,
      node,
      operand: toIr(operand),
      capture,
      handler: resultIr(env, handler, T.void, node.handler),
    });
  const result =
    wanted && type.payload !== wanted && handler.type === wanted
      ? wanted
      : peerType(env, [{ type: type.payload, value: undefined, ir: undefined, node: node.operand }, handler], node);
  const source = withPayload(env, operand, type, result, node);
  return runtime({
    kind: 'catch',
    type: result,
    node,
    operand: toIr(source),
    capture,
    handler: toIr(coerce(env, handler, result, node.handler)),
  });
}

/** The operand with the payload that the handler agrees on. */
function withPayload(env: Env, operand: Operand, type: ErrorUnionType, payload: Type, node: ast.Catch): Operand {
  if (payload === type.payload) return operand;
  const whole = env.cx.pool.errorUnion(type.errorSet, payload);
  return coercePayload(env, operand, whole, node.operand) ?? coerce(env, operand, whole, node.operand);
}

/** What the handler yields meets the payload: branches in it (`switch (e)`) count the payload among their results. */
export function handlerLocation(location: ResultLocation, payload: Type): ResultLocation {
  if (location.kind === 'ref') return NONE;
  return location.kind === 'none' ? { kind: 'none', peers: [payload, ...(location.peers ?? [])] } : location;
}

function bindError(env: Env, node: ast.Catch, operand: Operand, type: Type) {
  if (!node.capture || node.capture.text === '_') return { env, local: undefined };
  if (operand.value?.kind === 'error')
    return {
      env: bind(env, node.capture.text, { kind: 'value', type, value: operand.value, local: undefined }),
      local: undefined,
    };
  const local = newLocal(env, node.capture.text, type, false, 'capture', node.capture);
  return { env: bind(env, local.name, { kind: 'local', local }), local };
}
