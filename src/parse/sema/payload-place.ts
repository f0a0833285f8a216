/** `&(try x)`, `&(x catch return)`, `&(x orelse return)`: a payload that lies in storage, as a place behind the check. */

import type { Expr, Place, Statement } from '../ir/ir.js';
import type { PointerType } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import { isPurePlace, sequence } from './effects.js';
import { type Env, fail, newLocal } from './env.js';
import { deref, extendPointer, materialise } from './memory.js';
import { isNoReturn, type Operand, placeOf, runtime, toIr } from './operand.js';

/**
 * The address of the payload behind `pointer` (to an error union or an optional). `check` makes of the value what is evaluated first and
 * dropped; then the address is taken. Where the check yields another value than the payload (`isPlace` says no), it is put into a
 * temporary. A pointer whose computation has effects is computed once.
 */
export function payloadAddress(
  env: Env,
  pointer: Operand,
  node: ast.Node,
  check: (value: Operand) => Operand,
  isPlace: (checked: Operand) => boolean,
): Operand {
  const { lets, stable } = stabilised(env, pointer, node);
  const whole = deref(env, stable, node);
  const checked = check(whole);
  const { child } = stable.type as PointerType;
  const hasPayload = whole.value?.kind !== 'error' && whole.value?.kind !== 'null';
  const isCopy = !hasPayload || !isPlace(checked) || (child.kind !== 'errorUnion' && child.kind !== 'optional');
  if (isNoReturn(checked)) return lets.length === 0 ? checked : runtime(sequence(lets, toIr(checked), node));
  if (isCopy || (env.mode === 'runtime' && isTemporary(placeOf(stable, child, node, true)))) {
    return materialise(env, lets.length === 0 ? checked : runtime(sequence(lets, toIr(checked), node)), node);
  }
  return addressBehind(env, stable, checked, lets, node);
}

function addressBehind(
  env: Env,
  pointer: Operand,
  checked: Operand,
  lets: readonly Statement[],
  node: ast.Node,
): Operand {
  const { child, isConst, isVolatile } = pointer.type as PointerType;
  if (child.kind !== 'errorUnion' && child.kind !== 'optional') return fail(env, node, 'expected a payload');
  const payload = child.kind === 'optional' ? child.child : child.payload;
  const type = env.cx.pool.pointer(payload, { isConst, isVolatile });
  const step = child.kind === 'optional' ? 'optionalPayload' : 'errorPayload';
  const value = pointer.value?.kind === 'pointer' ? extendPointer(pointer.value, { kind: step }) : undefined;
  if (env.mode !== 'runtime') {
    return { type, value: value ?? fail(env, node, 'this memory is not known at comptime'), ir: undefined, node };
  }
  const base = placeOf(pointer, child, node, true);
  const place: Place =
    child.kind === 'optional'
      ? { kind: 'optionalPayload', type: payload, node, base, checked: false }
      : { kind: 'errorPayload', type: payload, node, base };
  const address: Expr = { kind: 'addressOf', type, node, place, implicit: true };
  const dropped: Statement = { kind: 'discard', expr: toIr(checked), node };
  return { type, value: undefined, ir: sequence([...lets, dropped], address, node), node };
}

/** The pointer in a form that can be evaluated twice: where it has effects, it is kept in a local. */
function stabilised(
  env: Env,
  pointer: Operand,
  node: ast.Node,
): { readonly lets: Statement[]; readonly stable: Operand } {
  const place = placeOf(pointer, (pointer.type as PointerType).child, node, true);
  if (env.mode !== 'runtime' || isTemporary(place) || isPurePlace(place)) return { lets: [], stable: pointer };
  const local = newLocal(env, 'payload', pointer.type, false, 'temporary', undefined);
  const read = runtime({
    kind: 'load',
    type: pointer.type,
    node,
    place: { kind: 'local', type: pointer.type, node, local },
  });
  return { lets: [{ kind: 'let', local, init: toIr(pointer), node }], stable: read };
}

/** Whether the place lies in a value that has no storage of its own. */
export function isTemporary(place: Place): boolean {
  switch (place.kind) {
    case 'temporary':
      return true;
    case 'fieldPlace':
    case 'optionalPayload':
    case 'errorPayload':
      return isTemporary(place.base);
    case 'index':
      return place.base.kind === 'array' && isTemporary(place.base.place);
    default:
      return false;
  }
}
