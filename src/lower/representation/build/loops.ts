/**
 * Loops as control flow.
 *
 * A `for` over a slice is described in both styles that Rust has: with an iterator, which borrows the whole sequence for as long as the
 * loop runs, and by index, which borrows one element per iteration. Every action that belongs to one style says so; which style a loop
 * gets is decided by the borrow analysis (the iterator, unless the body touches the sequence).
 */
import type { Expr, For, ForInput, Local, Unrolled, While } from '../../../parse/ir/ir.js';
import { uniteShapes } from '../graph.js';
import { type LoopStyle, type MirPlace, wholeVariable } from '../mir.js';
import { PLAIN_SHAPE, payloadShape } from '../shape.js';
import { borrow, type Context, flowInto } from './context.js';
import { armInto, buildCondition, inScope, joinVariable, loadInto, scoped } from './control.js';
import { elementsOf, placeOf } from './places.js';
import { type Built, evaluate, readValue } from './values.js';

export function buildWhile(context: Context, expr: While): Built {
  const dest = joinVariable(context, expr);
  const head = context.emit({ kind: 'nop' }, expr.node);
  const next = context.detached(expr.node);
  const end = context.detached(expr.node);
  context.labels.set(expr.label, { depth: context.scopeDepth(), breakTo: end, continueTo: next, result: dest });
  const depth = context.scopeDepth();
  const condition = buildCondition(context, expr.condition, expr.node);
  const decided = context.emit({ kind: 'nop' }, expr.node);
  scoped(context, expr.node, () => {
    condition.bind();
    armInto(context, expr.body, undefined);
  });
  context.link(context.current(), next);
  context.moveTo(next);
  if (expr.continueExpression !== undefined) inScope(context, expr.continueExpression);
  context.leaveScopes(depth, expr.node);
  context.link(context.current(), head);
  const neverEnds = expr.condition.kind === 'bool' && isTrue(expr.condition.value);
  context.moveTo(neverEnds ? undefined : decided);
  armInto(context, expr.else, dest);
  context.link(context.current(), end);
  context.moveTo(end);
  return dest;
}

function isTrue(expr: Expr): boolean {
  return expr.value?.kind === 'bool' && expr.value.bool;
}

/** One input of a `for`: what is done before the loop and at the start of each iteration. */
interface Input {
  readonly start: () => void;
  readonly iterate: () => void;
}

export function buildFor(context: Context, expr: For): Built {
  const dest = joinVariable(context, expr);
  const inputs = expr.inputs.map((input, index) => buildInput(context, expr, input, expr.captures[index]));
  for (const input of inputs) input.start();
  const head = context.emit({ kind: 'nop' }, expr.node);
  const end = context.detached(expr.node);
  context.labels.set(expr.label, { depth: context.scopeDepth(), breakTo: end, continueTo: head, result: dest });
  scoped(context, expr.node, () => {
    for (const input of inputs) input.iterate();
    armInto(context, expr.body, undefined);
  });
  context.link(context.current(), head);
  context.moveTo(head);
  armInto(context, expr.else, dest);
  context.link(context.current(), end);
  context.moveTo(end);
  return dest;
}

function buildInput(context: Context, loop: For, input: ForInput, capture: Local | undefined): Input {
  if (input.kind === 'range') {
    readValue(context, input.low);
    if (input.high !== undefined) readValue(context, input.high);
    return { start: () => undefined, iterate: () => undefined };
  }
  const sequence = sequenceOf(context, input.operand);
  return input.byPointer && capture !== undefined
    ? byPointer(context, loop, sequence, capture)
    : byValue(context, loop, sequence, capture);
}

interface Sequence {
  /** Where the elements are, with the shape of one. */
  readonly elements: MirPlace;
  readonly ofArray: boolean;
}

function sequenceOf(context: Context, operand: Expr): Sequence {
  const type = context.whole.narrow(operand.type);
  if (type.kind === 'pointer') {
    if (operand.kind === 'addressOf') return elementPlace(placeOf(context, operand.place));
    return { elements: elementsOf(context, operand), ofArray: type.size === 'one' };
  }
  if (operand.kind === 'load') {
    const place = placeOf(context, operand.place);
    context.whole.slots.setExpr(operand, place.shape);
    return elementPlace(place);
  }
  const value = evaluate(context, operand);
  const variable = value ?? context.temporary(context.whole.slots.expr(operand), operand.type);
  return elementPlace(wholeVariable(variable));
}

function elementPlace(array: MirPlace): Sequence {
  return { elements: { ...array, shape: payloadShape(array.shape) }, ofArray: true };
}

/** One element of a sequence; what a slice points to is behind a deref, an array's own elements are not. */
function element(sequence: Sequence): MirPlace {
  const { elements, ofArray } = sequence;
  return { ...elements, steps: [...elements.steps, { kind: 'index', ofArray, operand: undefined }] };
}

function byPointer(context: Context, loop: For, sequence: Sequence, capture: Local): Input {
  const dest = context.local(capture);
  const { shape } = dest;
  if (shape.kind !== 'pointer') return { start: () => undefined, iterate: () => undefined };
  uniteShapes(context.whole.graph, shape.node.child, sequence.elements.shape);
  const iterator = context.temporary(shape, capture.type);
  const during = (style: LoopStyle['style']): LoopStyle => ({ loop, style });
  return {
    start: () => borrow(context, sequence.elements, iterator, shape.node, loop.node, during('iterator')),
    iterate: () => {
      context.ends(dest);
      flowInto(context, wholeVariable(iterator), wholeVariable(dest), 'is an element of it', loop.node);
      borrow(context, element(sequence), dest, shape.node, loop.node, during('index'));
    },
  };
}

/** Elements are copied; an iterator looks at the whole sequence until the loop ends, an index only at the start of an iteration. */
function byValue(context: Context, loop: For, sequence: Sequence, capture: Local | undefined): Input {
  const isTracked = capture !== undefined && context.whole.isTracked(capture.type);
  const iterator = context.temporary(PLAIN_SHAPE, loop.type);
  return {
    start: () => {
      context.emit({ kind: 'iterate', place: sequence.elements, iterator, loop }, loop.node);
    },
    iterate: () => {
      context.emit({ kind: 'use', variable: iterator }, loop.node);
      if (!isTracked) {
        context.emit({ kind: 'read', place: element(sequence) }, loop.node);
        return;
      }
      const dest = context.local(capture);
      context.ends(dest);
      loadInto(context, element(sequence), dest, loop.node);
    },
  };
}

export function buildUnrolled(context: Context, expr: Unrolled): Built {
  const dest = joinVariable(context, expr);
  const end = context.detached(expr.node);
  for (const iteration of expr.iterations) {
    const next = context.detached(expr.node);
    context.labels.set(expr.label, { depth: context.scopeDepth(), breakTo: end, continueTo: next, result: dest });
    inScope(context, iteration);
    context.link(context.current(), next);
    context.moveTo(next);
  }
  armInto(context, expr.else, dest);
  context.link(context.current(), end);
  context.moveTo(end);
  return dest;
}
