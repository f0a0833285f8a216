/**
 * What evaluating an operand does beside giving its value. A labelled block may write and still have a known value: whoever decides
 * by that value keeps the block in front of what it decided.
 */

import type { Expr, Place, Statement } from '../ir/ir.js';
import type { Value } from '../ir/values.js';
import { type IrNode, walkExpr, walkPlace } from '../ir/walk.js';
import type * as ast from '../syntax/ast.js';
import { newLabel } from './env.js';
import { type Operand, toIr } from './operand.js';
import { T } from './pool.js';

const EFFECTS: ReadonlySet<Expr['kind']> = new Set([
  'call',
  'builtin',
  'block',
  'try',
  'catch',
  'return',
  'break',
  'continue',
  'asm',
] as const);

const hasEffect = (node: IrNode): boolean => node.sort === 'expr' && EFFECTS.has(node.expr.kind);

/** Whether a place can be evaluated twice. */
export function isPurePlace(place: Place): boolean {
  let pure = true;
  walkPlace(place, (node) => {
    if (hasEffect(node)) pure = false;
    return pure;
  });
  return pure;
}

function isPure(expr: Expr): boolean {
  let pure = true;
  walkExpr(expr, (node) => {
    if (hasEffect(node) || mayTrap(node)) pure = false;
    return pure;
  });
  return pure;
}

const TRAPPING: ReadonlySet<string> = new Set([
  ...['+', '-', '*', '/', '%', '<<', '>>'],
  ...['divTrunc', 'divFloor', 'divExact', 'rem', 'mod', 'shlExact', 'shrExact'],
]);

/** Arithmetic with a check that Zig makes when the program runs. */
function mayTrap(node: IrNode): boolean {
  if (node.sort !== 'expr' || node.expr.value !== undefined) return false;
  if (node.expr.kind === 'negate') return !node.expr.wrapping && node.expr.type.kind !== 'float';
  return node.expr.kind === 'arithmetic' && node.expr.type.kind !== 'float' && TRAPPING.has(node.expr.operator);
}

/** `result`, which was decided by the known value of `operand`: what evaluating the operand does stays in front of it. */
export function keepEffects(operand: Expr | undefined, result: Operand): Operand {
  if (operand === undefined || isPure(operand)) return result;
  const { node } = operand;
  const ir = sequence([{ kind: 'discard', expr: operand, node }], toIr(result), node, result.value);
  return { ...result, ir };
}

const NOTICEABLE: ReadonlySet<Expr['kind']> = new Set([
  'call',
  'block',
  'try',
  'catch',
  'orelse',
  'optionalUnwrap',
  'slice',
  'return',
  'break',
  'continue',
  'asm',
] as const);

/** Whether it can be noticed that an expression was evaluated: it calls, jumps, or makes a check that may trap. */
export function isNoticeable(expr: Expr): boolean {
  let found = false;
  walkExpr(expr, (node) => {
    if (node.sort === 'expr' && NOTICEABLE.has(node.expr.kind)) found = true;
    if (node.sort === 'place' && node.place.kind === 'optionalPayload' && node.place.checked) found = true;
    return !found;
  });
  return found;
}

/** Statements, then a value: a block that breaks with it. */
export function sequence(statements: readonly Statement[], result: Expr, node: ast.Node, value?: Value): Expr {
  const { type } = result;
  if (type.kind === 'noreturn') {
    const block = {
      label: undefined,
      node,
      type,
      statements: [...statements, { kind: 'expr', expr: result, node } as const],
    };
    return { kind: 'block', type, node, block };
  }
  const label = newLabel(undefined);
  label.isBroken = true;
  const leave: Expr = { kind: 'break', type: T.noreturn, node, target: label, operand: result };
  return {
    kind: 'block',
    type,
    node,
    value,
    block: { label, node, type, statements: [...statements, { kind: 'expr', expr: leave, node }] },
  };
}

/** What was put in front of the parts of a known value (`keepEffects`), alone; undefined where there is nothing. */
export function effectsAlone(operand: Operand): Expr | undefined {
  const kept: Statement[] = [];
  if (operand.ir !== undefined) {
    walkExpr(operand.ir, (node) => {
      if (node.sort !== 'statement' || node.statement.kind !== 'discard') return true;
      kept.push(node.statement);
      return false;
    });
  }
  if (kept.length === 0) return undefined;
  const { node } = operand;
  return {
    kind: 'block',
    type: T.void,
    node,
    block: { label: undefined, node, type: T.void, statements: kept },
  };
}
