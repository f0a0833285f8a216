/** Optionals: `orelse` and `.?`. */

import type { Type } from '../ir/types.js';
import type { PointerValue } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { resultIr } from './block.js';
import { coerce } from './coerce.js';
import { keepEffects } from './effects.js';
import { type Env, fail, forType, NONE, REF, type ResultLocation, wantedType } from './env.js';
import { denotesStorage, expr, unknownOperand } from './expr.js';
import { deref, extendPointer, loadPointer, materialise } from './memory.js';
import { addressOfPlace, isNoReturn, isUnknown, known, type Operand, placeOf, runtime, toIr } from './operand.js';
import { payloadAddress } from './payload-place.js';
import { peerType } from './peer.js';
import { T } from './pool.js';
import { typeName } from './print-type.js';
import { handlerLocation } from './try-catch.js';

/** `operand orelse fallback`. */
export function analyseOrelse(env: Env, node: ast.Binary, location: ResultLocation): Operand {
  const wanted = wantedType(location);
  if (location.kind === 'ref') return orelsePlace(env, node);
  const operand = expr(env, node.left, wanted ? forType(env.cx.pool.optional(wanted)) : NONE);
  return orelseOn(env, operand, node, location);
}

/** Storage behind `operand orelse fallback`: the payload's own where the fallback does not come back, else a copy. */
function orelsePlace(env: Env, node: ast.Binary): Operand {
  if (!denotesStorage(node.left)) return materialise(env, analyseOrelse(env, node, NONE), node);
  const pointer = expr(env, node.left, REF);
  if (isUnknown(pointer) || isNoReturn(pointer)) return pointer;
  const isPlace = (value: Operand): boolean =>
    value.ir?.kind !== 'orelse' || value.ir.fallback.type.kind === 'noreturn';
  return payloadAddress(env, pointer, node, (value) => orelseOn(env, value, node, NONE), isPlace);
}

function orelseOn(env: Env, operand: Operand, node: ast.Binary, location: ResultLocation): Operand {
  if (isUnknown(operand) || isNoReturn(operand)) return operand;
  const payload = optionalChild(env, operand, node.left);
  if (operand.value?.kind === 'null') return keepEffects(operand.ir, expr(env, node.right, location));
  if (operand.value?.kind === 'some') return keepEffects(operand.ir, known(payload, operand.value.payload, node));
  if (operand.value?.kind === 'pointer') return { ...operand, type: payload, node };
  const fallback = expr(env, node.right, handlerLocation(location, payload));
  if (isNoReturn(fallback))
    return runtime({ kind: 'orelse', type: payload, node, operand: toIr(operand), fallback: toIr(fallback) });
  if (fallback.type.kind === 'optional' && fallback.type === operand.type)
    return runtime({ kind: 'orelse', type: operand.type, node, operand: toIr(operand), fallback: toIr(fallback) });
  if (location.kind === 'discard' && fallback.type !== payload)
    return runtime({
      kind: 'orelse',
      type: T.void,
      node,
      operand: toIr(operand),
      fallback: resultIr(env, fallback, T.void, node.right),
    });
  const type = peerType(env, [{ type: payload, value: undefined, ir: undefined, node: node.left }, fallback], node);
  const unwrapped = payload === type ? operand : coerce(env, operand, env.cx.pool.optional(type), node.left);
  return runtime({
    kind: 'orelse',
    type,
    node,
    operand: toIr(unwrapped),
    fallback: toIr(coerce(env, fallback, type, node.right)),
  });
}

/** The payload type of an optional or C pointer. */
export function optionalChild(env: Env, operand: Operand, node: ast.Node): Type {
  if (operand.type.kind === 'optional') return operand.type.child;
  if (operand.type.kind === 'pointer' && operand.type.size === 'c') return operand.type;
  if (operand.type.kind === 'null') return operand.type;
  return fail(env, node, `expected an optional, found \`${typeName(operand.type)}\``);
}

/** `operand.?`. */
export function analyseUnwrapOptional(env: Env, node: ast.UnwrapOptional, location: ResultLocation): Operand {
  const pointer = expr(env, node.operand, REF);
  if (isUnknown(pointer)) return unknownOperand(env, node, 'the optional could not be analysed');
  if (isNoReturn(pointer)) return pointer;
  return unwrapAt(env, pointer, node, location, true);
}

/** The payload behind a pointer to an optional, as a place or a value. */
export function unwrapAt(
  env: Env,
  pointer: Operand,
  node: ast.Node,
  location: ResultLocation,
  checked: boolean,
): Operand {
  const { type } = pointer;
  if (type.kind !== 'pointer') return fail(env, node, 'expected a place');
  const optional = type.child;
  if (optional.kind === 'pointer' && optional.size === 'c') {
    if (location.kind === 'ref') return pointer;
    const held = deref(env, pointer, node);
    if (!checked || env.mode !== 'runtime' || held.value !== undefined) return held;
    return runtime({ kind: 'optionalUnwrap', type: optional, node, operand: toIr(held) });
  }
  if (optional.kind !== 'optional') return fail(env, node, `expected an optional, found \`${typeName(optional)}\``);
  const whole = pointer.value?.kind === 'pointer' ? loadPointer(env, pointer.value, optional, node) : undefined;
  if (whole?.kind === 'null' && env.mode !== 'runtime') fail(env, node, 'unable to unwrap null');
  const value: PointerValue | undefined =
    pointer.value?.kind === 'pointer' && whole?.kind !== 'null'
      ? extendPointer(pointer.value, { kind: 'optionalPayload' })
      : undefined;
  const place = {
    kind: 'optionalPayload',
    type: optional.child,
    node,
    base: placeOf(pointer, optional, node, true),
    checked,
  } as const;
  const address = addressOfPlace(
    place,
    env.cx.pool.pointer(optional.child, { isConst: type.isConst, isVolatile: type.isVolatile }),
    node,
    value,
  );
  return location.kind === 'ref' ? address : deref(env, address, node);
}
