/** Variables that lowering makes for values which have to be evaluated beforehand; a pointer among them is held raw. */
import type { Local } from '../../parse/ir/ir.js';
import type { Type } from '../../parse/ir/types.js';

/** No variable of the program has this id. */
const STAND_IN_ID = -2;

export function standIn(name: string, type: Type): Local {
  return { id: STAND_IN_ID, name, type, isMutable: false, role: 'const', node: undefined, align: 0 };
}

export function isStandIn(local: Local): boolean {
  return local.id === STAND_IN_ID;
}
