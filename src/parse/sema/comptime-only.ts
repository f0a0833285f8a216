/** Types whose values exist only at comptime. */

import type { Type } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import type { Env } from './env.js';
import { ensureFields } from './fields.js';
import type { ContainerRecord } from './records.js';

const known = new WeakMap<Type, boolean>();

/** Whether a value of the type cannot exist at run time (`type`, `comptime_int`, functions by value, and what holds them). */
export function isComptimeOnly(env: Env, type: Type, node: ast.Node): boolean {
  switch (type.kind) {
    case 'type':
    case 'comptime_int':
    case 'comptime_float':
    case 'enum_literal':
    case 'null':
    case 'undefined':
    case 'fn':
      return true;
    case 'optional':
    case 'array':
    case 'vector':
      return isComptimeOnly(env, type.child, node);
    case 'pointer':
      return (
        type.child.kind !== 'fn' &&
        type.child.kind !== 'opaque' &&
        type.child.kind !== 'anyopaque' &&
        isComptimeOnlyPointee(env, type.child, node)
      );
    case 'errorUnion':
      return isComptimeOnly(env, type.payload, node);
    case 'tuple':
      return type.elements.some((element) => element.value === undefined && isComptimeOnly(env, element.type, node));
    case 'struct':
    case 'union':
      return isComptimeOnlyContainer(env, type, node);
    default:
      return false;
  }
}

function isComptimeOnlyPointee(env: Env, type: Type, node: ast.Node): boolean {
  if (type.kind === 'struct' || type.kind === 'union')
    return (
      known.get(type) ??
      ((type.container as ContainerRecord).fieldsStage !== 'running' && isComptimeOnlyContainer(env, type, node))
    );
  return isComptimeOnly(env, type, node);
}

function isComptimeOnlyContainer(env: Env, type: Extract<Type, { kind: 'struct' | 'union' }>, node: ast.Node): boolean {
  const found = known.get(type);
  if (found !== undefined) return found;
  if ((type.container as ContainerRecord).fieldsStage === 'running') return false;
  known.set(type, false);
  const result = ensureFields(env, type, node).some(
    (field) => !('isComptime' in field && field.isComptime) && isComptimeOnly(env, field.type, node),
  );
  known.set(type, result);
  return result;
}
