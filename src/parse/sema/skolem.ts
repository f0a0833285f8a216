/** Skolems: the opaque types and values that stand for kept comptime parameters in a generic's own analysis. */
import type { FnInstance } from '../ir/program.js';
import type { SkolemType, Type } from '../ir/types.js';
import type { SkolemValue, Value } from '../ir/values.js';
import { freshTypeId } from './pool.js';

/** A fresh opaque type for type parameter `param`. */
export function skolemType(owner: FnInstance, param: number, name: string): SkolemType {
  return { kind: 'skolem', id: freshTypeId(), name, owner, param };
}
export function skolemValue(owner: FnInstance, param: number, name: string): SkolemValue {
  return { kind: 'skolem', owner, param, name };
}

/** Whether a type is, or is built from, a kept parameter. */
export function mentionsSkolem(type: Type): boolean {
  switch (type.kind) {
    case 'skolem':
      return true;
    case 'array':
      return type.lengthParam !== undefined || mentionsSkolem(type.child);
    case 'pointer':
    case 'vector':
    case 'optional':
      return mentionsSkolem(type.child);
    case 'errorUnion':
      return mentionsSkolem(type.payload);
    case 'tuple':
      return type.elements.some((element) => mentionsSkolem(element.type));
    case 'fn':
      return (
        type.params.some((param) => param.type && mentionsSkolem(param.type)) ||
        (type.returnType !== undefined && mentionsSkolem(type.returnType))
      );
    case 'struct':
    case 'enum':
    case 'union':
    case 'opaque':
      return type.container.captures.some(
        (capture) => mentionsSkolem(capture.type) || valueMentionsSkolem(capture.value),
      );
    default:
      return false;
  }
}
function valueMentionsSkolem(value: Value): boolean {
  if (value.kind === 'skolem') return true;
  return value.kind === 'type' && mentionsSkolem(value.type);
}
