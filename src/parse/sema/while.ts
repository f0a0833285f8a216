/** `while`: typed once for run time, run at comptime, unrolled where `inline`. */

import type { Block, Expr, While } from '../ir/ir.js';
import type * as ast from '../syntax/ast.js';
import { assignStatement } from './assign.js';
import { newTarget, patchBreaks, resultIr, resultType } from './block.js';
import { analyseCondition } from './condition.js';
import {
  BreakSignal,
  ContinueSignal,
  DISCARD,
  type Env,
  fail,
  type JumpTarget,
  type ResultLocation,
  withMode,
  withTarget,
} from './env.js';
import { expr } from './expr.js';
import { known, type Operand, runtime, toIr, VOID } from './operand.js';
import { T } from './pool.js';
import { unrolledLoop } from './unroll.js';

export function analyseWhile(env: Env, node: ast.While, location: ResultLocation): Operand {
  if (env.mode !== 'runtime') return runWhile(withMode(env, 'comptime'), node, location);
  if (node.isInline) return inlineWhile(env, node, location);
  const target = newTarget(env, node.label?.text, 'loop', location);
  const decided = analyseCondition(env, node);
  if (decided.stop) return decided.stop;
  if (decided.taken === false)
    return node.else ? expr(decided.elseEnv, node.else, location) : known(T.void, VOID, node);
  const body = expr(withTarget(decided.thenEnv, target), node.body, DISCARD);
  const continueExpression = node.continueExpression && continueBlock(decided.thenEnv, node.continueExpression);
  const endless = decided.taken === true && decided.condition.kind === 'bool';
  const otherwise = node.else && !endless ? expr(decided.elseEnv, node.else, location) : undefined;
  const type = loopType(env, target, otherwise, endless, location, node);
  patchBreaks(env, target, type);
  const ir: While = {
    kind: 'while',
    type,
    node,
    label: target.label,
    condition: decided.condition,
    continueExpression,
    body: toIr(body),
    else: otherwise && loopElse(env, otherwise, type),
  };
  return runtime(ir);
}

/** The type of a loop: of its breaks and its `else`; without an `else`, void. */
export function loopType(
  env: Env,
  target: JumpTarget,
  otherwise: Operand | undefined,
  endless: boolean,
  location: ResultLocation,
  node: ast.Node,
) {
  const results = otherwise ? [...target.results, otherwise] : target.results;
  if (results.length === 0) return endless ? T.noreturn : T.void;
  if (!otherwise && !endless) return T.void;
  return resultType(env, results, false, location.kind === 'discard' ? location : location, node);
}
export function loopElse(env: Env, otherwise: Operand, type: import('../ir/types.js').Type): Expr {
  return resultIr(env, otherwise, type, otherwise.node);
}

/** `: (i += 1)` as a block of statements. */
function continueBlock(env: Env, node: ast.Expression): Block {
  const statement = node.kind === 'assign' ? assignStatement(env, node) : undefined;
  if (statement) return { label: undefined, statements: [statement], node, type: T.void };
  if (node.kind === 'assign') return { label: undefined, statements: [], node, type: T.void };
  return {
    label: undefined,
    statements: [{ kind: 'expr', expr: toIr(expr(env, node, DISCARD)), node }],
    node,
    type: T.void,
  };
}

/** Runs the loop at comptime. */
function runWhile(env: Env, node: ast.While, location: ResultLocation): Operand {
  const target = newTarget(env, node.label?.text, 'loop', location);
  try {
    for (;;) {
      if (!env.cx.spend(1)) fail(env, node, 'evaluation at comptime takes too many steps');
      const decided = analyseCondition(env, node);
      if (decided.taken === undefined) return fail(env, node.condition, 'the condition is not known at comptime');
      if (!decided.taken) return node.else ? expr(decided.elseEnv, node.else, location) : known(T.void, VOID, node);
      runIteration(withTarget(decided.thenEnv, target), target, node.body);
      if (node.continueExpression) expr(decided.thenEnv, node.continueExpression, DISCARD);
    }
  } catch (signal) {
    if (signal instanceof BreakSignal && signal.target === target) return signal.operand ?? known(T.void, VOID, node);
    throw signal;
  }
}

/** One iteration at comptime; a `continue` of the loop ends it. */
export function runIteration(env: Env, target: JumpTarget, body: ast.Expression): void {
  try {
    expr(env, body, DISCARD);
  } catch (signal) {
    if (signal instanceof ContinueSignal && signal.target === target) return;
    throw signal;
  }
}

/** `inline while`: conditions and continue expressions run at comptime, bodies are typed one by one. */
function inlineWhile(env: Env, node: ast.While, location: ResultLocation): Operand {
  return unrolledLoop(env, node, node.label?.text, location, (iterate) => {
    for (;;) {
      const decided = analyseCondition(withMode(env, 'comptime'), node);
      if (decided.taken === undefined)
        return fail(env, node.condition, 'the condition of an inline loop must be known at comptime');
      if (!decided.taken) return node.else;
      if (!iterate(withMode(decided.thenEnv, 'runtime'))) return undefined;
      if (node.continueExpression) expr(withMode(decided.thenEnv, 'comptime'), node.continueExpression, DISCARD);
    }
  });
}
