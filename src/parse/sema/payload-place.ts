/** `&(try x)`, `&(x catch return)`, `&(x orelse return)`: a payload that lies in storage, as a place behind the check. */

import type { Expr, Place } from '../ir/ir.js';
import type { PointerType } from '../ir/types.js';
import { walkPlace } from '../ir/walk.js';
import type * as ast from '../syntax/ast.js';
import { type Env, fail, newLabel } from './env.js';
import { extendPointer, materialise } from './memory.js';
import { isNoReturn, type Operand, placeOf, toIr } from './operand.js';
import { T } from './pool.js';

/**
 * The address of the payload behind `pointer` (to an error union or an optional). `checked` is the value that the check yields: it is evaluated and
 * dropped, then the address is taken; so the place itself must be free of effects.
 */
export function payloadAddress(env: Env, pointer: Operand, checked: Operand, node: ast.Node): Operand {
  if (isNoReturn(checked)) return checked;
  const whole = pointer.type as PointerType;
  const { child } = whole;
  if (child.kind !== 'errorUnion' && child.kind !== 'optional')
    return fail(env, node, 'expected the place of an error union or an optional');
  const payload = child.kind === 'optional' ? child.child : child.payload;
  const type = env.cx.pool.pointer(payload, { isConst: whole.isConst, isVolatile: whole.isVolatile });
  const value =
    pointer.value?.kind === 'pointer'
      ? extendPointer(pointer.value, { kind: child.kind === 'optional' ? 'optionalPayload' : 'errorPayload' })
      : undefined;
  if (env.mode !== 'runtime')
    return { type, value: value ?? fail(env, node, 'this memory is not known at comptime'), ir: undefined, node };
  const base = placeOf(pointer, child, node, true);
  // What has no storage of its own is a copy in any case.
  if (isTemporary(base)) return materialise(env, checked, node);
  if (!isPure(base)) fail(env, node, 'the place of this payload has effects of its own');
  const place: Place =
    child.kind === 'optional'
      ? { kind: 'optionalPayload', type: payload, node, base, checked: false }
      : { kind: 'errorPayload', type: payload, node, base };
  const address: Expr = { kind: 'addressOf', type, node, place, implicit: true };
  const label = newLabel(undefined);
  label.isBroken = true;
  const block: Expr = {
    kind: 'block',
    type,
    node,
    block: {
      label,
      node,
      type,
      statements: [
        { kind: 'discard', expr: toIr(checked), node },
        { kind: 'expr', expr: { kind: 'break', type: T.noreturn, node, target: label, operand: address }, node },
      ],
    },
  };
  return { type, value: undefined, ir: block, node };
}

function isTemporary(place: Place): boolean {
  if (place.kind === 'temporary') return true;
  return (
    'base' in place &&
    (place.base.kind === 'array'
      ? 'place' in place.base && isTemporary(place.base.place)
      : place.base.kind !== 'pointer' && isTemporary(place.base))
  );
}

/** Whether a place can be evaluated twice. */
function isPure(place: Place): boolean {
  let isPure = true;
  walkPlace(place, (node) => {
    if (node.sort === 'place' ? node.place.kind === 'temporary' : node.sort === 'expr' && EFFECTS.has(node.expr.kind))
      isPure = false;
    return isPure;
  });
  return isPure;
}
const EFFECTS: ReadonlySet<Expr['kind']> = new Set([
  'call',
  'builtin',
  'block',
  'try',
  'catch',
  'return',
  'break',
  'continue',
  'asm',
] as const);
