/** Reflection: sizes, offsets, names, members, and `@typeInfo`. */

import type { Type } from '../../ir/types.js';
import type { Value } from '../../ir/values.js';
import type * as ast from '../../syntax/ast.js';
import { member } from '../access.js';
import { coerce } from '../coerce.js';
import { type Env, fail, forType, REF, type ResultLocation } from '../env.js';
import { expr, typeExpr } from '../expr.js';
import { ensureFields, fieldIndex } from '../fields.js';
import { constantRef } from '../identifier.js';
import { unionOperand } from '../init.js';
import { alignOf, bitOffsetOf, bitSizeOf, offsetOf, sizeOf, tupleOffsetOf } from '../layout.js';
import { bytesOperand } from '../literal.js';
import { deref, materialise } from '../memory.js';
import { findDecl } from '../namespace.js';
import { boolValue, intValue, isUnknown, known, type Operand, toIr, typeOperand } from '../operand.js';
import { T } from '../pool.js';
import { typeName } from '../print-type.js';
import type { ContainerRecord } from '../records.js';
import { mentionsSkolem } from '../skolem.js';
import { typeInfo } from '../type-info.js';
import {
  argument,
  argumentAs,
  argumentNode,
  type BuiltinHandler,
  type BuiltinTable,
  builtinResult,
  comptimeString,
} from './handler.js';

const typeArgument = (env: Env, node: ast.BuiltinCall, index = 0): Type => {
  const type = typeExpr(env, argumentNode(env, node, index));
  return mentionsSkolem(type) ? fail(env, node, `\`@${node.name}\` of a type parameter`) : type;
};
const number = (node: ast.Node, value: number): Operand => known(T.comptimeInt, intValue(value), node);

/** A fact about a type that Rust knows, too: in the initialiser of a constant it stays a question about the type. */
const ofType =
  (name: string, measure: (env: Env, type: Type, node: ast.Node) => number): BuiltinHandler =>
  (env, node) => {
    const type = typeArgument(env, node);
    const value = intValue(measure(env, type, node));
    if (env.mode !== 'constant') return known(T.comptimeInt, value, node);
    const args = [toIr(known(T.type, { kind: 'type', type }, node))];
    return known(T.comptimeInt, value, node, { kind: 'builtin', name, args, type: T.comptimeInt, value, node });
  };
const text = (env: Env, node: ast.Node, content: string): Operand =>
  bytesOperand(env, new TextEncoder().encode(content), node);

/** `@field(object, name)`: a member by a name known at comptime. */
const field: BuiltinHandler = (env, node, location: ResultLocation) => {
  const object = argument(env, node, 0, REF);
  const name = comptimeString(env, node, 1);
  if (isUnknown(object)) return object;
  const found = member(env, object, name, node) ?? fail(env, node, `no field or member \`${name}\``);
  if (location.kind === 'ref')
    return found.isAddress
      ? found.operand
      : found.operand.value
        ? constantRef(env, found.operand)
        : materialise(env, found.operand, node);
  return found.isAddress ? deref(env, found.operand, node) : found.operand;
};

function hasField(env: Env, type: Type, name: string, node: ast.Node): boolean {
  switch (type.kind) {
    case 'struct':
    case 'enum':
    case 'union':
      return fieldIndex(env, type, name, node) >= 0;
    case 'tuple':
      return /^[0-9]+$/.test(name) && Number(name) < type.elements.length;
    case 'array':
      return name === 'len';
    case 'pointer':
      return type.size === 'slice' && (name === 'len' || name === 'ptr');
    default:
      return false;
  }
}

const fieldType: BuiltinHandler = (env, node) => {
  const type = typeArgument(env, node);
  const name = comptimeString(env, node, 1);
  if (type.kind === 'tuple')
    return typeOperand(type.elements[Number(name)]?.type ?? fail(env, node, `no element ${name}`), node);
  if (type.kind !== 'struct' && type.kind !== 'union') return fail(env, node, `\`${typeName(type)}\` has no fields`);
  const found = ensureFields(env, type, node).find((one) => one.name === name);
  return typeOperand(found?.type ?? fail(env, node, `no field \`${name}\` in \`${typeName(type)}\``), node);
};

/** `@tagName`: the Zig spelling of a tag. */
const tagName: BuiltinHandler = (env, node) => {
  let operand = argument(env, node, 0);
  if (operand.value?.kind === 'enumLiteral') return text(env, node, operand.value.name);
  if (operand.type.kind === 'union') {
    ensureFields(env, operand.type, node);
    operand = coerce(env, operand, operand.type.tag ?? fail(env, node, 'a union without a tag'), node);
  }
  const { type, value } = operand;
  if (type.kind !== 'enum') return fail(env, node, `expected an enum, found \`${typeName(type)}\``);
  const fields = ensureFields(env, type, node);
  const found = value?.kind === 'enum' ? fields.find((one) => one.value === BigInt(value.int)) : undefined;
  if (found) return text(env, node, found.name);
  return builtinResult(env, node, zeroTerminated(env), [operand], undefined);
};
const zeroTerminated = (env: Env): Type => env.cx.pool.slice(T.u8, true, intValue(0));

export const reflectBuiltins: BuiltinTable = {
  sizeOf: ofType('sizeOf', sizeOf),
  alignOf: ofType('alignOf', alignOf),
  bitSizeOf: (env, node) => number(node, bitSizeOf(env, typeArgument(env, node), node)),
  offsetOf: (env, node) => number(node, fieldOffset(env, node, offsetOf)),
  bitOffsetOf: (env, node) => number(node, fieldOffset(env, node, bitOffsetOf)),
  typeName: (env, node) => text(env, node, typeName(typeArgument(env, node))),
  field,
  FieldType: fieldType,
  hasField: (env, node) =>
    known(T.bool, boolValue(hasField(env, typeArgument(env, node), comptimeString(env, node, 1), node)), node),
  hasDecl: (env, node) => {
    const type = typeArgument(env, node);
    const found =
      'container' in type
        ? findDecl(env.cx, type.container as ContainerRecord, comptimeString(env, node, 1))
        : undefined;
    return known(T.bool, boolValue(found !== undefined && (found.isPub || found.container.file === env.file)), node);
  },
  tagName,
  errorName: (env, node) => {
    const operand = argumentAs(env, node, 0, T.anyerror);
    if (operand.value?.kind === 'error') return text(env, node, operand.value.name);
    return builtinResult(env, node, zeroTerminated(env), [argument(env, node, 0)], undefined);
  },
  typeInfo: (env, node) => typeInfo(env, typeArgument(env, node), node),
  unionInit: (env, node) => {
    const type = typeArgument(env, node);
    if (type.kind !== 'union') return fail(env, node, `expected a union, found \`${typeName(type)}\``);
    const index = fieldIndex(env, type, comptimeString(env, node, 1), node);
    const target = ensureFields(env, type, node)[index] ?? fail(env, node, 'no such field');
    return unionOperand(env, type, index, argumentAs(env, node, 2, target.type), node);
  },
};

function fieldOffset(env: Env, node: ast.BuiltinCall, offset: typeof offsetOf): number {
  const type = typeArgument(env, node);
  const name = comptimeString(env, node, 1);
  if (type.kind === 'tuple') return tupleOffsetOf(env, type, Number(name), node) * (offset === bitOffsetOf ? 8 : 1);
  if (type.kind !== 'struct') return fail(env, node, `expected a struct, found \`${typeName(type)}\``);
  const index = fieldIndex(env, type, name, node);
  return index < 0 ? fail(env, node, `no field \`${name}\``) : offset(env, type, index, node);
}

export type { Value };
export { expr, forType };
