/** Casts (language reference: "Builtin Functions"): the target type comes from the result location. */

import type { PointerType, Type } from '../../ir/types.js';
import type { Value } from '../../ir/values.js';
import type * as ast from '../../syntax/ast.js';
import { bitsOf, bytesOf, valueFromBits, valueFromBytes } from '../bytes.js';
import { coerce } from '../coerce.js';
import { type Env, fail, forType, NONE, wantedType } from '../env.js';
import { errorNames, isErrorSet } from '../error-set.js';
import { exprAs, typeExpr } from '../expr.js';
import { ensureFields } from '../fields.js';
import { convertFloat, floatOfInt, floatToInt } from '../float.js';
import * as int from '../int.js';
import { alignOf, bitSizeOf, sizeOf } from '../layout.js';
import { castPointer } from '../memory.js';
import { partwise } from '../memory-locate.js';
import { intValue, isUnknown, known, NULL, some, toIr } from '../operand.js';
import { T } from '../pool.js';
import { typeName } from '../print-type.js';
import {
  argument,
  argumentAs,
  argumentNode,
  type BuiltinHandler,
  type BuiltinTable,
  builtinResult,
  castTarget,
  mapScalar,
} from './handler.js';

const scalarOf = (type: Type): Type => (type.kind === 'vector' ? type.child : type);

/** A numeric cast: folded for a known operand, a run-time trap where the value does not fit. */
function numericCast(fold: (value: Value, to: Type, env: Env, node: ast.Node) => Value | undefined): BuiltinHandler {
  return (env, node, location) => {
    const type = castTarget(env, node, location);
    const operand = argument(env, node, 0);
    if (isUnknown(operand)) return operand;
    const value = mapScalar(operand, (one) => fold(one, scalarOf(type), env, node));
    if (value === undefined && operand.value !== undefined && env.mode !== 'runtime')
      fail(env, node, `the value does not fit \`${typeName(type)}\``);
    return builtinResult(env, node, type, [operand], value);
  };
}

function intCast(value: Value, to: Type): Value | undefined {
  if (value.kind !== 'int') return undefined;
  return to.kind !== 'int' || int.fits(value.int, to) ? value : undefined;
}
function truncate(value: Value, to: Type): Value | undefined {
  return value.kind === 'int' ? intValue(to.kind === 'int' ? int.wrap(value.int, to) : value.int) : undefined;
}
function floatCast(value: Value, to: Type): Value | undefined {
  const bits = to.kind === 'float' ? to.bits : 128;
  if (value.kind === 'int') return floatOfInt(value.int, bits);
  return value.kind === 'float' ? convertFloat(value, bits) : undefined;
}
function intFromFloat(value: Value, to: Type): Value | undefined {
  if (value.kind === 'int') return value;
  const whole = value.kind === 'float' ? floatToInt(value, 'trunc') : undefined;
  if (whole === undefined) return undefined;
  return to.kind !== 'int' || int.fits(whole, to) ? intValue(whole) : undefined;
}

function enumFromInt(value: Value, to: Type, env: Env, node: ast.Node): Value | undefined {
  if (value.kind !== 'int' || to.kind !== 'enum') return undefined;
  const fields = ensureFields(env, to, node);
  return to.isNonExhaustive || fields.some((field) => field.value === BigInt(value.int))
    ? { kind: 'enum', int: value.int }
    : undefined;
}

const intFromEnum: BuiltinHandler = (env, node) => {
  let operand = argument(env, node, 0);
  if (operand.type.kind === 'union') {
    ensureFields(env, operand.type, node);
    operand = coerce(env, operand, operand.type.tag ?? fail(env, node, 'a union without a tag'), node);
  }
  if (operand.type.kind === 'enum_literal' && operand.value?.kind === 'enumLiteral')
    return fail(env, node, 'an enum literal has no integer');
  if (operand.type.kind !== 'enum') return fail(env, node, `expected an enum, found \`${typeName(operand.type)}\``);
  ensureFields(env, operand.type, node);
  const type = operand.type.tagType ?? T.comptimeInt;
  return builtinResult(
    env,
    node,
    type,
    [operand],
    operand.value?.kind === 'enum' ? intValue(operand.value.int) : undefined,
  );
};

const intFromBool: BuiltinHandler = (env, node) => {
  const operand = argument(env, node, 0);
  const type = operand.type.kind === 'vector' ? env.cx.pool.vector(T.u1, operand.type.length) : T.u1;
  return builtinResult(
    env,
    node,
    type,
    [operand],
    mapScalar(operand, (value) => (value.kind === 'bool' ? intValue(value.bool ? 1 : 0) : undefined)),
  );
};

const bitCast: BuiltinHandler = (env, node, location) => {
  const type = castTarget(env, node, location);
  const operand = argument(env, node, 0);
  if (isUnknown(operand)) return operand;
  if (operand.type === type) return operand;
  if (operand.type.kind === 'comptime_int' || operand.type.kind === 'enum_literal')
    return coerce(env, operand, type, node);
  if (bitSizeOf(env, type, node) !== bitSizeOf(env, operand.type, node))
    fail(env, node, `\`${typeName(operand.type)}\` and \`${typeName(type)}\` differ in size`);
  return builtinResult(
    env,
    node,
    type,
    [operand],
    operand.value && recast(env, operand.type, operand.value, type, node),
  );
};

/** A value's bits, or, in memory order, bytes, as a value of another type. */
function recast(env: Env, from: Type, value: Value, to: Type, node: ast.Node): Value | undefined {
  if (value.kind === 'undefined') return value;
  const inMemory = isExtern(from) || isExtern(to);
  const bits = inMemory ? undefined : bitsOf(env, from, value, node);
  if (bits !== undefined) return valueFromBits(env, to, bits, node);
  const bytes = bytesOf(env, from, value, node);
  return (bytes && valueFromBytes(env, to, bytes, node)) ?? partwise(env, { value, type: from }, 0, to, node);
}
const isExtern = (type: Type): boolean =>
  type.kind === 'array' || ((type.kind === 'struct' || type.kind === 'union') && type.layout === 'extern');

/** `@ptrCast`, `@alignCast`, `@constCast`, `@volatileCast`, `@addrSpaceCast`: nested ones share one result type. */
type PointerChange = (from: PointerType, to: Type | undefined, env: Env, node: ast.Node) => Type | undefined;

/** The alignment that a pointer type promises: its own, or that of what it points to. */
function promisedAlign(env: Env, { align, child }: PointerType, node: ast.Node): number {
  if (align !== 0) return align;
  return child.kind === 'fn' || child.kind === 'opaque' || child.kind === 'anyopaque' ? 0 : alignOf(env, child, node);
}

function pointerCast(change: PointerChange): BuiltinHandler {
  return (env, node, location) => {
    const wanted = location.kind === 'type' ? castTarget(env, node, location) : undefined;
    const inner = argumentNode(env, node, 0);
    const isNested = inner.kind === 'builtinCall' && (POINTER_CASTS.has(inner.name) || inner.name === 'fieldParentPtr');
    const operand = argument(env, node, 0, isNested && wanted ? location : NONE);
    if (isUnknown(operand)) return operand;
    const from = operand.type.kind === 'optional' ? operand.type.child : operand.type;
    if (from.kind === 'null' || operand.type.kind === 'undefined')
      return coerce(env, operand, wanted ?? fail(env, node, 'the result type is not known'), node);
    if (from.kind !== 'pointer') return fail(env, node, `expected a pointer, found \`${typeName(operand.type)}\``);
    const pointer = change(from, wanted, env, node) ?? fail(env, node, `\`@${node.name}\` must know its result type`);
    // `@constCast` and `@volatileCast` know their result; the others are told.
    const isTold = node.name !== 'constCast' && node.name !== 'volatileCast';
    const keepsOptional =
      operand.type.kind === 'optional' && (!isTold || (location.kind === 'type' && location.type.kind === 'optional'));
    const type = keepsOptional ? env.cx.pool.optional(pointer) : pointer;
    if (operand.type === type) return operand;
    return builtinResult(
      env,
      node,
      type,
      [operand],
      operand.value && castPointerValue(env, operand.value, from, pointer, node),
    );
  };
}
const POINTER_CASTS: ReadonlySet<string> = new Set([
  'ptrCast',
  'alignCast',
  'constCast',
  'volatileCast',
  'addrSpaceCast',
]);

/** The same address read as another type. */
function castPointerValue(env: Env, value: Value, from: PointerType, to: Type, node: ast.Node): Value | undefined {
  if (to.kind !== 'pointer') return undefined;
  if (value.kind === 'null' || value.kind === 'undefined') return value;
  if (value.kind === 'some') {
    const payload = castPointerValue(env, value.payload, from, to, node);
    return payload && { kind: 'some', payload };
  }
  if (value.kind === 'slice') {
    if (to.size !== 'slice') return castPointerValue(env, value.pointer, { ...from, size: 'many' }, to, node);
    const bytes = value.length * sizeOf(env, from.child, node);
    const step = from.child === to.child ? 0 : sizeOf(env, to.child, node);
    const pointer = castPointer(env, value.pointer, to.child, node);
    return { kind: 'slice', pointer, length: step === 0 ? value.length : Math.floor(bytes / step) };
  }
  if (value.kind !== 'pointer') return undefined;
  if (from.child === to.child) return value;
  const pointer = castPointer(env, value, to.child, node);
  if (to.size !== 'slice') return pointer;
  // A pointer to one item or array as a slice covers the same bytes.
  const step = sizeOf(env, to.child, node);
  return { kind: 'slice', pointer, length: step === 0 ? 1 : Math.floor(sizeOf(env, from.child, node) / step) };
}

/** `@ptrCast` keeps what the wanted type does not say. */
function ptrCastType(from: PointerType, to: Type | undefined): Type | undefined {
  void from;
  return to;
}

/** The address of a comptime pointer that is a number, or lies a number of bytes behind one. */
function addressValue(env: Env, value: Value, node: ast.Node): Value | undefined {
  if (value.kind === 'null') return intValue(0);
  if (value.kind === 'some') return addressValue(env, value.payload, node);
  if (value.kind === 'slice') return addressValue(env, value.pointer, node);
  return value.kind === 'pointer' && value.base.kind === 'integer' && value.path.length === 0
    ? intValue(value.base.address)
    : undefined;
}

export const castBuiltins: BuiltinTable = {
  as: (env, node) => {
    const type = typeExpr(env, argumentNode(env, node, 0));
    const operand = exprAs(env, argumentNode(env, node, 1), type);
    return { ...operand, node };
  },
  intCast: numericCast(intCast),
  truncate: numericCast(truncate),
  floatCast: numericCast(floatCast),
  floatFromInt: numericCast(floatCast),
  intFromFloat: numericCast(intFromFloat),
  enumFromInt: numericCast(enumFromInt),
  intFromEnum,
  intFromBool,
  bitCast,
  ptrCast: pointerCast(ptrCastType),
  alignCast: pointerCast((from, to, env, node) => {
    const align = to?.kind === 'pointer' ? promisedAlign(env, to, node) : 0;
    return env.cx.pool.pointer(from.child, { ...from, align });
  }),
  constCast: pointerCast((from, _to, env) => env.cx.pool.pointer(from.child, { ...from, isConst: false })),
  volatileCast: pointerCast((from, _to, env) => env.cx.pool.pointer(from.child, { ...from, isVolatile: false })),
  addrSpaceCast: pointerCast((from, to) => to ?? from),
  intFromPtr: (env, node) => {
    const operand = argument(env, node, 0);
    const type = operand.type.kind === 'vector' ? env.cx.pool.vector(T.usize, operand.type.length) : T.usize;
    const value = mapScalar(operand, (one) => addressValue(env, one, node));
    if (env.mode === 'comptime' && value) return known(type, value, node);
    return { type, value, node, ir: { kind: 'builtin', type, node, name: node.name, args: [toIr(operand)], value } };
  },
  ptrFromInt: (env, node, location) => {
    const target = castTarget(env, node, location);
    const isVector = target.kind === 'vector';
    const operand = argumentAs(env, node, 0, isVector ? env.cx.pool.vector(T.usize, target.length) : T.usize);
    const address = (one: Value): Value | undefined =>
      one.kind === 'int' ? { kind: 'pointer', base: { kind: 'integer', address: one.int }, path: [] } : undefined;
    // Where null is allowed, address 0 is null.
    const wanted = wantedType(location);
    const optional = wanted?.kind === 'errorUnion' ? wanted.payload : wanted;
    if (optional?.kind !== 'optional' || isVector)
      return builtinResult(env, node, target, [operand], mapScalar(operand, address));
    const nullable = (one: Value): Value | undefined => {
      const pointer = address(one);
      return one.kind === 'int' && BigInt(one.int) === 0n ? NULL : pointer && some(pointer);
    };
    return builtinResult(env, node, optional, [operand], mapScalar(operand, nullable));
  },
  errorCast: (env, node, location) => {
    const wanted = location.kind === 'type' ? location.type : fail(env, node, '`@errorCast` must know its result type');
    const operand = argument(env, node, 0, forType(undefined));
    return builtinResult(env, node, wanted, [operand], operand.value);
  },
  intFromError: (env, node) => {
    const operand = argument(env, node, 0);
    const names = isErrorSet(operand.type) && operand.value === undefined ? errorNames(env, operand.type) : 'any';
    const [only] = names === 'any' || names.size !== 1 ? [] : names;
    if (only !== undefined) return builtinResult(env, node, T.u16, [operand], intValue(env.cx.errorNumber(only)));
    return builtinResult(
      env,
      node,
      T.u16,
      [operand],
      operand.value?.kind === 'error' ? intValue(env.cx.errorNumber(operand.value.name)) : undefined,
    );
  },
  errorFromInt: (env, node) => {
    const operand = argumentAs(env, node, 0, T.u16);
    const name =
      operand.value?.kind === 'int'
        ? [...env.cx.errorNumbers].find(([, number]) => number === Number((operand.value as { int: number }).int))?.[0]
        : undefined;
    return builtinResult(env, node, T.anyerror, [operand], name === undefined ? undefined : { kind: 'error', name });
  },
};
