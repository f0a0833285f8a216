/**
 * Type coercion (language reference, "Type Coercion"): the implicit conversions of a value into the type of the place that it flows
 * into, each made explicit as a `coerce` node. One function for each kind of destination type.
 */

import type { CoercionKind } from '../ir/ir.js';
import type { ErrorSetType, FnType, Type } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { coerceToArray, coerceToStruct, coerceToTuple, coerceToVector } from './coerce-aggregate.js';
import { coerceToPointer, sameInMemory } from './coerce-pointer.js';
import { type Env, fail } from './env.js';
import { coerceErrorSet, errorSetIncludes } from './error-set.js';
import { unknownOperand } from './expr.js';
import { ensureFields, fieldIndex, tagOfUnionField, unionFieldOfTag } from './fields.js';
import { convertFloat, floatOfInt, floatToInt, isWhole } from './float.js';
import * as int from './int.js';
import { intValue, isUnknown, known, type Operand, some, toIr, UNDEFINED, VOID } from './operand.js';
import { typeName } from './print-type.js';

/** Coerces an operand to `type`; fails with both types named where Zig has no such coercion. */
export function coerce(env: Env, operand: Operand, type: Type, node: ast.Node): Operand {
  if (operand.type === type || type.kind === 'anytype') return operand;
  return (
    tryCoerce(env, operand, type, node) ??
    fail(env, node, `expected type \`${typeName(type)}\`, found \`${typeName(operand.type)}\``)
  );
}

/** The coercion, or undefined where there is none. */
export function tryCoerce(env: Env, operand: Operand, type: Type, node: ast.Node): Operand | undefined {
  if (operand.type === type) return operand;
  if (type.kind === 'unknown') return unknownOperand(env, node, 'the wanted type could not be analysed');
  if (isUnknown(operand))
    return {
      type,
      value: undefined,
      node,
      ir: { kind: 'todo', type, node, reason: 'an operand could not be analysed' },
    };
  if (operand.type.kind === 'noreturn')
    return {
      type,
      value: undefined,
      node,
      ir: { kind: 'coerce', coercion: 'never', type, node, operand: toIr(operand) },
    };
  if (operand.type.kind === 'undefined') return converted(env, operand, type, 'undefined', UNDEFINED, node);
  if (operand.value?.kind === 'undefined' && (env.mode === 'comptime' || isNumeric(type)))
    return converted(env, operand, type, 'undefined', UNDEFINED, node);
  return coercions[type.kind]?.(env, operand, type as never, node);
}

const isNumeric = (type: Type): boolean => type.kind === 'int' || type.kind === 'float';

type To<K extends Type['kind']> = (
  env: Env,
  operand: Operand,
  type: Extract<Type, { kind: K }>,
  node: ast.Node,
) => Operand | undefined;
const coercions: { readonly [K in Type['kind']]?: To<K> } = {
  int: coerceToInt,
  float: coerceToFloat,
  comptime_int: coerceToComptimeInt,
  comptime_float: coerceToComptimeFloat,
  optional: coerceToOptional,
  errorUnion: coerceToErrorUnion,
  errorSet: (env, operand, type, node) => coerceErrorSet(env, operand, type, node),
  inferredErrorSet: (env, operand, type, node) => coerceErrorSet(env, operand, type, node),
  anyerror: (env, operand, type, node) => coerceErrorSet(env, operand, type as ErrorSetType, node),
  enum: coerceToEnum,
  union: coerceToUnion,
  struct: coerceToStruct,
  tuple: coerceToTuple,
  array: coerceToArray,
  vector: coerceToVector,
  pointer: coerceToPointer,
  fn: (env, operand, type, node) =>
    operand.type.kind === 'fn' && (sameInMemory(env, operand.type, type) || isInstanceOf(env, operand, type))
      ? converted(env, operand, type, 'functionPointer', operand.value, node)
      : undefined,
  void: (_env, operand, type, node) =>
    operand.type.kind === 'tuple' && operand.type.elements.length === 0 ? known(type, VOID, node) : undefined,
};

/** Whether a generic function, known by name, may be called as a function type says that leaves some of its parameters comptime. */
function isInstanceOf(env: Env, operand: Operand, type: FnType): boolean {
  const from = operand.type;
  if (from.kind !== 'fn' || operand.value?.kind !== 'fn' || from.params.length !== type.params.length) return false;
  if (from.returnType !== undefined || !type.params.some((param) => param.isComptime)) return false;
  return from.params.every((param, index) => {
    const wanted = type.params[index]!;
    if (param.isComptime !== wanted.isComptime) return false;
    return param.type === undefined || (wanted.type !== undefined && sameInMemory(env, wanted.type, param.type));
  });
}

/** The operand as a value of another type, with the coercion as a node where IR is wanted. */
export function converted(
  env: Env,
  operand: Operand,
  type: Type,
  coercion: CoercionKind,
  value: Value | undefined,
  node: ast.Node,
): Operand {
  if (env.mode === 'comptime' && value !== undefined) return known(type, value, node);
  if (operand.type === type) return operand;
  return {
    type,
    value,
    node,
    ir: { kind: 'coerce', coercion, type, node: operand.node, operand: toIr(operand), value },
  };
}

function coerceToInt(
  env: Env,
  operand: Operand,
  type: Extract<Type, { kind: 'int' }>,
  node: ast.Node,
): Operand | undefined {
  const { type: from, value } = operand;
  if (from.kind === 'int' || from.kind === 'comptime_int') {
    if (value?.kind === 'int')
      return int.fits(value.int, type) ? converted(env, operand, type, 'int', value, node) : undefined;
    if (from.kind !== 'int') return undefined;
    const widens = from.signed === type.signed ? from.bits <= type.bits : !from.signed && from.bits < type.bits;
    return widens ? converted(env, renamed(operand, type), type, 'int', undefined, node) : undefined;
  }
  if (from.kind === 'comptime_float' && value?.kind === 'float' && isWhole(value)) {
    const whole = floatToInt(value, 'trunc')!;
    return int.fits(whole, type) ? converted(env, operand, type, 'int', intValue(whole), node) : undefined;
  }
  return undefined;
}

/** Between two names of one type (`usize`, `u64`) and back again there is no coercion. */
function renamed(operand: Operand, type: Type): Operand {
  const { ir } = operand;
  if (ir?.kind !== 'coerce' || ir.coercion !== 'int' || ir.operand.type !== type) return operand;
  return { type, value: ir.operand.value, ir: ir.operand, node: operand.node };
}

function coerceToFloat(
  env: Env,
  operand: Operand,
  type: Extract<Type, { kind: 'float' }>,
  node: ast.Node,
): Operand | undefined {
  const { type: from, value } = operand;
  if (
    value?.kind === 'float' &&
    (from.kind === 'comptime_float' || (from.kind === 'float' && from.bits <= type.bits))
  ) {
    return converted(env, operand, type, 'float', convertFloat(value, type.bits), node);
  }
  if (value?.kind === 'int' && (from.kind === 'comptime_int' || from.kind === 'int')) {
    return converted(env, operand, type, 'float', floatOfInt(value.int, type.bits), node);
  }
  if (from.kind === 'float' && from.bits <= type.bits) return converted(env, operand, type, 'float', undefined, node);
  const mantissa = { 16: 11, 32: 24, 64: 53, 80: 64, 128: 113 }[type.bits];
  if (from.kind === 'int' && from.bits <= mantissa) return converted(env, operand, type, 'float', undefined, node);
  return undefined;
}

function coerceToComptimeInt(_env: Env, operand: Operand, type: Type, node: ast.Node): Operand | undefined {
  if (operand.value?.kind === 'int') return known(type, operand.value, node, operand.ir);
  if (operand.value?.kind === 'float' && isWhole(operand.value))
    return known(type, intValue(floatToInt(operand.value, 'trunc')!), node);
  return undefined;
}
function coerceToComptimeFloat(_env: Env, operand: Operand, type: Type, node: ast.Node): Operand | undefined {
  if (operand.value?.kind === 'float') return known(type, operand.value, node, operand.ir);
  if (operand.value?.kind === 'int') return known(type, floatOfInt(operand.value.int, 128), node);
  return undefined;
}

function coerceToOptional(
  env: Env,
  operand: Operand,
  type: Extract<Type, { kind: 'optional' }>,
  node: ast.Node,
): Operand | undefined {
  const { type: from, value } = operand;
  if (from.kind === 'null') return known(type, { kind: 'null' }, node);
  if (from.kind === 'optional') {
    // `?T` into `??T`: wrapped, not looked through.
    const whole = type.child.kind === 'optional' ? tryCoerce(env, operand, type.child, node) : undefined;
    if (whole) return converted(env, whole, type, 'wrapOptional', whole.value && some(whole.value), node);
    const inner: Operand = {
      type: from.child,
      value: value?.kind === 'some' ? value.payload : undefined,
      ir: operand.ir,
      node,
    };
    if (value?.kind === 'null') return converted(env, operand, type, 'optionalChild', value, node);
    const child = tryCoerce(env, inner, type.child, node);
    return child && converted(env, operand, type, 'optionalChild', child.value && some(child.value), node);
  }
  if (from.kind === 'pointer' && from.size === 'c' && type.child.kind === 'pointer')
    return converted(env, operand, type, 'pointerType', undefined, node);
  const child = tryCoerce(env, operand, type.child, node);
  return child && converted(env, child, type, 'wrapOptional', child.value && some(child.value), node);
}

function coerceToErrorUnion(
  env: Env,
  operand: Operand,
  type: Extract<Type, { kind: 'errorUnion' }>,
  node: ast.Node,
): Operand | undefined {
  const { type: from, value } = operand;
  if (from.kind === 'errorSet' || from.kind === 'inferredErrorSet' || from.kind === 'anyerror') {
    const error = tryCoerce(env, operand, type.errorSet, node);
    return error && converted(env, error, type, 'wrapError', error.value, node);
  }
  // An error union is the payload of another where that has error unions for payloads (`!(E!T)`).
  const isPayload = type.payload.kind === 'errorUnion' && from.kind === 'errorUnion' && from.payload !== type.payload;
  if (from.kind === 'errorUnion' && !isPayload) {
    if (!errorSetIncludes(env, type.errorSet, from.errorSet)) return undefined;
    if (from.payload === type.payload) return converted(env, operand, type, 'errorSet', value, node);
    return coercePayload(env, operand, type, node);
  }
  const payload = tryCoerce(env, operand, type.payload, node);
  return payload && converted(env, payload, type, 'wrapErrorPayload', payload.value && some(payload.value), node);
}

/** An error union whose payload becomes that of another type; undefined where it does not coerce. */
export function coercePayload(
  env: Env,
  operand: Operand,
  type: Extract<Type, { kind: 'errorUnion' }>,
  node: ast.Node,
): Operand | undefined {
  const { type: from, value, ir } = operand;
  if (from.kind !== 'errorUnion') return undefined;
  const inner: Operand = { type: from.payload, value: value?.kind === 'some' ? value.payload : undefined, ir, node };
  const payload = tryCoerce(env, inner, type.payload, node);
  const coerced = value?.kind === 'error' ? value : payload?.value && some(payload.value);
  return payload && converted(env, operand, type, 'errorSet', coerced, node);
}

function coerceToEnum(
  env: Env,
  operand: Operand,
  type: Extract<Type, { kind: 'enum' }>,
  node: ast.Node,
): Operand | undefined {
  const { type: from, value } = operand;
  if (value?.kind === 'enumLiteral') {
    const field = ensureFields(env, type, node).find((one) => one.name === value.name);
    if (!field) return fail(env, node, `enum \`${type.container.name}\` has no member named \`${value.name}\``);
    return known(type, { kind: 'enum', int: int.normal(field.value) }, node);
  }
  if (from.kind === 'union') {
    ensureFields(env, from, node);
    if (from.tag !== type) return undefined;
    const tag: Value | undefined =
      value?.kind === 'union'
        ? { kind: 'enum', int: int.normal(tagOfUnionField(env, from, value.field, node)) }
        : undefined;
    return converted(env, operand, type, 'unionToEnum', tag, node);
  }
  return undefined;
}

function coerceToUnion(
  env: Env,
  operand: Operand,
  type: Extract<Type, { kind: 'union' }>,
  node: ast.Node,
): Operand | undefined {
  const { type: from, value } = operand;
  const fields = ensureFields(env, type, node);
  if (value?.kind === 'enumLiteral') {
    const index = fieldIndex(env, type, value.name, node);
    if (index < 0) return fail(env, node, `union \`${type.container.name}\` has no member named \`${value.name}\``);
    return voidUnion(env, type, index, node);
  }
  if (from.kind === 'enum' && from === type.tag) {
    if (value?.kind === 'enum') return voidUnion(env, type, unionFieldOfTag(env, type, value.int, node), node);
    return fields.every((field) => field.type.kind === 'void')
      ? converted(env, operand, type, 'enumToUnion', undefined, node)
      : undefined;
  }
  if (from.kind === 'struct' && from.container.node === undefined && from.fields?.length === 1)
    return anonymousToUnion(env, operand, type, node);
  return undefined;
}

function voidUnion(
  env: Env,
  type: Extract<Type, { kind: 'union' }>,
  index: number,
  node: ast.Node,
): Operand | undefined {
  const field = ensureFields(env, type, node)[index];
  if (!field || (field.type.kind !== 'void' && field.type.kind !== 'noreturn')) return undefined;
  return known(type, { kind: 'union', field: index, payload: VOID }, node);
}

/** `.{ .x = v }` that has been a value of its own before it reaches a union. */
function anonymousToUnion(
  env: Env,
  operand: Operand,
  type: Extract<Type, { kind: 'union' }>,
  node: ast.Node,
): Operand | undefined {
  const from = operand.type as Extract<Type, { kind: 'struct' }>;
  const source = from.fields![0]!;
  const index = fieldIndex(env, type, source.name, node);
  const field = ensureFields(env, type, node)[index];
  if (!field || operand.value?.kind !== 'aggregate') return undefined;
  const payload = tryCoerce(env, known(source.type, operand.value.elements[0]!, node), field.type, node);
  return payload?.value && known(type, { kind: 'union', field: index, payload: payload.value }, node);
}
