/** Values of the IR: which variable of the graph holds them, and what is read, borrowed and handed on to make them. */
import type { AddressOf, Constant, Expr, ExprKind, FieldPlace, Load, SliceExpr } from '../../../parse/ir/ir.js';
import type { PointerType, Type } from '../../../parse/ir/types.js';
import { relateValue } from '../comptime-values.js';
import { uniteShapes } from '../graph.js';
import { isConstantPlace, type MirPlace, type Variable, wholeVariable } from '../mir.js';
import { PLAIN_SHAPE, payloadShape, type Shape } from '../shape.js';
import { buildArithmetic, buildBuiltin } from './builtins.js';
import { buildCall } from './calls.js';
import { buildCoerce } from './coerce.js';
import { borrow, type Context, demoteShape, flowInto, linkPath, useVariable } from './context.js';
import {
  buildBlock,
  buildBreak,
  buildCatch,
  buildContinue,
  buildIf,
  buildLogical,
  buildOrelse,
  buildReturn,
  buildTry,
} from './control.js';
import { buildFor, buildUnrolled, buildWhile } from './loops.js';
import { evaluateOperands } from './operands.js';
import { elementsOf, placeOf } from './places.js';
import { buildSwitch } from './switch.js';

export type Built = Variable | undefined;
type ValueBuilder<K extends ExprKind> = (context: Context, expr: Extract<Expr, { kind: K }>) => Built;

const BUILDERS: { readonly [K in ExprKind]: ValueBuilder<K> } = {
  constant: buildConstant,
  load: buildLoad,
  addressOf: buildAddressOf,
  arithmetic: buildArithmetic,
  compare: buildCompare,
  logical: buildLogical,
  not: (context, expr) => scalar(context, expr.operand),
  negate: (context, expr) => scalar(context, expr.operand),
  coerce: buildCoerce,
  call: buildCall,
  builtin: buildBuiltin,
  functionRef: () => undefined,
  structInit: (context, expr) =>
    aggregate(
      context,
      expr,
      expr.fields.map((field) => [field.value, field.index]),
    ),
  unionInit: (context, expr) => aggregate(context, expr, [[expr.payload, expr.field]]),
  sequenceInit: (context, expr) =>
    aggregate(
      context,
      expr,
      expr.elements.map((element, index) => [element, index]),
    ),
  repeatInit: (context, expr) => aggregate(context, expr, [[expr.element, 0]]),
  slice: buildSlice,
  isNull: (context, expr) => scalar(context, expr.operand),
  optionalUnwrap(context, expr) {
    const value = evaluate(context, expr.operand);
    if (value === undefined) return undefined;
    const shape = payloadShape(value.shape);
    context.whole.slots.setExpr(expr, shape);
    const dest = context.temporary(shape, expr.type);
    context.emit({ kind: 'flow', from: payload(value, expr.type), to: wholeVariable(dest) }, expr.node);
    return dest;
  },
  orelse: buildOrelse,
  catch: buildCatch,
  try: buildTry,
  block: buildBlock,
  if: buildIf,
  while: buildWhile,
  for: buildFor,
  unrolled: buildUnrolled,
  switch: buildSwitch,
  break: buildBreak,
  continue: buildContinue,
  return: buildReturn,
  unreachable: jumpsAway,
  asm: () => undefined,
  todo: jumpsAway,
};

/** Emits the evaluation of an expression; its variable if the value holds pointers or owns something. */
export function evaluate(context: Context, expr: Expr): Built {
  // The table is total over the kinds; a lookup by the node's own kind cannot be expressed as such in TypeScript.
  if (isAbsent(context, expr)) return undefined;
  const value = (BUILDERS[expr.kind] as ValueBuilder<ExprKind>)(context, expr);
  if (value !== undefined) context.values.set(expr, value);
  return value;
}

/** A variable or field that the Rust has not. */
function isAbsent(context: Context, expr: Expr): boolean {
  if (expr.kind !== 'load' || !context.whole.isErased(expr.type)) return false;
  let { place } = expr;
  while (place.kind === 'fieldPlace' || (place.kind === 'deref' && place.pointer.kind === 'load'))
    place = place.kind === 'fieldPlace' ? place.base : (place.pointer as Load).place;
  return place.kind === 'local' || place.kind === 'global';
}

/** Evaluates an expression whose value is only looked at; a place is looked at where it lies. */
export function readValue(context: Context, expr: Expr): void {
  if (isAbsent(context, expr)) return;
  if (expr.kind === 'load' && !isSlicePointer(context, expr)) {
    const place = placeOf(context, expr.place);
    context.whole.slots.setExpr(expr, place.shape);
    context.emit({ kind: 'read', place }, expr.node);
    return;
  }
  useVariable(context, evaluate(context, expr), expr.node);
}

export function payload(value: Variable, type: Type): MirPlace {
  const whole = wholeVariable(value);
  return { ...whole, steps: [{ kind: 'payload' }], shape: payloadShape(value.shape), type };
}

function scalar(context: Context, ...operands: readonly Expr[]): undefined {
  for (const operand of operands) readValue(context, operand);
}

function jumpsAway(context: Context): undefined {
  context.moveTo(undefined);
}

function buildConstant(context: Context, expr: Constant, shape: Shape = context.whole.slots.expr(expr)): Built {
  if (!context.whole.isTracked(expr.type)) return undefined;
  relateValue(context.whole, expr.value, shape, (message) => context.reason(message, expr.node));
  if (shape.kind === 'pointer' && !isCopyable(shape.node.type)) {
    context.whole.graph.markUnownable(shape.node, context.reason('is a constant', expr.node));
  }
  return context.temporary(shape, expr.type);
}

/** A constant slice can stand where an owner is wanted, as a copy in memory of its own: nobody can tell. */
function isCopyable(type: PointerType): boolean {
  return type.isConst && (type.size === 'slice' || type.child.kind === 'array');
}

/** The slot is undefined at first. */
export function demoteUndefined(context: Context, shape: Shape, expr: Expr): void {
  relateValue(context.whole, { kind: 'undefined' }, shape, (message) => context.reason(message, expr.node));
}

function buildLoad(context: Context, expr: Load): Built {
  if (isSlicePointer(context, expr)) return buildSlicePointer(context, expr, placeOf(context, expr.place.base));
  if (context.whole.leaked.has(expr) && expr.place.kind === 'fieldPlace') return buildLeak(context, expr, expr.place);
  const place = placeOf(context, expr.place);
  const { slots, graph } = context.whole;
  if (!context.whole.isTracked(expr.type)) {
    slots.setExpr(expr, place.shape);
    context.emit({ kind: 'read', place }, expr.node);
    return undefined;
  }
  // To lowering the value is what lies in the place; how it is handed on is the business of whoever takes it.
  slots.setExpr(expr, place.shape);
  const shape = slots.reread(place.shape);
  if (shape.kind === 'pointer' && place.shape.kind === 'pointer') {
    const { node } = place.shape;
    graph.edge(node, shape.node, context.reason('is read from a raw place', expr.node), 'load');
    // A pointer that is written through is borrowed from where it lies: the way there must be writable, too.
    linkPath(context, { ...place, steps: [...place.steps, { kind: 'deref', node }] }, shape.node);
    if (expr.place.kind === 'local') graph.markMovable(shape.node);
    if (isPartOfOwner(context, expr.place))
      graph.markUnownable(shape.node, context.reason('is a part of its container', expr.node));
  }
  const dest = context.temporary(shape, expr.type);
  if (shape.kind === 'nominal' || (shape.kind === 'wrapper' && shape.of === 'optional')) context.copied.add(dest);
  // A constant is made anew wherever it is read.
  if (isConstantPlace(place)) context.emit({ kind: 'read', place }, expr.node);
  else context.emit({ kind: 'load', place, dest, expr }, expr.node);
  return dest;
}

/** The elements of a list that nobody frees: the list is given up for them. */
function buildLeak(context: Context, expr: Load, { base }: FieldPlace): Built {
  const list = placeOf(context, base);
  const { slots, graph } = context.whole;
  context.emit(
    { kind: 'load', place: list, dest: context.temporary(list.shape, base.type), expr: undefined },
    expr.node,
  );
  const shape = slots.fresh(expr.type);
  slots.setExpr(expr, shape);
  const elements = list.shape.kind === 'nominal' ? list.shape.typeArguments[0] : undefined;
  if (shape.kind === 'pointer' && elements !== undefined) uniteShapes(graph, shape.node.child, elements);
  return context.temporary(shape, expr.type);
}

/** `slice.ptr`: a raw pointer to the elements. */
function buildSlicePointer(context: Context, expr: Load, slice: MirPlace): Built {
  const shape = context.whole.slots.expr(expr);
  if (shape.kind !== 'pointer' || slice.shape.kind !== 'pointer') return undefined;
  const { node } = slice.shape;
  const elements: MirPlace = {
    ...slice,
    steps: [...slice.steps, { kind: 'deref', node }],
    shape: node.child,
    type: node.type.child,
  };
  uniteShapes(context.whole.graph, shape.node.child, node.child);
  const dest = context.temporary(shape, expr.type);
  borrow(context, elements, dest, shape.node, expr.node);
  return dest;
}

function isSlicePointer(context: Context, expr: Load): expr is Load & { readonly place: FieldPlace } {
  const { place } = expr;
  if (place.kind !== 'fieldPlace' || place.index !== 0) return false;
  const base = context.whole.narrow(place.base.type);
  return base.kind === 'pointer' && base.size === 'slice';
}

/** `list.items` of a mapped list: the elements cannot leave it alone. */
function isPartOfOwner(context: Context, place: Load['place']): boolean {
  if (place.kind !== 'fieldPlace' || place.container.kind !== 'struct') return false;
  return context.whole.mappings.type(place.container) !== undefined;
}

function buildAddressOf(context: Context, expr: AddressOf): Built {
  // A value that is known lies in static memory: Rust promotes it.
  const { place, type, node } = expr;
  const isKnown = place.kind === 'temporary' && place.init.value !== undefined;
  if (isKnown && expr.value !== undefined && type.kind === 'pointer' && type.isConst)
    return buildConstant(context, { kind: 'constant', value: expr.value, type, node }, context.whole.slots.expr(expr));
  const at = placeOf(context, place);
  const shape = context.whole.slots.expr(expr);
  if (shape.kind !== 'pointer') return undefined;
  uniteShapes(context.whole.graph, shape.node.child, at.shape);
  const dest = context.temporary(shape, type);
  borrow(context, at, dest, shape.node, node);
  return dest;
}

function buildSlice(context: Context, expr: SliceExpr): Built {
  const elements = elementsOfSliced(context, expr.base);
  readValue(context, expr.low);
  if (expr.high !== undefined) readValue(context, expr.high);
  const shape = context.whole.slots.expr(expr);
  if (shape.kind !== 'pointer') return undefined;
  const isArray = shape.node.type.size === 'one';
  uniteShapes(context.whole.graph, isArray ? payloadShape(shape.node.child) : shape.node.child, elements.shape);
  const dest = context.temporary(shape, expr.type);
  borrow(context, elements, dest, shape.node, expr.node);
  return dest;
}

/** `array[a..b]` arrives as a slice of the array's address: the array itself is what is borrowed. */
function elementsOfSliced(context: Context, base: Expr): MirPlace {
  if (base.kind !== 'addressOf') return elementsOf(context, base);
  const place = placeOf(context, base.place);
  return { ...place, shape: payloadShape(place.shape) };
}

/** Addresses are compared, not values: such pointers stay raw. `== null` is another node. */
function buildCompare(context: Context, expr: Extract<Expr, { kind: 'compare' }>): Built {
  const isPointer = (operand: Expr): boolean => {
    const type = context.whole.narrow(operand.type);
    return type.kind === 'pointer' || (type.kind === 'optional' && type.child.kind === 'pointer');
  };
  if (!isPointer(expr.left) && !isPointer(expr.right)) return scalar(context, expr.left, expr.right);
  for (const operand of [expr.left, expr.right]) {
    const value = evaluate(context, operand);
    if (value !== undefined) demoteShape(context, value.shape, 'its address is compared', expr.node);
    useVariable(context, value, expr.node);
  }
  return undefined;
}

/** Struct, union, tuple, array: every part flows to its place in a new variable. */
function aggregate(context: Context, expr: Expr, parts: readonly (readonly [Expr, number])[]): Built {
  const type = context.whole.narrow(expr.type);
  const operands = evaluateOperands(
    context,
    expr,
    parts.map(([part]) => part),
  );
  const values = parts.map(([part, index], at) => [operands[at], index, part] as const);
  if (!context.whole.isTracked(type)) {
    for (const [value, , part] of values) useVariable(context, value, part.node);
    return undefined;
  }
  const dest = context.temporary(context.whole.slots.expr(expr), type);
  begin(context, dest, expr.node);
  for (const [value, index, part] of values) {
    if (value !== undefined)
      flowInto(context, wholeVariable(value), partOf(context, dest, type, index), 'is put into it', part.node);
  }
  return dest;
}

/** From here on the variable is being built, part by part. */
export function begin(context: Context, dest: Variable, node: Expr['node']): void {
  context.emit({ kind: 'assign', place: wholeVariable(dest), source: undefined }, node);
}

/** The place of one field or element in a variable that is being built. */
export function partOf(context: Context, dest: Variable, type: Type, index: number): MirPlace {
  const whole = wholeVariable(dest);
  if (type.kind === 'struct' || type.kind === 'union') {
    const shape = context.whole.slots.field(type, index);
    return { ...whole, steps: [{ kind: 'field', container: type, index }], shape };
  }
  if (type.kind === 'tuple') {
    const shape = dest.shape.kind === 'tuple' ? (dest.shape.elements[index] ?? PLAIN_SHAPE) : PLAIN_SHAPE;
    return { ...whole, steps: [{ kind: 'field', container: type, index }], shape };
  }
  return { ...whole, steps: [{ kind: 'index', ofArray: true, operand: undefined }], shape: payloadShape(dest.shape) };
}
