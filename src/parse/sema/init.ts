/** Initialisers: `T{…}`, `.{…}`, `[_]T{…}`, for structs, unions, arrays, vectors and tuples. */

import type { FieldInit } from '../ir/ir.js';
import type { ArrayType, StructType, TupleType, Type, UnionType, VectorType } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { anonymousStruct } from './anonymous-struct.js';
import { coerce } from './coerce.js';
import { aggregateValue } from './coerce-aggregate.js';
import { type Env, fail, forPart, forPlace, forType, isInPlace, NONE, type ResultLocation, wantedType } from './env.js';
import { comptimeExprAs, expr, exprAt, typeExpr } from './expr.js';
import { ensureFields, fieldIndex } from './fields.js';
import { aggregate, isNoReturn, known, type Operand, toIr, VOID } from './operand.js';
import { typeName } from './print-type.js';

/** The type that an untyped initialiser builds for a wanted type: behind optionals and error unions. */
function initialised(type: Type | undefined): Type | undefined {
  if (type?.kind === 'optional') return initialised(type.child);
  if (type?.kind === 'errorUnion') return initialised(type.payload);
  return type;
}

export function analyseStructInit(env: Env, node: ast.StructInit, location: ResultLocation): Operand {
  const type = node.type ? initType(env, node.type, node.fields.length) : initialised(wantedType(location));
  const isUntyped = node.type === undefined;
  const whole = isUntyped ? location : NONE;
  if (type?.kind === 'struct') return structInit(env, node, type, whole);
  if (type?.kind === 'union') return unionInit(env, node, type, whole);
  if (node.fields.length === 0) return emptyInit(env, node, type);
  if (type?.kind === 'tuple') return namedTuple(env, node, type);
  if (type && type.kind !== 'unknown' && !isUntyped)
    return fail(env, node, `\`${typeName(type)}\` has no fields to initialise`);
  if (type?.kind === 'pointer' && type.size === 'one') return analyseStructInit(env, node, forType(type.child));
  return anonymousStruct(env, node);
}

/** `T{ .@"0" = a, .@"1" = b }` for a tuple type. */
function namedTuple(env: Env, node: ast.StructInit, type: TupleType): Operand {
  const elements = type.elements.map(
    (_, index) => node.fields.find((field) => field.name.text === String(index))?.value,
  );
  if (elements.filter((element) => element !== undefined).length !== node.fields.length)
    fail(env, node, `a field that \`${typeName(type)}\` does not have`);
  return sequenceTuple(env, node, elements, type);
}

/** `[_]T{}` has its length from the initialiser. */
function initType(env: Env, node: ast.Expression, count: number): Type {
  if (node.kind === 'arrayType' && node.length === undefined) return inferredArray(env, node, count);
  return typeExpr(env, node);
}
function inferredArray(env: Env, node: ast.ArrayType, count: number): ArrayType {
  const child = typeExpr(env, node.child);
  return env.cx.pool.array(child, count, node.sentinel && comptimeExprAs(env, node.sentinel, child).value);
}

function emptyInit(env: Env, node: ast.StructInit, type: Type | undefined): Operand {
  if (type?.kind === 'array' || type?.kind === 'vector') return sequenceInit(env, node, [], type);
  if (type?.kind === 'void') return known(type, VOID, node);
  if (type?.kind === 'tuple') return sequenceTuple(env, node, [], type);
  if (type?.kind === 'pointer' && type.size === 'slice')
    return coerce(env, known(env.cx.pool.tuple([]), aggregate([]), node), type, node);
  return known(env.cx.pool.tuple([]), aggregate([]), node);
}

function structInit(env: Env, node: ast.StructInit, type: StructType, whole: ResultLocation): Operand {
  const fields = ensureFields(env, type, node);
  const inits: FieldInit[] = [];
  const values: (Value | undefined)[] = new Array(fields.length).fill(undefined);
  for (const init of node.fields) {
    const index = fields.findIndex((field) => field.name === init.name.text);
    const field = fields[index] ?? fail(env, init, `no field \`${init.name.text}\` in \`${type.container.name}\``);
    const operand = exprAt(env, init.value, forPart(whole, field.type), field.type);
    values[index] = operand.value;
    inits.push({ index, value: toIr(operand), isDefault: false });
  }
  for (const field of fields) {
    if (inits.some((init) => init.index === field.index)) continue;
    const value =
      field.defaultValue ?? fail(env, node, `missing field \`${field.name}\` of \`${type.container.name}\``);
    values[field.index] = value;
    inits.push({
      index: field.index,
      value: { kind: 'constant', type: field.type, value, node: field.defaultNode ?? node },
      isDefault: true,
    });
  }
  const value = values.every((one) => one !== undefined) ? aggregate(values as Value[]) : undefined;
  if (env.mode === 'comptime' && value) return known(type, value, node);
  const ir = { kind: 'structInit', type, node, fields: inits, isInPlace: isInPlace(whole), value } as const;
  return { type, value, node, ir };
}

function unionInit(env: Env, node: ast.StructInit, type: UnionType, whole: ResultLocation): Operand {
  const [init] = node.fields;
  if (!init || node.fields.length !== 1) return fail(env, node, `a union is initialised through one field`);
  const index = fieldIndex(env, type, init.name.text, node);
  const field =
    ensureFields(env, type, node)[index] ??
    fail(env, init, `no field \`${init.name.text}\` in \`${type.container.name}\``);
  const payload = exprAt(env, init.value, forPart(whole, field.type), field.type);
  return unionOperand(env, type, index, payload, node, isInPlace(whole));
}

/** A union value from a field and its payload, already coerced. */
export function unionOperand(
  env: Env,
  type: UnionType,
  field: number,
  payload: Operand,
  node: ast.Node,
  inPlace = false,
): Operand {
  const value: Value | undefined = payload.value && { kind: 'union', field, payload: payload.value };
  if (env.mode === 'comptime' && value) return known(type, value, node);
  const ir = { kind: 'unionInit', type, node, field, payload: toIr(payload), isInPlace: inPlace, value } as const;
  return { type, value, node, ir };
}

export function analyseArrayInit(env: Env, node: ast.ArrayInit, location: ResultLocation): Operand {
  const type = node.type ? initType(env, node.type, node.elements.length) : initialised(wantedType(location));
  const whole = node.type === undefined ? location : NONE;
  switch (type?.kind) {
    case 'array':
    case 'vector':
      return sequenceInit(env, node, node.elements, type, whole);
    case 'tuple':
      return sequenceTuple(env, node, node.elements, type, whole);
    case 'struct':
      return tupleStruct(env, node, type, whole);
    case 'pointer':
      if (type.size === 'one' && node.type === undefined) return analyseArrayInit(env, node, forType(type.child));
      return tuple(env, node, undefined);
    default:
      return tuple(env, node, location.kind === 'none' ? location.elements : undefined);
  }
}

function sequenceInit(
  env: Env,
  node: ast.ArrayInit | ast.StructInit,
  elements: readonly ast.Expression[],
  type: ArrayType | VectorType,
  whole: ResultLocation = NONE,
): Operand {
  const known0 = type.length;
  if (elements.length !== known0) fail(env, node, `expected ${known0} elements, found ${elements.length}`);
  const operands = elements.map((element) => exprAt(env, element, forPart(whole, type.child), type.child));
  return finishSequence(env, node, operands, type, isInPlace(whole));
}

function finishSequence(
  env: Env,
  node: ast.Node,
  operands: readonly Operand[],
  type: ArrayType | VectorType | Extract<Type, { kind: 'tuple' }>,
  inPlace = false,
): Operand {
  const stop = operands.find(isNoReturn);
  if (stop) return stop;
  const value = aggregateValue(operands);
  if (env.mode === 'comptime' && value) return known(type, value, node);
  const elements = operands.map(toIr);
  return { type, value, node, ir: { kind: 'sequenceInit', type, node, elements, isInPlace: inPlace, value } };
}

function sequenceTuple(
  env: Env,
  node: ast.ArrayInit | ast.StructInit,
  elements: readonly (ast.Expression | undefined)[],
  type: TupleType,
  whole: ResultLocation = NONE,
): Operand {
  if (elements.length > type.elements.length)
    fail(env, node, `expected ${type.elements.length} elements, found ${elements.length}`);
  const operands = type.elements.map((element, index) => {
    const syntax = elements[index];
    if (syntax) return exprAt(env, syntax, forPart(whole, element.type), element.type);
    return element.value ? known(element.type, element.value, node) : fail(env, node, `missing tuple element ${index}`);
  });
  return finishSequence(env, node, operands, type, isInPlace(whole));
}

/** A struct with positional fields (`struct { u8, u8 }`). */
function tupleStruct(env: Env, node: ast.ArrayInit, type: StructType, whole: ResultLocation): Operand {
  const fields = ensureFields(env, type, node);
  const operands = fields.map((field, index) => {
    const syntax = node.elements[index];
    if (syntax) return exprAt(env, syntax, forPart(whole, field.type), field.type);
    return field.defaultValue ? known(field.type, field.defaultValue, node) : fail(env, node, `missing field ${index}`);
  });
  const value = aggregateValue(operands);
  if (env.mode === 'comptime' && value) return known(type, value, node);
  const inits = operands.map((operand, index) => ({
    index,
    value: toIr(operand),
    isDefault: index >= node.elements.length,
  }));
  return {
    type,
    value,
    node,
    ir: { kind: 'structInit', type, node, fields: inits, isInPlace: isInPlace(whole), value },
  };
}

/** A list literal with no type to take: a tuple; elements known at comptime are comptime fields. */
function tuple(env: Env, node: ast.ArrayInit, types: readonly (Type | undefined)[] | undefined): Operand {
  const operands = node.elements.map((element, index) => {
    const type = types?.[index];
    return type ? exprAt(env, element, forPlace(type), type) : expr(env, element, NONE);
  });
  const stop = operands.find(isNoReturn);
  if (stop) return stop;
  const type = env.cx.pool.tuple(
    operands.map((operand) => ({ type: operand.type, value: isComptimeElement(operand) ? operand.value : undefined })),
  );
  return finishSequence(env, node, operands, type);
}
/** Elements that read a variable's storage are run-time fields even where the value happens to be known. */
function isComptimeElement(operand: Operand): boolean {
  return operand.value !== undefined;
}
