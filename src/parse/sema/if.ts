/** `if`. Decided at comptime where the condition is known: the other arm is not analysed, as in Zig. */

import type { Condition, Expr, If } from '../ir/ir.js';
import { isPlace } from '../ir/walk.js';
import type * as ast from '../syntax/ast.js';
import { resultIr, resultType } from './block.js';
import { asksBuild, keepsBuildQuestions, ofOtherBuild } from './build-questions.js';
import { analyseCondition, type Decided } from './condition.js';
import { keepEffects } from './effects.js';
import { type Env, fail, NONE, type ResultLocation, withMode } from './env.js';
import { denotesStorage, expr } from './expr.js';
import { materialise } from './memory.js';
import { isNoReturn, known, type Operand, runtime, toIr, VOID } from './operand.js';
import { isTemporary } from './payload-place.js';
import { T } from './pool.js';

export function analyseIf(env: Env, node: ast.If, location: ResultLocation): Operand {
  const decided = analyseCondition(env, node);
  if (decided.stop) return decided.stop;
  if (decided.taken === undefined && env.mode !== 'runtime')
    fail(env, node.condition, 'the condition is not known at comptime');
  if (decided.taken === undefined && location.kind === 'ref' && !areArmsStorage(node))
    return materialise(env, undecidedIf(env, node, decided, NONE), node);
  if (decided.taken === undefined) return undecidedIf(env, node, decided, location);
  const result = decidedIf(env, node, decided, decided.taken, location);
  const isOpen = keepsBuildQuestions(env) && decided.condition.kind === 'bool' && asksBuild(decided.condition.value);
  return (
    (isOpen ? bothArms(env, node, decided, result, location) : undefined) ??
    keepEffects(evaluatedBy(decided.condition), result)
  );
}

/** Both arms of a condition that asks for the build, where they are of the type that the one which is taken has. */
function bothArms(
  env: Env,
  node: ast.If,
  decided: Decided,
  result: Operand,
  location: ResultLocation,
): Operand | undefined {
  const both = ofOtherBuild(env, () => undecidedIf(env, node, decided, location));
  const wanted = location.kind === 'type' ? location.type : result.type;
  const isSame = both?.type === wanted || isNoReturn(result) || both?.type.kind === 'void';
  return both !== undefined && isSame ? both : undefined;
}

/** Whether `&(if …)` is the address of what an arm denotes: every arm that comes back denotes storage. */
export function areArmsStorage(node: ast.If): boolean {
  return node.else !== undefined && [node.then, node.else].every((arm) => denotesStorage(arm) || leaves(arm));
}

function leaves(node: ast.Expression): boolean {
  if (node.kind === 'switch') return node.prongs.every((prong) => leaves(prong.body));
  return LEAVING.has(node.kind);
}

const LEAVING: ReadonlySet<ast.Expression['kind']> = new Set(['return', 'break', 'continue', 'unreachable']);

/** What a condition evaluates; a place is only looked at. */
function evaluatedBy(condition: Condition): Expr | undefined {
  if (condition.kind === 'bool') return condition.value;
  return isPlace(condition.operand) ? undefined : condition.operand;
}

function decidedIf(env: Env, node: ast.If, decided: Decided, taken: boolean, location: ResultLocation): Operand {
  const arm = taken ? node.then : node.else;
  const result = arm ? expr(taken ? decided.thenEnv : decided.elseEnv, arm, location) : known(T.void, VOID, node);
  if (env.mode === 'comptime') return result;
  const then = taken && (result.ir || isNoReturn(result) || result.type.kind !== 'void') ? toIr(result) : undefined;
  const otherwise = !taken && arm && (result.ir || result.type.kind !== 'void') ? toIr(result) : undefined;
  // The address of storage that is there at run time is not known before.
  const isStored = location.kind === 'ref' && result.ir?.kind === 'addressOf' && !isTemporary(result.ir.place);
  const value = isStored ? undefined : result.value;
  const ir: If = {
    kind: 'if',
    type: result.type,
    node,
    condition: decided.condition,
    then,
    else: otherwise,
    taken: taken ? 'then' : 'else',
    value,
  };
  const isRun = result.ir !== undefined || result.type.kind === 'void' || isNoReturn(result);
  return isRun
    ? { type: result.type, value, node, ir }
    : { type: result.type, value, node: result.node, ir: undefined };
}

function undecidedIf(env: Env, node: ast.If, decided: Decided, location: ResultLocation): Operand {
  const implied = (arm: ast.Node): Operand =>
    runtime({ kind: 'unreachable', type: T.noreturn, node: arm, cause: 'implied' });
  const then = decided.never === 'then' ? implied(node.then) : expr(decided.thenEnv, node.then, location);
  // `else |e| switch (e) {…}` is one with its `if`: its results meet the payload's.
  const other: ResultLocation =
    node.elseCapture && location.kind === 'none' && !isNoReturn(then)
      ? { kind: 'none', peers: [then.type, ...(location.peers ?? [])] }
      : location;
  const otherwise =
    node.else && (decided.never === 'else' ? implied(node.else) : expr(decided.elseEnv, node.else, other));
  const arms = otherwise ? [then, otherwise] : [then, known(T.void, VOID, node)];
  const type = resultType(env, arms, false, location, node);
  const ir: If = {
    kind: 'if',
    type,
    node,
    condition: decided.condition,
    taken: undefined,
    then: armIr(decided.thenEnv, then, type, node.then),
    else: otherwise && armIr(decided.elseEnv, otherwise, type, node.else!),
  };
  return { type, value: undefined, node, ir };
}

/** An arm brought to the type of the whole. */
export function armIr(env: Env, arm: Operand, type: import('../ir/types.js').Type, node: ast.Node) {
  return resultIr(env, arm, type, node);
}
export { withMode };
