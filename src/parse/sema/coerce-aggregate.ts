/** Coercion of tuples and anonymous structs that have been values: element by element into arrays, vectors, structs, tuples. */

import type { CoercionKind, Expr, FieldInit, Place } from '../ir/ir.js';
import type { ArrayType, StructType, TupleType, Type, VectorType } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { converted, tryCoerce } from './coerce.js';
import { sameInMemory } from './coerce-pointer.js';
import type { Env } from './env.js';
import { ensureFields } from './fields.js';
import { elementOf, elementsOf } from './memory.js';
import { aggregate, known, type Operand, toIr } from './operand.js';

/** Each element of a tuple or anonymous struct as an operand; of a run-time one the element of its initialiser, or a load of a temporary. */
function parts(
  env: Env,
  operand: Operand,
  types: readonly Type[],
  names: readonly string[],
  node: ast.Node,
): Operand[] {
  const ir = operand.ir;
  const fixed = fixedParts(env, operand.type, node);
  if (ir?.kind === 'sequenceInit')
    return ir.elements.map((element) => ({
      type: element.type,
      value: element.value,
      ir: element,
      node: element.node,
    }));
  if (ir?.kind === 'structInit') {
    return types.map((_, index) => {
      const field = ir.fields.find((one) => one.index === index)!;
      return { type: field.value.type, value: field.value.value, ir: field.value, node: field.value.node };
    });
  }
  return types.map((type, index) => {
    const value = fixed[index] ?? (operand.value && elementOf(operand.value, index, operand.type));
    if (value && (env.mode === 'comptime' || fixed[index])) return known(type, value, node);
    const base: Place =
      ir?.kind === 'load' ? ir.place : { kind: 'temporary', type: operand.type, node, init: toIr(operand) };
    const place: Place = { kind: 'fieldPlace', type, node, base, container: operand.type, name: names[index]!, index };
    return { type, value, node, ir: { kind: 'load', type, node, place, value } };
  });
}

/** The values of comptime fields, by index. */
function fixedParts(env: Env, type: Type, node: ast.Node): readonly (Value | undefined)[] {
  if (type.kind === 'tuple') return type.elements.map((element) => element.value);
  return type.kind === 'struct'
    ? ensureFields(env, type, node).map((field) => (field.isComptime ? field.defaultValue : undefined))
    : [];
}

function tupleParts(env: Env, operand: Operand, node: ast.Node): Operand[] {
  const type = operand.type as TupleType;
  return parts(
    env,
    operand,
    type.elements.map((element) => element.type),
    type.elements.map((_, index) => String(index)),
    node,
  );
}

/** The elements coerced one by one; undefined where one does not coerce. */
function coerceAll(
  env: Env,
  operands: readonly Operand[],
  types: readonly Type[],
  node: ast.Node,
): Operand[] | undefined {
  const result: Operand[] = [];
  for (const [index, operand] of operands.entries()) {
    const one = tryCoerce(env, operand, types[index]!, node);
    if (!one) return undefined;
    result.push(one);
  }
  return result;
}

/** The value of an aggregate of operands, where all are known. */
export function aggregateValue(operands: readonly Operand[]): Value | undefined {
  const values: Value[] = [];
  for (const operand of operands) {
    if (operand.value === undefined) return undefined;
    values.push(operand.value);
  }
  return aggregate(values);
}

function sequence(
  env: Env,
  operands: readonly Operand[],
  type: ArrayType | VectorType | TupleType,
  node: ast.Node,
): Operand {
  const value = aggregateValue(operands);
  if (env.mode === 'comptime' && value) return known(type, value, node);
  const elements: Expr[] = operands.map(toIr);
  return { type, value, node, ir: { kind: 'sequenceInit', type, node, elements, isInPlace: false, value } };
}

export function coerceToArray(env: Env, operand: Operand, type: ArrayType, node: ast.Node): Operand | undefined {
  const from = operand.type;
  if (from.kind === 'tuple') {
    if (from.elements.length !== type.length) return undefined;
    const elements = coerceAll(
      env,
      tupleParts(env, operand, node),
      new Array<Type>(type.length).fill(type.child),
      node,
    );
    return elements && sequence(env, elements, type, node);
  }
  if (from.kind === 'vector' && from.length === type.length) {
    const vector = coerceToVector(env, operand, env.cx.pool.vector(type.child, type.length), node);
    return vector && converted(env, vector, type, 'vectorToArray', vector.value, node);
  }
  if (from.kind === 'array' && from.length === type.length && sameInMemory(env, from.child, type.child))
    return sameArray(env, operand, type, node);
  return undefined;
}

/** `[N:0]T` as `[N]T`: the same elements read through a pointer that does not see the sentinel. */
function sameArray(env: Env, operand: Operand, type: ArrayType, node: ast.Node): Operand {
  if (env.mode === 'comptime' && operand.value) return known(type, operand.value, node);
  const place: Place =
    operand.ir?.kind === 'load'
      ? operand.ir.place
      : { kind: 'temporary', type: operand.type, node, init: toIr(operand) };
  const pointer: Expr = {
    kind: 'addressOf',
    type: env.cx.pool.pointer(operand.type, { isConst: true }),
    node,
    place,
    implicit: true,
  };
  const seen: Expr = {
    kind: 'coerce',
    coercion: 'pointerQualifier',
    type: env.cx.pool.pointer(type, { isConst: true }),
    node,
    operand: pointer,
  };
  return {
    type,
    value: operand.value,
    node,
    ir: {
      kind: 'load',
      type,
      node,
      place: { kind: 'deref', type, node, pointer: seen, implicit: true },
      value: operand.value,
    },
  };
}

export function coerceToVector(env: Env, operand: Operand, type: VectorType, node: ast.Node): Operand | undefined {
  const from = operand.type;
  if (from.kind === 'tuple' && from.elements.length === type.length) {
    const elements = coerceAll(
      env,
      tupleParts(env, operand, node),
      new Array<Type>(type.length).fill(type.child),
      node,
    );
    return elements && sequence(env, elements, type, node);
  }
  if (from.kind === 'array' && from.length === type.length) {
    const vector = converted(
      env,
      operand,
      env.cx.pool.vector(from.child, from.length),
      'arrayToVector',
      operand.value,
      node,
    );
    return from.child === type.child ? vector : coerceToVector(env, vector, type, node);
  }
  if (from.kind !== 'vector' || from.length !== type.length) return undefined;
  if (from.child === type.child) return operand;
  // Element by element: one element stands for all where they are not known.
  const values = operand.value && elementsOf(operand.value, type.length, from);
  const elements = coerceAll(
    env,
    (values ?? [undefined]).map((value) => ({ type: from.child, value, ir: undefined, node })),
    new Array<Type>(type.length).fill(type.child),
    node,
  );
  if (!elements) return undefined;
  return converted(env, operand, type, elementCoercion(elements[0]), values && aggregateValue(elements), node);
}

/** The coercion of a vector's elements is the vector's. */
function elementCoercion(element: Operand | undefined): CoercionKind {
  if (element?.ir?.kind === 'coerce') return element.ir.coercion;
  return element?.type.kind === 'float' ? 'float' : 'int';
}

export function coerceToTuple(env: Env, operand: Operand, type: TupleType, node: ast.Node): Operand | undefined {
  const from = operand.type;
  if (from.kind !== 'tuple' || from.elements.length !== type.elements.length) return undefined;
  const elements = coerceAll(
    env,
    tupleParts(env, operand, node),
    type.elements.map((element) => element.type),
    node,
  );
  return elements && sequence(env, elements, type, node);
}

/** An anonymous struct by field name, a tuple by position; what is left out takes its default. */
export function coerceToStruct(env: Env, operand: Operand, type: StructType, node: ast.Node): Operand | undefined {
  const from = operand.type;
  if (from.kind === 'tuple' && from.elements.length === 0) return structFrom(env, type, new Map(), node);
  if (from.kind !== 'struct' || from.container.node !== undefined) return undefined;
  const sources = ensureFields(env, from, node);
  const operands = parts(
    env,
    operand,
    sources.map((field) => field.type),
    sources.map((field) => field.name),
    node,
  );
  return structFrom(env, type, new Map(sources.map((field, index) => [field.name, operands[index]!])), node);
}

function structFrom(env: Env, type: StructType, sources: Map<string, Operand>, node: ast.Node): Operand | undefined {
  const fields: FieldInit[] = [];
  const values: (Value | undefined)[] = [];
  for (const field of ensureFields(env, type, node)) {
    const source = sources.get(field.name);
    sources.delete(field.name);
    const operand = source
      ? tryCoerce(env, source, field.type, node)
      : field.defaultValue && known(field.type, field.defaultValue, node);
    if (!operand) return undefined;
    fields.push({ index: field.index, value: toIr(operand), isDefault: source === undefined });
    values.push(operand.value);
  }
  if (sources.size > 0) return undefined;
  const value = values.every((one) => one !== undefined) ? aggregate(values) : undefined;
  if (env.mode === 'comptime' && value) return known(type, value, node);
  return { type, value, node, ir: { kind: 'structInit', type, node, fields, isInPlace: false, value } };
}
