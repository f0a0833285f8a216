/** Field lists of types that run-time code mentions without ever opening them (a type known only behind a pointer). */
import type { NominalType } from '../ir/types.js';
import { asFailure, type Env } from './env.js';
import { ensureFields } from './fields.js';

/** Resolves the fields of each type and of the types they lead to. */
export function fieldsOfReached(env: Env, types: readonly NominalType[]): void {
  for (const type of types) {
    if (type.kind === 'opaque' || type.fields) continue;
    try {
      ensureFields(env, type, type.container.node ?? type.container.file.source.root);
    } catch (error) {
      const failure = asFailure(error, env, type.container.node ?? type.container.file.source.root);
      if (!failure) throw error;
      env.cx.reportFailure(failure);
      type.fields = [];
    }
  }
}
