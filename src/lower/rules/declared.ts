/** Whether a library declares what a signature names, as the signature says. */
import { prototypeMismatch } from './prototype.js';
import type { Resolver } from './resolve.js';
import type { Signature } from './rule.js';

/** Undefined: it does. Otherwise how they differ. */
export function mismatchIn(resolver: Resolver, signature: Signature): string | undefined {
  const entity = resolver.resolve(signature);
  switch (entity.kind) {
    case 'fn':
      return signature.kind === 'fn' ? prototypeMismatch(signature, entity.node.proto) : 'it is a function';
    case 'container':
      return signature.kind === 'type' ? undefined : 'it is a type';
    case 'value':
    case 'field':
      return signature.kind === 'value' ? undefined : `it is a ${entity.kind}`;
    case 'unknown':
      return entity.reason;
    default:
      return entity.kind;
  }
}
