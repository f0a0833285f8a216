/** Conditions of `if` and `while`: a bool, or an optional or error union with captures. */

import type { Condition, Local, Place } from '../ir/ir.js';
import type { PointerType, Type } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { coerce } from './coerce.js';
import { bind, type Env, fail, forType, NONE, newLocal, REF } from './env.js';
import { isEmptyErrorSet } from './error-set.js';
import { expr } from './expr.js';
import { deref, extendPointer } from './memory.js';
import { isNoReturn, isUnknown, type Operand, placeOf, toIr } from './operand.js';
import { T } from './pool.js';
import { typeName } from './print-type.js';

export interface Decided {
  /** IR of the condition; undefined where the operand never comes back (`stop`). */
  readonly condition: Condition;
  /** Which arm is taken, where that is known. */
  readonly taken: boolean | undefined;
  /** The scopes of the two arms, with captures bound. */
  readonly thenEnv: Env;
  readonly elseEnv: Env;
  readonly stop: Operand | undefined;
  /** The arm that the types rule out (no error in the set, no payload of `noreturn`), though the operand is not known. */
  readonly never?: 'then' | 'else' | undefined;
}

export interface ConditionSyntax {
  readonly condition: ast.Expression;
  readonly capture: ast.Capture | undefined;
  readonly elseCapture: ast.Name | undefined;
}

export function analyseCondition(env: Env, node: ConditionSyntax): Decided {
  if (node.capture?.byPointer) return pointerCapture(env, node, node.capture);
  const operand = expr(env, node.condition, node.capture || node.elseCapture ? NONE : forType(T.bool));
  if (isNoReturn(operand)) return stopped(env, operand);
  if (isUnknown(operand)) fail(env, node.condition, 'the condition could not be analysed');
  if (node.capture === undefined && node.elseCapture === undefined) return boolCondition(env, node, operand);
  if (operand.type.kind === 'errorUnion') return errorCondition(env, node, operand, operand.type);
  return optionalCondition(env, node, operand);
}

function stopped(env: Env, operand: Operand): Decided {
  return {
    condition: { kind: 'bool', value: toIr(operand) },
    taken: undefined,
    thenEnv: env,
    elseEnv: env,
    stop: operand,
  };
}

function boolCondition(env: Env, node: ConditionSyntax, raw: Operand): Decided {
  const operand = coerce(env, raw, T.bool, node.condition);
  const taken = operand.value?.kind === 'bool' ? operand.value.bool : undefined;
  return { condition: { kind: 'bool', value: toIr(operand) }, taken, thenEnv: env, elseEnv: env, stop: undefined };
}

/** Binds a capture to the payload: to its value where it is known, else to a local. */
function capture(
  env: Env,
  name: ast.Name | undefined,
  type: Type,
  value: Value | undefined,
): { env: Env; local: Local | undefined } {
  if (!name || name.text === '_') return { env, local: undefined };
  if (value !== undefined)
    return { env: bind(env, name.text, { kind: 'value', type, value, local: undefined }), local: undefined };
  const local = newLocal(env, name.text, type, false, 'capture', name);
  return { env: bind(env, name.text, { kind: 'local', local }), local };
}

function optionalCondition(env: Env, node: ConditionSyntax, operand: Operand): Decided {
  const isC = operand.type.kind === 'pointer' && operand.type.size === 'c';
  if (operand.type.kind === 'null')
    return {
      condition: { kind: 'bool', value: toIr(operand) },
      taken: false,
      thenEnv: env,
      elseEnv: env,
      stop: undefined,
    };
  if (operand.type.kind !== 'optional' && !isC)
    fail(env, node.condition, `expected an optional, found \`${typeName(operand.type)}\``);
  const payload = operand.type.kind === 'optional' ? operand.type.child : operand.type;
  const taken = operand.value === undefined ? undefined : operand.value.kind !== 'null';
  const value = operand.value?.kind === 'some' ? operand.value.payload : undefined;
  const bound = capture(env, node.capture?.name, payload, value);
  const never = payload.kind === 'noreturn' ? 'then' : undefined;
  return {
    never,
    condition: { kind: 'optional', operand: toIr(operand), byPointer: false, capture: bound.local },
    taken,
    thenEnv: bound.env,
    elseEnv: env,
    stop: undefined,
  };
}

function errorCondition(
  env: Env,
  node: ConditionSyntax,
  operand: Operand,
  type: Extract<Type, { kind: 'errorUnion' }>,
): Decided {
  const taken = operand.value === undefined ? undefined : operand.value.kind !== 'error';
  const value = operand.value?.kind === 'some' ? operand.value.payload : undefined;
  const then = capture(env, node.capture?.name, type.payload, value);
  const otherwise = capture(
    env,
    node.elseCapture,
    type.errorSet,
    operand.value?.kind === 'error' ? operand.value : undefined,
  );
  const condition: Condition = {
    kind: 'errorUnion',
    operand: toIr(operand),
    byPointer: false,
    capture: then.local,
    errorCapture: otherwise.local,
  };
  return { condition, taken, thenEnv: then.env, elseEnv: otherwise.env, stop: undefined, never: ruledOut(env, type) };
}

/** The arm of a condition on an error union that its type rules out. */
function ruledOut(env: Env, type: Extract<Type, { kind: 'errorUnion' }>): 'then' | 'else' | undefined {
  if (type.payload.kind === 'noreturn') return 'then';
  return isEmptyErrorSet(env, type.errorSet) ? 'else' : undefined;
}

/** `|*x|`: the capture is a pointer to the payload. */
function pointerCapture(env: Env, node: ConditionSyntax, syntax: ast.Capture): Decided {
  const pointer = expr(env, node.condition, REF);
  if (isNoReturn(pointer)) return stopped(env, pointer);
  if (isUnknown(pointer)) fail(env, node.condition, 'the condition could not be analysed');
  const { child, isConst } = pointer.type as PointerType;
  const place: Place = placeOf(pointer, child, node.condition, true);
  const whole = pointer.value ? deref(env, pointer, node.condition).value : undefined;
  if (child.kind === 'errorUnion') {
    const bound = pointerTo(env, pointer, child.payload, isConst, syntax.name, 'errorPayload', whole);
    const otherwise = capture(env, node.elseCapture, child.errorSet, whole?.kind === 'error' ? whole : undefined);
    const condition: Condition = {
      kind: 'errorUnion',
      operand: place,
      byPointer: true,
      capture: bound.local,
      errorCapture: otherwise.local,
    };
    return {
      condition,
      taken: whole && whole.kind !== 'error',
      thenEnv: bound.env,
      elseEnv: otherwise.env,
      stop: undefined,
      never: ruledOut(env, child),
    };
  }
  if (child.kind !== 'optional') return fail(env, node.condition, `expected an optional, found \`${typeName(child)}\``);
  const bound = pointerTo(env, pointer, child.child, isConst, syntax.name, 'optionalPayload', whole);
  const condition: Condition = { kind: 'optional', operand: place, byPointer: true, capture: bound.local };
  return {
    condition,
    taken: whole && whole.kind !== 'null',
    thenEnv: bound.env,
    elseEnv: env,
    stop: undefined,
    never: child.child.kind === 'noreturn' ? 'then' : undefined,
  };
}

function pointerTo(
  env: Env,
  pointer: Operand,
  payload: Type,
  isConst: boolean,
  name: ast.Name,
  step: 'optionalPayload' | 'errorPayload',
  whole: Value | undefined,
) {
  const type = env.cx.pool.pointer(payload, { isConst });
  const value =
    pointer.value?.kind === 'pointer' &&
    (env.mode !== 'runtime' || pointer.value.base.kind === 'allocation') &&
    whole?.kind === 'some'
      ? extendPointer(pointer.value, { kind: step })
      : undefined;
  return capture(env, name, type, value);
}
