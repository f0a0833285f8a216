/** Inline assembly: typed by its result, never run at comptime. */
import type * as ast from '../syntax/ast.js';
import { type Env, fail } from './env.js';
import { typeExpr } from './expr.js';
import { type Operand, runtime } from './operand.js';
import { T } from './pool.js';

export function analyseAsm(env: Env, node: ast.Asm): Operand {
  if (env.mode !== 'runtime') return fail(env, node, 'assembly cannot be run at comptime');
  const result = node.outputs.find((output) => output.isResult);
  return runtime({ kind: 'asm', type: result ? typeExpr(env, result.value) : T.void, node });
}
