/** `a ++ b` and `a ** n` (language reference: "Operators"): on arrays, pointers to arrays, slices known at comptime, and tuples. */

import type { Expr } from '../ir/ir.js';
import type { Type } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { coerce } from './coerce.js';
import type { ResultLocation } from './env.js';
import { type Env, fail, forType, NONE } from './env.js';
import { comptimeExprAs, expr } from './expr.js';
import { elementOf, elementPointer, loadPointer, materialise } from './memory.js';
import { aggregate, known, type Operand, toIr } from './operand.js';
import { peerType } from './peer.js';
import { T } from './pool.js';
import { typeName } from './print-type.js';

/** An operand seen as a run of elements. */
interface Run {
  readonly length: number;
  readonly child: Type | undefined;
  readonly elements: readonly Operand[];
  readonly sentinel: Value | undefined;
  readonly isTuple: boolean;
  readonly isPointer: boolean;
  readonly bytes: Uint8Array | undefined;
}

function runOf(env: Env, operand: Operand, node: ast.Node): Run {
  const { type } = operand;
  if (type.kind === 'pointer' && type.size === 'one' && (type.child.kind === 'array' || type.child.kind === 'tuple')) {
    const array = type.child;
    const value = operand.value?.kind === 'pointer' ? loadPointer(env, operand.value, array, node) : undefined;
    const ir =
      operand.ir?.kind === 'addressOf' && operand.ir.place.kind === 'temporary' ? operand.ir.place.init : undefined;
    return { ...sequenceRun({ type: array, value, ir, node }, node), isPointer: true };
  }
  if (type.kind === 'pointer' && type.size === 'slice' && operand.value?.kind === 'slice')
    return sliceRun(env, operand, operand.value, node);
  return sequenceRun(operand, node);
}

function sliceRun(env: Env, operand: Operand, value: Extract<Value, { kind: 'slice' }>, node: ast.Node): Run {
  const { child, sentinel } = operand.type as Extract<Type, { kind: 'pointer' }>;
  const elements = Array.from({ length: value.length }, (_, index) => {
    const element =
      loadPointer(env, elementPointer(value.pointer, index), child, node) ??
      fail(env, node, 'the elements of this slice are not known at comptime');
    return known(child, element, node);
  });
  return { length: value.length, child, elements, sentinel, isTuple: false, isPointer: true, bytes: undefined };
}

function sequenceRun(operand: Operand, node: ast.Node): Run {
  const { type, value } = operand;
  if (type.kind === 'tuple') {
    const elements = type.elements.map((element, index) =>
      part(operand, element.type, element.value ?? (value && elementOf(value, index, type)), index, node),
    );
    return {
      length: elements.length,
      child: undefined,
      elements,
      sentinel: undefined,
      isTuple: true,
      isPointer: false,
      bytes: undefined,
    };
  }
  if (type.kind !== 'array') throw new TypeError(`no run of elements: ${typeName(type)}`);
  const elements = Array.from({ length: type.length }, (_, index) =>
    part(operand, type.child, value && elementOf(value, index, type), index, node),
  );
  const bytes = value?.kind === 'bytes' ? value.bytes : undefined;
  return {
    length: type.length,
    child: type.child,
    elements,
    sentinel: type.sentinel,
    isTuple: false,
    isPointer: false,
    bytes,
  };
}

function part(operand: Operand, type: Type, value: Value | undefined, index: number, node: ast.Node): Operand {
  if (value) return known(type, value, node);
  if (operand.ir?.kind === 'sequenceInit') return { type, value: undefined, node, ir: operand.ir.elements[index] };
  const place =
    operand.ir?.kind === 'load'
      ? operand.ir.place
      : ({ kind: 'temporary', type: operand.type, node, init: toIr(operand) } as const);
  const element = { kind: 'constant', type: T.usize, value: { kind: 'int', int: index }, node } satisfies Expr;
  return {
    type,
    value: undefined,
    node,
    ir: {
      kind: 'load',
      type,
      node,
      place: { kind: 'index', type, node, base: { kind: 'array', place }, index: element, checked: true },
    },
  };
}

function tryRun(env: Env, operand: Operand, node: ast.Node): Run {
  const child = operand.type.kind === 'pointer' && operand.type.size === 'one' ? operand.type.child : operand.type;
  const fits =
    child.kind === 'array' ||
    child.kind === 'tuple' ||
    (operand.type.kind === 'pointer' && operand.type.size === 'slice' && operand.value?.kind === 'slice');
  return fits
    ? runOf(env, operand, node)
    : fail(env, node, `expected an array or a tuple, found \`${typeName(operand.type)}\``);
}

export function analyseConcat(env: Env, node: ast.Binary, location: ResultLocation): Operand {
  const left = tryRun(env, expr(env, node.left, NONE), node.left);
  const right = tryRun(env, expr(env, node.right, NONE), node.right);
  if (left.isTuple && right.isTuple) return tupleOf(env, [...left.elements, ...right.elements], node);
  const child =
    left.child && right.child
      ? left.child === right.child
        ? left.child
        : peerType(env, [...left.elements, ...right.elements], node)
      : (left.child ?? right.child)!;
  const sentinel = left.sentinel ?? right.sentinel;
  const isPointer = left.isPointer || right.isPointer;
  if (left.bytes && right.bytes) {
    const bytes = new Uint8Array(left.length + right.length);
    bytes.set(left.bytes);
    bytes.set(right.bytes, left.length);
    return finish(
      env,
      child,
      known(env.cx.pool.array(child, bytes.length, sentinel), { kind: 'bytes', bytes }, node),
      isPointer,
      node,
    );
  }
  void location;
  return finish(
    env,
    child,
    arrayOf(env, [...left.elements, ...right.elements], child, sentinel, node),
    isPointer,
    node,
  );
}

export function analyseRepeat(env: Env, node: ast.Binary): Operand {
  const operand = expr(env, node.left, NONE);
  const run = tryRun(env, operand, node.left);
  const times = comptimeExprAs(env, node.right, T.usize).value;
  const count =
    times?.kind === 'int' ? Number(times.int) : fail(env, node.right, 'expected a number known at comptime');
  if (run.isTuple) return tupleOf(env, Array.from({ length: count }, () => run.elements).flat(), node);
  const child = run.child!;
  const type = env.cx.pool.array(child, run.length * count, run.sentinel);
  const only = run.elements[0];
  if (run.length === 1 && only) {
    const value: Value | undefined = only.value && { kind: 'repeat', element: only.value, count };
    const ir: Expr = { kind: 'repeatInit', type, node, element: toIr(only), value };
    return finish(
      env,
      child,
      env.mode === 'comptime' && value ? known(type, value, node) : { type, value, node, ir },
      run.isPointer,
      node,
    );
  }
  return finish(
    env,
    child,
    arrayOf(env, Array.from({ length: count }, () => run.elements).flat(), child, run.sentinel, node),
    run.isPointer,
    node,
  );
}

function finish(env: Env, _child: Type, array: Operand, isPointer: boolean, node: ast.Node): Operand {
  return isPointer ? materialise(env, array, node) : array;
}

function arrayOf(
  env: Env,
  elements: readonly Operand[],
  child: Type,
  sentinel: Value | undefined,
  node: ast.Node,
): Operand {
  const type = env.cx.pool.array(child, elements.length, sentinel);
  const coerced = elements.map((element) => coerce(env, element, child, node));
  const values = coerced.map((element) => element.value);
  const value = values.every((one) => one !== undefined) ? aggregate(values as Value[]) : undefined;
  if (env.mode === 'comptime' && value) return known(type, value, node);
  return {
    type,
    value,
    node,
    ir: value ? undefined : { kind: 'sequenceInit', type, node, elements: coerced.map(toIr), isInPlace: false },
  };
}

function tupleOf(env: Env, elements: readonly Operand[], node: ast.Node): Operand {
  const type = env.cx.pool.tuple(elements.map((element) => ({ type: element.type, value: element.value })));
  const values = elements.map((element) => element.value);
  const value = values.every((one) => one !== undefined) ? aggregate(values as Value[]) : undefined;
  const parts = elements.map(toIr);
  return { type, value, node, ir: { kind: 'sequenceInit', type, node, elements: parts, isInPlace: false, value } };
}

export { forType };
