/** Builtin functions (`@name(…)`): one table over all names, its handlers in `builtin/`. */
import type * as ast from '../syntax/ast.js';
import { atomicBuiltins } from './builtin/atomic.js';
import { cBuiltins } from './builtin/c.js';
import { castBuiltins } from './builtin/cast.js';
import { floatBuiltins } from './builtin/float.js';
import type { BuiltinHandler, BuiltinTable } from './builtin/handler.js';
import { integerBuiltins } from './builtin/integer.js';
import { memoryBuiltins } from './builtin/memory.js';
import { miscBuiltins } from './builtin/misc.js';
import { reflectBuiltins } from './builtin/reflect.js';
import { reifyBuiltins } from './builtin/reify.js';
import { vectorBuiltins } from './builtin/vector.js';
import { type Env, fail, type ResultLocation } from './env.js';
import type { Operand } from './operand.js';

const tables: readonly BuiltinTable[] = [
  atomicBuiltins,
  cBuiltins,
  castBuiltins,
  floatBuiltins,
  integerBuiltins,
  memoryBuiltins,
  miscBuiltins,
  reflectBuiltins,
  reifyBuiltins,
  vectorBuiltins,
];
const handlers = new Map<string, BuiltinHandler>(tables.flatMap((table) => Object.entries(table)));

export function analyseBuiltinCall(env: Env, node: ast.BuiltinCall, location: ResultLocation): Operand {
  const handler = handlers.get(node.name) ?? fail(env, node, `\`@${node.name}\` is not supported`);
  return handler(env, node, location);
}
