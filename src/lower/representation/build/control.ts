/** Branches, blocks and jumps as control flow. */
import type {
  Block,
  BlockExpr,
  Break,
  Catch,
  Condition,
  Continue,
  Expr,
  If,
  Load,
  Local,
  Logical,
  Orelse,
  Return,
  Try,
} from '../../../parse/ir/ir.js';
import type { Type } from '../../../parse/ir/types.js';
import type * as ast from '../../../parse/syntax/ast.js';
import { flow, uniteShapes } from '../graph.js';
import { isConstantPlace, type MirPlace, type Variable, wholeVariable } from '../mir.js';
import { payloadShape } from '../shape.js';
import { borrow, type Context, flowInto, useVariable } from './context.js';
import { operandPlace, payloadOf } from './places.js';
import { buildStatement } from './statements.js';
import { type Built, evaluate, payload, readValue } from './values.js';

/** A variable for the value of a construct with several arms; undefined if such values are not tracked. */
export function joinVariable(context: Context, expr: Expr): Built {
  return context.whole.isTracked(expr.type) ? context.temporary(context.whole.slots.expr(expr), expr.type) : undefined;
}

/** Evaluates one arm and hands its value to the construct's variable. */
export function armInto(context: Context, arm: Expr | undefined, dest: Built): void {
  if (arm === undefined) return;
  const value = evaluate(context, arm);
  if (value === undefined || context.current() === undefined) return;
  if (dest === undefined) useVariable(context, value, arm.node);
  else flowInto(context, wholeVariable(value), wholeVariable(dest), 'is the value of a branch', arm.node);
}

/** Runs each arm from the current point and joins behind them. */
export function branches(context: Context, node: ast.Node, arms: readonly (() => void)[]): void {
  const start = context.emit({ kind: 'nop' }, node);
  const end = context.detached(node);
  let isReached = false;
  for (const arm of arms) {
    context.moveTo(start);
    arm();
    isReached ||= context.current() !== undefined;
    context.link(context.current(), end);
  }
  context.moveTo(isReached ? end : undefined);
}

export function buildLogical(context: Context, expr: Logical): Built {
  readValue(context, expr.left);
  branches(context, expr.node, [() => readValue(context, expr.right), () => undefined]);
  return undefined;
}

export function buildIf(context: Context, expr: If): Built {
  const dest = joinVariable(context, expr);
  if (expr.taken !== undefined) {
    buildTaken(context, expr, dest);
    return dest;
  }
  const condition = buildCondition(context, expr.condition, expr.node);
  branches(context, expr.node, [
    () =>
      scoped(context, expr.node, () => {
        condition.bind();
        armInto(context, expr.then, dest);
      }),
    () => armInto(context, expr.else, dest),
  ]);
  return dest;
}

/** Only the arm that is taken is there, with its capture. */
function buildTaken(context: Context, expr: If, dest: Variable | undefined): void {
  if (expr.taken === 'else') {
    armInto(context, expr.else, dest);
    return;
  }
  const hasCapture = expr.condition.kind !== 'bool' && expr.condition.capture !== undefined;
  const condition = hasCapture ? buildCondition(context, expr.condition, expr.node) : undefined;
  scoped(context, expr.node, () => {
    condition?.bind();
    armInto(context, expr.then, dest);
  });
}

/** Evaluates a condition; `bind` makes its captures, in the arm where they exist. */
export function buildCondition(context: Context, condition: Condition, node: ast.Node): { readonly bind: () => void } {
  if (condition.kind === 'bool') {
    readValue(context, condition.value);
    return { bind: () => undefined };
  }
  const { operand, capture, byPointer } = condition;
  const place = operandPlace(context, operand);
  context.emit({ kind: 'read', place }, node);
  return {
    bind: () => {
      if (capture !== undefined)
        bindCapture(context, capture, payloadOf(place, capturedType(capture, byPointer)), byPointer, node);
    },
  };
}

function capturedType(capture: Local, byPointer: boolean): Type {
  return byPointer && capture.type.kind === 'pointer' ? capture.type.child : capture.type;
}

/** Binds a capture to what lies in `place`: a copy, or its address. */
export function bindCapture(
  context: Context,
  capture: Local,
  place: MirPlace,
  byPointer: boolean,
  node: ast.Node,
): void {
  const dest = context.local(capture);
  context.ends(dest);
  if (byPointer && dest.shape.kind === 'pointer') {
    uniteShapes(context.whole.graph, dest.shape.node.child, place.shape);
    borrow(context, place, dest, dest.shape.node, node);
  } else if (context.whole.isTracked(capture.type)) {
    loadInto(context, place, dest, node);
  } else {
    context.emit({ kind: 'read', place }, node);
  }
}

/** Copies what lies in a place into a variable; out of an intermediate value, which nobody else sees, it is handed on. */
export function loadInto(context: Context, place: MirPlace, dest: Variable, node: ast.Node, expr?: Load): void {
  if (isIntermediate(place)) {
    flowInto(context, place, wholeVariable(dest), 'is captured', node);
    return;
  }
  flow(context.whole.graph, place.shape, dest.shape, context.reason('is captured', node), 'load');
  // A constant is made anew wherever it is read.
  if (isConstantPlace(place)) context.emit({ kind: 'read', place }, node);
  else context.emit({ kind: 'load', place, dest, expr }, node);
}

function isIntermediate({ root, steps }: MirPlace): boolean {
  return root.kind === 'variable' && root.variable.local === undefined && !steps.some((step) => step.kind === 'deref');
}

export function buildOrelse(context: Context, expr: Orelse): Built {
  return unwrapOr(context, expr, expr.fallback);
}

export function buildCatch(context: Context, expr: Catch): Built {
  return unwrapOr(context, expr, expr.handler);
}

function unwrapOr(context: Context, expr: Orelse | Catch, fallback: Expr): Built {
  const value = evaluate(context, expr.operand);
  const dest = joinVariable(context, expr);
  const payloadArm = (): void => {
    if (value === undefined) return;
    if (dest === undefined) {
      useVariable(context, value, expr.node);
      return;
    }
    // `a orelse b` with an optional `b` keeps the optional.
    const isSame = context.whole.narrow(expr.type) === context.whole.narrow(expr.operand.type);
    const from = isSame ? wholeVariable(value) : payload(value, expr.type);
    flowInto(context, from, wholeVariable(dest), 'is unwrapped', expr.node);
  };
  branches(context, expr.node, [payloadArm, () => armInto(context, fallback, dest)]);
  return dest;
}

export function buildTry(context: Context, expr: Try): Built {
  const value = evaluate(context, expr.operand);
  const start = context.emit({ kind: 'nop' }, expr.node);
  context.unwind(0, 'always', expr.node);
  context.moveTo(start);
  if (value === undefined) return undefined;
  if (!context.whole.isTracked(expr.type)) {
    useVariable(context, value, expr.node);
    return undefined;
  }
  const shape = payloadShape(value.shape);
  context.whole.slots.setExpr(expr, shape);
  const dest = context.temporary(shape, expr.type);
  context.emit({ kind: 'flow', from: payload(value, expr.type), to: wholeVariable(dest) }, expr.node);
  return dest;
}

/** What `run` declares ends behind it. */
export function scoped(context: Context, node: ast.Node, run: () => void): void {
  const depth = context.scopeDepth();
  run();
  context.leaveScopes(depth, node);
}

/** The statements of a block in a scope of their own. */
export function inScope(context: Context, block: Block): void {
  scoped(context, block.node, () => {
    for (const statement of block.statements) buildStatement(context, statement);
  });
}

export function buildBlock(context: Context, expr: BlockExpr): Built {
  const { label } = expr.block;
  if (label === undefined) {
    inScope(context, expr.block);
    return undefined;
  }
  const dest = joinVariable(context, expr);
  const end = context.detached(expr.node);
  context.labels.set(label, { depth: context.scopeDepth(), breakTo: end, continueTo: undefined, result: dest });
  inScope(context, expr.block);
  context.link(context.current(), end);
  context.moveTo(end);
  return dest;
}

export function buildBreak(context: Context, expr: Break): Built {
  const target = context.labels.get(expr.target);
  armInto(context, expr.operand, target?.result);
  if (target !== undefined) {
    context.unwind(target.depth, 'never', expr.node);
    context.link(context.current(), target.breakTo);
  }
  context.moveTo(undefined);
  return undefined;
}

export function buildContinue(context: Context, expr: Continue): Built {
  if (expr.operand !== undefined) readValue(context, expr.operand);
  const target = context.labels.get(expr.target);
  if (target?.continueTo !== undefined) {
    context.unwind(target.depth, 'never', expr.node);
    context.link(context.current(), target.continueTo);
  }
  context.moveTo(undefined);
  return undefined;
}

export function buildReturn(context: Context, expr: Return): Built {
  if (expr.operand !== undefined) {
    const value = evaluate(context, expr.operand);
    if (value !== undefined && context.current() !== undefined) {
      flowInto(context, wholeVariable(value), wholeVariable(context.result), 'is returned', expr.node);
    }
  }
  const canFail = context.whole.narrow(context.instance.returnType).kind === 'errorUnion';
  context.unwind(0, canFail ? 'maybe' : 'never', expr.node);
  context.moveTo(undefined);
  return undefined;
}
