/** Builtins, by what they do to the pointers they are given. Those not listed take numbers and yield numbers. */
import type { Arithmetic, BuiltinExpr } from '../../../parse/ir/ir.js';
import { wholeVariable } from '../mir.js';
import { outerPointer, type Shape } from '../shape.js';
import { type Context, demoteShape, intoNew, keepUnknown, useVariable } from './context.js';
import { type Built, evaluate, readValue } from './values.js';

/** The result is the operand, seen as another type. */
const SAME_VALUE: ReadonlySet<string> = new Set(['as']);

/** The result names something that lives for ever. */
const STATIC_RESULT: ReadonlySet<string> = new Set(['tagName', 'errorName', 'typeName', 'embedFile', 'src']);

/** The first operand is written through, the others are looked at; nothing is kept. */
const WRITES_FIRST: ReadonlySet<string> = new Set(['memcpy', 'memset', 'memmove']);

/** What is taken as it lies in memory: the pointer itself is looked at by its address. */
export function buildBuiltin(context: Context, expr: BuiltinExpr): Built {
  if (WRITES_FIRST.has(expr.name)) return writeFirst(context, expr);
  const isTracked = context.whole.isTracked(expr.type);
  if (SAME_VALUE.has(expr.name) && expr.args.length > 0) return sameValue(context, expr, isTracked);
  if (!isTracked && expr.args.every((arg) => !context.whole.isTracked(arg.type))) {
    for (const arg of expr.args) readValue(context, arg);
    return undefined;
  }
  return castPointers(context, expr, isTracked);
}

function writeFirst(context: Context, expr: BuiltinExpr): Built {
  const values = expr.args.map((arg) => evaluate(context, arg));
  values.forEach((value, index) => {
    if (value === undefined) return;
    const pointer = outerPointer(value.shape);
    if (index === 0 && pointer !== undefined) context.whole.graph.markWritten(pointer);
    useVariable(context, value, expr.node);
  });
  return undefined;
}

function sameValue(context: Context, expr: BuiltinExpr, isTracked: boolean): Built {
  const operand = expr.args.at(-1);
  const value = operand === undefined ? undefined : evaluate(context, operand);
  if (!isTracked) {
    useVariable(context, value, expr.node);
    return undefined;
  }
  const shape = context.whole.slots.expr(expr);
  if (value === undefined) return context.temporary(shape, expr.type);
  return intoNew(context, value, shape, expr.type, 'is taken at another type', expr.node);
}

/**
 * A pointer to a field that becomes one to the whole has to reach the whole; one that loses its `const` may be written through, which no
 * shared reference allows.
 */
function widenOperand(context: Context, operand: Shape, expr: BuiltinExpr): void {
  const pointer = outerPointer(operand);
  if (pointer === undefined) return;
  if (expr.name === 'constCast')
    context.whole.graph.widen(pointer, undefined, context.reason('loses its const', expr.node));
  if (expr.name !== 'fieldParentPtr' || expr.type.kind !== 'pointer') return;
  context.whole.graph.widen(
    pointer,
    expr.type.child,
    context.reason('leads to the whole that it points into', expr.node),
  );
}

/** `@ptrCast` and its like: operands and result are raw, and the result points where the operands point. */
function castPointers(context: Context, expr: BuiltinExpr, isTracked: boolean): Built {
  const values = expr.args.map((arg) => evaluate(context, arg));
  const why = `@${expr.name} takes it as it lies in memory`;
  for (const value of values) {
    if (value === undefined) continue;
    demoteShape(context, value.shape, why, expr.node);
    widenOperand(context, value.shape, expr);
    if (!isTracked) keepUnknown(context, value, why, expr.node);
  }
  if (!isTracked) return undefined;
  const shape = context.whole.slots.expr(expr);
  if (STATIC_RESULT.has(expr.name)) return context.temporary(shape, expr.type);
  demoteShape(context, shape, `is made by @${expr.name}`, expr.node);
  const dest = context.temporary(shape, expr.type);
  for (const value of values) {
    if (value !== undefined)
      context.emit({ kind: 'flow', from: wholeVariable(value), to: wholeVariable(dest) }, expr.node);
  }
  return dest;
}

/** A pointer moved by some elements leads where it led before: both are raw, and the memory is as much on loan. */
export function buildArithmetic(context: Context, expr: Arithmetic): Built {
  if (expr.type.kind !== 'pointer') {
    for (const operand of [expr.left, expr.right]) readValue(context, operand);
    return undefined;
  }
  const pointer = evaluate(context, expr.left);
  readValue(context, expr.right);
  if (pointer === undefined || !context.whole.isTracked(expr.type)) return undefined;
  const why = 'is moved by some elements';
  demoteShape(context, pointer.shape, why, expr.node);
  const shape = context.whole.slots.expr(expr);
  demoteShape(context, shape, why, expr.node);
  const dest = context.temporary(shape, expr.type);
  context.emit({ kind: 'flow', from: wholeVariable(pointer), to: wholeVariable(dest) }, expr.node);
  return dest;
}
