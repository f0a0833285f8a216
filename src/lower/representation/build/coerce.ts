/** Coercions as flows: the value in its new wrapping, or as another type of pointer. */
import type { Coerce } from '../../../parse/ir/ir.js';
import { type MirPlace, type Variable, wholeVariable } from '../mir.js';
import type { Shape } from '../shape.js';
import { type Context, demoteShape, flowInto, intoNew, useVariable } from './context.js';
import { payloadOf } from './places.js';
import { type Built, begin, demoteUndefined, evaluate, partOf, payload, readValue } from './values.js';

export function buildCoerce(context: Context, expr: Coerce): Built {
  if (isTransparent(context, expr)) {
    const value = evaluate(context, expr.operand);
    context.whole.slots.setExpr(expr, context.whole.slots.expr(expr.operand));
    return value;
  }
  if (expr.coercion === 'unionToEnum') {
    readValue(context, expr.operand);
    return undefined;
  }
  const operand = evaluate(context, expr.operand);
  if (!context.whole.isTracked(expr.type)) {
    useVariable(context, operand, expr.node);
    return undefined;
  }
  const shape = context.whole.slots.expr(expr);
  if (expr.coercion === 'undefined') demoteUndefined(context, shape, expr);
  if (operand === undefined) return context.temporary(shape, expr.type);
  switch (expr.coercion) {
    case 'wrapOptional':
    case 'wrapErrorPayload': {
      const dest = context.temporary(shape, expr.type);
      begin(context, dest, expr.node);
      const inside = shape.kind === 'wrapper' ? payload(dest, expr.type) : wholeVariable(dest);
      flowInto(context, wholeVariable(operand), inside, 'is wrapped', expr.node);
      return dest;
    }
    case 'arrayPointerToMany':
    case 'pointerType':
      widenToNeighbours(context, expr, operand);
      demoteShape(context, shape, 'is converted to another pointer type', expr.node);
      return intoNew(context, operand, shape, expr.type, 'is converted to another pointer type', expr.node);
    case 'tuple':
      return coerceTuple(context, expr, operand, shape);
    case 'errorSet':
    case 'optionalChild':
      return coercePayload(context, expr, operand, shape);
    default:
      return intoNew(context, operand, shape, expr.type, 'is coerced', expr.node);
  }
}

/** A pointer to one element that becomes one to many may go to its neighbours. */
function widenToNeighbours(context: Context, { operand, type, node }: Coerce, { shape }: Variable): void {
  const from = operand.type;
  if (type.kind !== 'pointer' || (type.size !== 'many' && type.size !== 'c') || shape.kind !== 'pointer') return;
  if (from.kind !== 'pointer' || from.size !== 'one' || from.child.kind === 'array') return;
  context.whole.graph.widen(shape.node, undefined, context.reason('becomes a pointer to many', node));
}

/** An optional or error union as another: what lies in the one flows to where it lies in the other, which may be deeper. */
function coercePayload(context: Context, expr: Coerce, operand: Variable, shape: Shape): Variable {
  const dest = context.temporary(shape, expr.type);
  const [from, to] = alignPayloads(wholeVariable(operand), wholeVariable(dest));
  if (to.steps.length > 0) begin(context, dest, expr.node);
  flowInto(context, from, to, 'is coerced', expr.node);
  return dest;
}

/** The parts of two places that have the same wrappers around them. */
function alignPayloads(from: MirPlace, to: MirPlace): readonly [MirPlace, MirPlace] {
  if (to.shape.kind !== 'wrapper' || isSameDepth(from.shape, to.shape)) return [from, to];
  const isShared = from.shape.kind === 'wrapper' && from.shape.of === to.shape.of;
  return alignPayloads(isShared ? payloadOf(from, from.type) : from, payloadOf(to, to.type));
}

function isSameDepth(a: Shape, b: Shape): boolean {
  if (a.kind !== 'wrapper' || b.kind !== 'wrapper') return a.kind === b.kind;
  return a.of === b.of && isSameDepth(a.child, b.child);
}

/** The same pointer with other qualifiers: Rust has nothing to write there. */
function isTransparent(context: Context, { coercion, operand, type }: Coerce): boolean {
  const { narrow } = context.whole;
  return coercion === 'pointerQualifier' && narrow(operand.type).kind === 'pointer' && narrow(type).kind === 'pointer';
}

/** A list literal that became an array, slice, struct or other tuple, element by element. */
function coerceTuple(context: Context, expr: Coerce, operand: Variable, shape: Shape): Variable {
  const type = context.whole.narrow(expr.type);
  const dest = context.temporary(shape, type);
  if (operand.shape.kind !== 'tuple' || shape.kind === 'pointer') {
    demoteShape(context, shape, 'is made from a list of values', expr.node);
    flowInto(context, wholeVariable(operand), wholeVariable(dest), 'is converted', expr.node);
    return dest;
  }
  begin(context, dest, expr.node);
  operand.shape.elements.forEach((element, index) => {
    const from: MirPlace = {
      ...wholeVariable(operand),
      steps: [{ kind: 'field', container: operand.type, index }],
      shape: element,
    };
    flowInto(context, from, partOf(context, dest, type, index), 'is converted', expr.node);
  });
  return dest;
}
