/** Types made from values: `@Int`, `@Pointer`, `@Struct`… of 0.16, and `@Type` of older versions. */

import type {
  EnumField,
  EnumType,
  IntType,
  StructField,
  StructType,
  Type,
  UnionField,
  UnionType,
} from '../../ir/types.js';
import type { Value } from '../../ir/values.js';
import type * as ast from '../../syntax/ast.js';
import { type Env, fail } from '../env.js';
import { comptimeExprAs, typeExpr } from '../expr.js';
import { generatedTag, tagBits } from '../fields.js';
import { bitSizeOf } from '../layout.js';
import { anonymousName } from '../naming.js';
import { type Operand, typeOperand } from '../operand.js';
import { freshTypeId, intType, T } from '../pool.js';
import type { ContainerRecord } from '../records.js';
import { instantiateSyntheticContainer } from '../reify-container.js';
import {
  readBool,
  readElements,
  readField,
  readInt,
  readOpaque,
  readOptional,
  readString,
  readTag,
  readType,
  stdType,
} from '../std-type.js';
import { argumentNode, type BuiltinHandler, type BuiltinTable, comptimeInt } from './handler.js';
import { reifyInfo } from './reify-info.js';

const typeArgument = (env: Env, node: ast.BuiltinCall, index: number): Type =>
  typeExpr(env, argumentNode(env, node, index));
/** Argument `index` coerced to a type of std, as a value. */
export function stdArgument(env: Env, node: ast.BuiltinCall, index: number, type: Type): Value {
  return (
    comptimeExprAs(env, argumentNode(env, node, index), type).value ??
    fail(env, node, 'expected a value known at comptime')
  );
}

/** The type for these interned arguments at this call; made once. */
export function reified(
  env: Env,
  node: ast.Node,
  keyword: ast.ContainerDecl['keyword'],
  keys: readonly (Value | Type | undefined)[],
  make: (container: ContainerRecord) => Type,
): Operand {
  const ids = keys.map((key) => (key === undefined ? 0 : 'id' in key ? key.id : env.cx.pool.valueId(key)));
  const slot = env.cx.reifyMemo.at([env.cx.pool.objectId(node), ...ids]);
  if (!slot.value) {
    const parent = env.container as ContainerRecord;
    const name = env.cx.typeNames.get(node) ?? anonymousName(env.cx, keyword);
    const container = instantiateSyntheticContainer(env, parent, name);
    slot.value = make(container);
    if ('container' in slot.value) container.type = slot.value as ContainerRecord['type'];
  }
  return typeOperand(slot.value, node);
}

const pointer: BuiltinHandler = (env, node) => {
  const sizeType = stdType(env, 'std.builtin.Type.Pointer.Size', node);
  const attrsType = stdType(env, 'std.builtin.Type.Pointer.Attributes', node);
  const size = readTag(env, sizeType, stdArgument(env, node, 0, sizeType), node) as 'one' | 'many' | 'slice' | 'c';
  const attrs = stdArgument(env, node, 1, attrsType);
  const child = typeArgument(env, node, 2);
  const sentinel = readOptional(stdArgument(env, node, 3, env.cx.pool.optional(child)));
  const flag = (name: string): boolean => readBool(readField(env, attrsType, attrs, name, node));
  const align = readInt(readOptional(readField(env, attrsType, attrs, 'align', node)));
  return typeOperand(
    env.cx.pool.pointer(child, {
      size,
      isConst: flag('const'),
      isVolatile: flag('volatile'),
      isAllowzero: flag('allowzero') || size === 'c',
      align,
      sentinel,
    }),
    node,
  );
};

/** Names, types and attributes of the fields of `@Struct` and `@Union`. */
function fieldArguments(env: Env, node: ast.BuiltinCall, from: number, attributes: string) {
  const bytes = env.cx.pool.slice(T.u8, true);
  const names = readElements(
    env,
    stdArgument(env, node, from, env.cx.pool.slice(bytes, true)),
    bytes,
    undefined,
    node,
  ).map((name) => readString(env, name, node));
  const listOf = (child: Type): Type => env.cx.pool.pointer(env.cx.pool.array(child, names.length), { isConst: true });
  const types = readElements(env, stdArgument(env, node, from + 1, listOf(T.type)), T.type, names.length, node).map(
    (type) => readType(env, type, node),
  );
  const attrType = stdType(env, attributes, node);
  const attrs = readElements(env, stdArgument(env, node, from + 2, listOf(attrType)), attrType, names.length, node);
  return { names, types, attrs, attrType };
}

const struct: BuiltinHandler = (env, node) => {
  const layoutType = stdType(env, 'std.builtin.Type.ContainerLayout', node);
  const layout = readTag(env, layoutType, stdArgument(env, node, 0, layoutType), node) as StructType['layout'];
  const backing = readOptional(stdArgument(env, node, 1, env.cx.pool.optional(T.type)));
  const { names, types, attrs, attrType } = fieldArguments(env, node, 2, 'std.builtin.Type.StructField.Attributes');
  const fields = names.map((name, index): StructField => {
    const attr = attrs[index]!;
    const type = types[index]!;
    const defaultValue = readOpaque(env, readField(env, attrType, attr, 'default_value_ptr', node), type, node);
    return {
      name,
      type,
      defaultValue,
      isComptime: readBool(readField(env, attrType, attr, 'comptime', node)),
      align: readInt(readOptional(readField(env, attrType, attr, 'align', node))),
      index,
    };
  });
  return reified(env, node, 'struct', [layoutKey(layout), ...fieldKeys(fields), backing], (container) =>
    makeStruct(env, container, layout, fields, backing && readType(env, backing, node), node),
  );
};
/** A layout or mode as part of what tells types of one call apart. */
export const layoutKey = (name: string): Value => ({ kind: 'enumLiteral', name });
const fieldKeys = (fields: readonly StructField[]): (Value | Type | undefined)[] =>
  fields.flatMap((field) => [
    layoutKey(field.name),
    field.type,
    field.defaultValue,
    { kind: 'int', int: field.align } as Value,
    { kind: 'bool', bool: field.isComptime } as Value,
  ]);

export function makeStruct(
  env: Env,
  container: ContainerRecord,
  layout: StructType['layout'],
  fields: readonly StructField[],
  backing: Type | undefined,
  node: ast.Node,
): StructType {
  const type: StructType = { kind: 'struct', id: freshTypeId(), container, layout, fields, backingInt: undefined };
  if (layout === 'packed')
    type.backingInt =
      (backing as IntType | undefined) ??
      intType(
        false,
        fields.reduce((sum, field) => sum + bitSizeOf(env, field.type, node), 0),
      );
  return type;
}

const union: BuiltinHandler = (env, node) => {
  const layoutType = stdType(env, 'std.builtin.Type.ContainerLayout', node);
  const layout = readTag(env, layoutType, stdArgument(env, node, 0, layoutType), node) as UnionType['layout'];
  const argument = readOptional(stdArgument(env, node, 1, env.cx.pool.optional(T.type)));
  const { names, types, attrs, attrType } = fieldArguments(env, node, 2, 'std.builtin.Type.UnionField.Attributes');
  const fields = names.map((name, index): UnionField => {
    const align = readInt(readOptional(readField(env, attrType, attrs[index]!, 'align', node)));
    return { name, type: types[index]!, align, index };
  });
  const keys = fields.flatMap((field) => [
    layoutKey(field.name),
    field.type,
    { kind: 'int', int: field.align } as Value,
  ]);
  return reified(env, node, 'union', [layoutKey(layout), ...keys, argument], (container) =>
    makeUnion(env, container, layout, fields, argument && readType(env, argument, node)),
  );
};
export function makeUnion(
  env: Env,
  container: ContainerRecord,
  layout: UnionType['layout'],
  fields: readonly UnionField[],
  argument: Type | undefined,
): UnionType {
  const type: UnionType = { kind: 'union', id: freshTypeId(), container, layout, fields, tag: undefined };
  if (argument?.kind === 'enum') type.tag = argument;
  else if (argument?.kind === 'int' && layout === 'auto')
    type.tag = generatedTag(
      env,
      type,
      fields.map((field) => ({ name: field.name, value: BigInt(field.index), index: field.index })),
      argument,
    );
  return type;
}

const enumeration: BuiltinHandler = (env, node) => {
  const tagType = typeArgument(env, node, 0);
  const modeType = stdType(env, 'std.builtin.Type.Enum.Mode', node);
  const mode = readTag(env, modeType, stdArgument(env, node, 1, modeType), node);
  const bytes = env.cx.pool.slice(T.u8, true);
  const names = readElements(
    env,
    stdArgument(env, node, 2, env.cx.pool.slice(bytes, true)),
    bytes,
    undefined,
    node,
  ).map((name) => readString(env, name, node));
  const values = readElements(
    env,
    stdArgument(env, node, 3, env.cx.pool.pointer(env.cx.pool.array(tagType, names.length), { isConst: true })),
    tagType,
    names.length,
    node,
  );
  const fields = names.map(
    (name, index): EnumField => ({
      name,
      value: values[index]?.kind === 'int' ? BigInt((values[index] as { int: number }).int) : BigInt(index),
      index,
    }),
  );
  const keys = fields.flatMap((field) => [
    { kind: 'enumLiteral', name: field.name } as Value,
    { kind: 'int', int: field.value } as Value,
  ]);
  return reified(env, node, 'enum', [layoutKey(mode), tagType, ...keys], (container) =>
    makeEnum(container, fields, tagType, mode === 'nonexhaustive'),
  );
};
export function makeEnum(
  container: ContainerRecord,
  fields: readonly EnumField[],
  tagType: Type,
  isNonExhaustive: boolean,
): EnumType {
  const tag = tagType.kind === 'int' ? tagType : intType(false, tagBits(fields));
  return { kind: 'enum', id: freshTypeId(), container, fields, tagType: tag, isNonExhaustive, generatedFor: undefined };
}

export const reifyBuiltins: BuiltinTable = {
  Int: (env, node) => {
    const signedness = stdType(env, 'std.builtin.Signedness', node);
    const isSigned = readTag(env, signedness, stdArgument(env, node, 0, signedness), node) === 'signed';
    return typeOperand(intType(isSigned, comptimeInt(env, node, 1, T.u16)), node);
  },
  Tuple: (env, node) => {
    const types = readElements(
      env,
      stdArgument(env, node, 0, env.cx.pool.slice(T.type, true)),
      T.type,
      undefined,
      node,
    );
    return typeOperand(
      env.cx.pool.tuple(types.map((type) => ({ type: readType(env, type, node), value: undefined }))),
      node,
    );
  },
  Pointer: pointer,
  Fn: (env, node) => {
    const types = readElements(
      env,
      stdArgument(env, node, 0, env.cx.pool.slice(T.type, true)),
      T.type,
      undefined,
      node,
    );
    const params = types.map((type) => ({ type: readType(env, type, node), isComptime: false, isNoalias: false }));
    return typeOperand(env.cx.pool.fn(params, typeArgument(env, node, 2), 'auto', false), node);
  },
  Struct: struct,
  Union: union,
  Enum: enumeration,
  EnumLiteral: (_env, node) => typeOperand(T.enumLiteral, node),
  Type: (env, node) => {
    const type = stdType(env, 'std.builtin.Type', node);
    return reifyInfo(env, type, stdArgument(env, node, 0, type), node);
  },
};
