/** Calls: what the callee's signature or rule says about the arguments and the result. */
import type { CallExpr, Expr } from '../../../parse/ir/ir.js';
import type { FnInstance } from '../../../parse/ir/program.js';
import type { Type } from '../../../parse/ir/types.js';
import type { MappedFunction } from '../contract.js';
import { flow, uniteShapes } from '../graph.js';
import type { Target, Variable } from '../mir.js';
import { outerPointer, PLAIN_SHAPE, payloadShape, type Shape } from '../shape.js';
import { type Context, demoteShape, useVariable } from './context.js';
import { evaluateOperands } from './operands.js';
import { type Built, evaluate } from './values.js';

export function buildCall(context: Context, expr: CallExpr): Built {
  if (expr.callee.kind === 'pointer') evaluate(context, expr.callee.pointer);
  const target = targetOf(context, expr);
  if (target.kind === 'mapped' && target.mapped.isExchange === true && expr.args.filter(isElement).length > 1)
    return buildExchange(context, expr, target);
  const args = evaluateArguments(context, expr, target);
  args.forEach((arg, index) => {
    passArgument(context, target, arg, index, expr);
  });
  if (target.kind === 'mapped') passToFunctions(context, target, args, expr);
  const isTracked = context.whole.isTracked(expr.type);
  const dest = isTracked ? context.temporary(resultShape(context, target, expr, args), expr.type) : undefined;
  if (dest !== undefined) context.whole.slots.setExpr(expr, dest.shape);
  if (dest !== undefined && isCopiedElement(target)) context.lent.add(dest);
  context.emit({ kind: 'call', target, args, dest }, expr.node);
  if (context.whole.narrow(expr.type).kind === 'noreturn') context.moveTo(undefined);
  return dest;
}

/** One variable per argument that has one; a parameter without Rust takes nothing. */
function evaluateArguments(context: Context, expr: CallExpr, target: Target): (Variable | undefined)[] {
  const { erasedParams } = context.whole;
  const isTaken = (index: number): boolean => {
    const local = target.kind === 'instance' ? target.instance.params[index]?.local : undefined;
    return local === undefined || !erasedParams.has(local);
  };
  const taken = expr.args.filter((_, index) => isTaken(index));
  const values = evaluateOperands(context, expr, taken);
  return expr.args.map((arg, index) => (isTaken(index) ? values[taken.indexOf(arg)] : undefined));
}

/** The address of an element. */
function isElement(expr: Expr): boolean {
  if (expr.kind !== 'addressOf') return false;
  let { place } = expr;
  while (place.kind === 'fieldPlace') place = place.base;
  return place.kind === 'index';
}

/** Elements that exchange their values, perhaps of one array: one is touched after the other. */
function buildExchange(context: Context, expr: CallExpr, target: Extract<Target, { kind: 'mapped' }>): Built {
  expr.args.forEach((arg, index) => {
    const value = evaluate(context, arg);
    passArgument(context, target, value, index, expr);
    useVariable(context, value, arg.node);
  });
  return undefined;
}

/** The call copies an element that its container keeps. */
function isCopiedElement(target: Target): boolean {
  return target.kind === 'mapped' && target.mapped.result.kind === 'element' && !target.mapped.result.isTaken;
}

function targetOf(context: Context, expr: CallExpr): Target {
  if (expr.callee.kind === 'pointer') return { kind: 'unknown' };
  const { instance } = expr.callee;
  const mapped = context.whole.mappings.fn(instance, expr);
  if (mapped !== undefined) return { kind: 'mapped', instance, mapped };
  return context.whole.bodyOf(instance) === undefined ? { kind: 'unknown' } : { kind: 'instance', instance };
}

function passArgument(
  context: Context,
  target: Target,
  arg: Variable | undefined,
  index: number,
  call: CallExpr,
): void {
  if (arg === undefined) return;
  const { graph, slots } = context.whole;
  const expr = call.args[index];
  if (expr !== undefined && expr.kind !== 'load' && expr.kind !== 'addressOf') context.endsWithStatement(arg);
  if (target.kind === 'instance') {
    const parameter = target.instance.params[index];
    if (parameter === undefined || parameter.isComptime) return;
    if (arg.shape.kind !== 'pointer' && parameter.local !== undefined) context.byValue.set(arg, parameter.local);
    flow(
      graph,
      arg.shape,
      slots.param(target.instance, index),
      context.reason(`is passed to '${target.instance.decl.name}'`, call.node),
      'argument',
    );
  } else if (target.kind === 'mapped') {
    passMapped(context, target, arg, index, call);
  } else {
    demoteShape(context, arg.shape, 'is passed to code that is not known here', call.node);
  }
}

function passMapped(
  context: Context,
  { mapped, instance }: { readonly mapped: MappedFunction; readonly instance: FnInstance },
  arg: Variable,
  index: number,
  call: CallExpr,
): void {
  const use = mapped.args[index];
  const pointer = outerPointer(arg.shape);
  if (use?.kind === 'read' && arg.shape.kind !== 'pointer') context.byValue.set(arg, undefined);
  if (use?.kind === 'write' && pointer !== undefined) context.whole.graph.markWritten(pointer);
  const isUsedUp = mapped.isRelease || (mapped.result.kind === 'owned' && use?.kind === 'value');
  if (isUsedUp && pointer !== undefined) context.whole.graph.markFreed(pointer);
  if (use?.kind === 'shared') demoteShape(context, arg.shape, 'is shared with code that is not known here', call.node);
  shareWithContainers(context, arg, index, instance);
  if (use?.kind !== 'stored') return;
  const held = typeArgumentOf(context, instance, use.into, use.typeArgument);
  const operand = call.args[index];
  if (operand !== undefined) context.whole.slots.setStored(operand, held);
  const why = context.reason(`is stored by '${instance.decl.name}'`, call.node);
  flow(context.whole.graph, arg.shape, held, why, 'store');
}

/** A function that a mapped call is given is called with what the other arguments point to: a comparison with elements. */
function passToFunctions(
  context: Context,
  { instance }: { readonly instance: FnInstance },
  args: readonly (Variable | undefined)[],
  call: CallExpr,
): void {
  const { graph, slots, narrow } = context.whole;
  const given = call.args.flatMap(({ value }) => (value?.kind === 'fn' ? [value.instance] : []));
  for (const fn of given) {
    fn.params.forEach((param, index) => {
      for (const arg of args) {
        if (arg?.shape.kind !== 'pointer' || narrow(arg.shape.node.type.child) !== narrow(param.type)) continue;
        const why = context.reason(`is passed by '${instance.decl.name}' to '${fn.decl.name}'`, call.node);
        flow(graph, arg.shape.node.child, slots.param(fn, index), why, 'argument');
      }
    });
  }
}

/** What an argument points to may be copied into the containers beside it, or out of them: elements of one type are held alike. */
function shareWithContainers(context: Context, arg: Variable, index: number, instance: FnInstance): void {
  if (arg.shape.kind !== 'pointer') return;
  instance.params.forEach((_, other) => {
    if (other === index || arg.shape.kind !== 'pointer') return;
    shareHeld(
      context,
      containerOf(context.whole.slots.param(instance, other)),
      arg.shape.node.child,
      arg.shape.node.type.child,
    );
  });
}

function containerOf(shape: Shape): Shape {
  return shape.kind === 'pointer' ? shape.node.child : shape;
}

/** Unites what a mapped container holds with everything of the same type inside `shape`. */
function shareHeld(context: Context, container: Shape, shape: Shape, type: Type): void {
  if (container.kind !== 'nominal' || container.typeArguments.length === 0) return;
  const { mappings, graph, narrow } = context.whole;
  const held = mappings.type(container.type)?.typeArguments ?? [];
  const at = held.findIndex((argument) => narrow(argument) === narrow(type));
  const own = container.typeArguments[at];
  if (own !== undefined) uniteShapes(graph, own, shape);
  else if (shape.kind === 'pointer') shareHeld(context, container, shape.node.child, shape.node.type.child);
  else if (shape.kind === 'wrapper') shareHeld(context, container, shape.child, childType(narrow(type)));
  else if (shape.kind === 'nominal') {
    const types = mappings.type(shape.type)?.typeArguments ?? [];
    shape.typeArguments.forEach((argument, index) => {
      shareHeld(context, container, argument, types[index] ?? type);
    });
  }
}

function childType(type: Type): Type {
  if (type.kind === 'optional' || type.kind === 'array' || type.kind === 'vector') return type.child;
  return type.kind === 'errorUnion' ? type.payload : type;
}

/** The shape in which what argument `index` points to holds one of its type arguments. */
function typeArgumentOf(context: Context, instance: FnInstance, index: number, typeArgument: number): Shape {
  const shape = context.whole.slots.param(instance, index);
  const container = shape.kind === 'pointer' ? shape.node.child : shape;
  return container.kind === 'nominal' ? (container.typeArguments[typeArgument] ?? PLAIN_SHAPE) : PLAIN_SHAPE;
}

function resultShape(context: Context, target: Target, call: CallExpr, args: readonly (Variable | undefined)[]): Shape {
  const { graph, slots } = context.whole;
  if (target.kind === 'instance') {
    const declared = slots.result(target.instance);
    const shape = slots.reread(declared);
    flow(graph, declared, shape, context.reason(`is the result of '${target.instance.decl.name}'`, call.node));
    return shape;
  }
  const shape = slots.expr(call);
  if (target.kind === 'mapped') mappedResult(context, target, shape, args, call);
  else demoteShape(context, shape, 'comes from code that is not known here', call.node);
  return shape;
}

function mappedResult(
  context: Context,
  { mapped, instance }: { readonly mapped: MappedFunction; readonly instance: FnInstance },
  shape: Shape,
  args: readonly (Variable | undefined)[],
  call: CallExpr,
): void {
  const { graph } = context.whole;
  const pointer = outerPointer(shape);
  const origin = mapped.result;
  if (origin.kind === 'owned' && pointer !== undefined && !context.whole.leaked.has(call)) graph.markOwned(pointer);
  if (origin.kind === 'element') {
    const held = typeArgumentOf(context, instance, origin.argument, origin.typeArgument);
    const payload = payloadShape(shape);
    if (!origin.isTaken && payload.kind === 'pointer' && held.kind === 'pointer')
      copyPointer(context, held, payload, call);
    else uniteShapes(graph, payload, held);
  }
  instance.params.forEach((_, index) => {
    if (origin.kind !== 'element')
      shareHeld(context, containerOf(context.whole.slots.param(instance, index)), shape, call.type);
  });
  if (origin.kind === 'value') linkValues(context, mapped, shape, args, call);
  if (origin.kind !== 'borrows') return;
  const source = outerPointer(args[origin.argument]?.shape ?? PLAIN_SHAPE);
  if (source === undefined || pointer === undefined) return;
  graph.edge(source, pointer, context.reason(`'${instance.decl.name}' points into it`, call.node), 'address');
}

/** A copy of a pointer that a container holds: of one that the container owns it is a borrow. */
function copyPointer(
  context: Context,
  held: Extract<Shape, { kind: 'pointer' }>,
  copy: Extract<Shape, { kind: 'pointer' }>,
  call: CallExpr,
): void {
  const { graph } = context.whole;
  graph.edge(held.node, copy.node, context.reason('is copied out of its container', call.node), 'load');
  graph.markUnownable(copy.node, context.reason('is a part of its container', call.node));
  uniteShapes(graph, held.node.child, copy.node.child);
}

/** A result that points nowhere new can only be one of the values that the call was given. */
function linkValues(
  context: Context,
  mapped: MappedFunction,
  shape: Shape,
  args: readonly (Variable | undefined)[],
  call: CallExpr,
): void {
  args.forEach((arg, index) => {
    const given = arg === undefined || mapped.args[index]?.kind !== 'value' ? undefined : outerPointer(arg.shape);
    const taken = outerPointer(shape);
    if (given !== undefined && taken !== undefined)
      context.whole.graph.edge(given, taken, context.reason('is passed through', call.node), 'move');
  });
}
