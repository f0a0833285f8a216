/**
 * Methods. A function whose first parameter is its container's type, or a pointer to it that is held as a reference, takes Rust's
 * `self`; one whose pointer is raw is an associated function with a `this`.
 */
import type { FnInstance } from '../parse/ir/program.js';
import type { Type } from '../parse/ir/types.js';
import { isRustParam } from './call.js';
import type { Crate } from './context.js';

export type ReceiverMode = 'value' | 'ref' | 'refMut';

/** How the function takes `self`; undefined: it does not. */
export function receiverMode(instance: FnInstance, crate: Crate): ReceiverMode | undefined {
  const [first] = instance.params;
  if (first === undefined || !isRustParam(first, crate.representation) || crate.names.fn(instance).owner === undefined)
    return undefined;
  const self: Type = instance.container.type;
  if (first.type === self) return first.local === undefined ? 'value' : crate.representation.binding(first.local);
  if (first.type.kind !== 'pointer' || first.type.size !== 'one' || first.type.child !== self) return undefined;
  const repr = crate.representation.param(instance, 0);
  if (repr.kind !== 'pointer') return undefined;
  return repr.mode === 'ref' || repr.mode === 'refMut' ? repr.mode : undefined;
}
