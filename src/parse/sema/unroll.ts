/** `inline` loops for run time: one typed body for each iteration, until one never comes back. */

import type { Block, Unrolled } from '../ir/ir.js';
import type * as ast from '../syntax/ast.js';
import { newTarget, patchBreaks, typeBlock } from './block.js';
import { DISCARD, type Env, fail, type ResultLocation, withTarget } from './env.js';
import { expr } from './expr.js';
import { isNoReturn, type Operand, runtime, toIr } from './operand.js';
import { T } from './pool.js';
import { loopElse, loopType } from './while.js';

/** More iterations than any program wants unrolled. */
const MAX_ITERATIONS = 20_000;

/**
 * Types the iterations that `walk` asks for. `walk` gets a function that types one body in the given scope and says whether the
 * next one can be reached; it returns the `else` arm to take, if the loop ran to its end.
 */
export function unrolledLoop(
  env: Env,
  node: ast.While | ast.For,
  name: string | undefined,
  location: ResultLocation,
  walk: (iterate: (scope: Env) => boolean) => ast.Expression | undefined,
): Operand {
  const target = newTarget(env, name, 'loop', location);
  const iterations: Block[] = [];
  let reachesEnd = true;
  const otherwiseNode = walk((scope) => {
    if (iterations.length >= MAX_ITERATIONS) fail(env, node, 'an inline loop has too many iterations');
    const inner = withTarget(scope, target);
    const wasContinued = target.label.isContinued;
    target.label.isContinued = false;
    const block = iterationBlock(inner, node.body);
    const continued = target.label.isContinued;
    target.label.isContinued = wasContinued || continued;
    iterations.push(block);
    reachesEnd = block.type.kind !== 'noreturn' || continued;
    return reachesEnd;
  });
  const otherwise = reachesEnd && otherwiseNode ? expr(env, otherwiseNode, location) : undefined;
  const endless = !reachesEnd;
  const type = loopType(env, target, otherwise, endless, location, node);
  patchBreaks(env, target, type);
  const ir: Unrolled = {
    kind: 'unrolled',
    type,
    node,
    label: target.label,
    iterations,
    else: otherwise && loopElse(env, otherwise, type),
  };
  return runtime(ir);
}

function iterationBlock(env: Env, body: ast.Expression): Block {
  if (body.kind === 'block' && !body.label) return typeBlock(env, body);
  const operand = expr(env, body, DISCARD);
  return {
    label: undefined,
    statements: [{ kind: 'expr', expr: toIr(operand), node: body }],
    node: body,
    type: isNoReturn(operand) ? T.noreturn : T.void,
  };
}
