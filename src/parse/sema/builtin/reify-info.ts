/** `@Type(info)` of Zig up to 0.15: the inverse of `@typeInfo`. */

import type { EnumField, ErrorSetType, StructField, StructType, Type, UnionField, UnionType } from '../../ir/types.js';
import type { Value } from '../../ir/values.js';
import type * as ast from '../../syntax/ast.js';
import { type Env, fail } from '../env.js';
import { ensureFields } from '../fields.js';
import { type Operand, typeOperand } from '../operand.js';
import { intType, T } from '../pool.js';
import {
  presentTag,
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
import { layoutKey, makeEnum, makeStruct, makeUnion, reified } from './reify.js';

/** The type that a value of `std.builtin.Type` describes. */
export function reifyInfo(env: Env, infoType: Type, info: Value, node: ast.Node): Operand {
  if (infoType.kind !== 'union' || info.kind !== 'union')
    return fail(env, node, 'expected a value of `std.builtin.Type`');
  const field = ensureFields(env, infoType, node)[info.field]!;
  const read = (name: string): Value => readField(env, field.type, info.payload, name, node);
  const tag = (name: string, path: string): string =>
    presentTag(readTag(env, stdType(env, path, node), read(name), node));
  const kind = presentTag(field.name);
  switch (kind) {
    case 'type':
    case 'void':
    case 'bool':
    case 'noreturn':
    case 'comptime_float':
    case 'comptime_int':
    case 'undefined':
    case 'null':
    case 'enum_literal':
      return typeOperand(simple(kind), node);
    case 'int':
      return typeOperand(
        intType(tag('signedness', 'std.builtin.Signedness') === 'signed', readInt(read('bits'))),
        node,
      );
    case 'float':
      return typeOperand(
        { 16: T.f16, 32: T.f32, 64: T.f64, 80: T.f80, 128: T.f128 }[readInt(read('bits'))] ?? T.unknown,
        node,
      );
    case 'optional':
      return typeOperand(env.cx.pool.optional(readType(env, read('child'), node)), node);
    case 'error_union':
      return typeOperand(
        env.cx.pool.errorUnion(
          readType(env, read('error_set'), node) as ErrorSetType,
          readType(env, read('payload'), node),
        ),
        node,
      );
    case 'vector':
      return typeOperand(env.cx.pool.vector(readType(env, read('child'), node), readInt(read('len'))), node);
    case 'array': {
      const child = readType(env, read('child'), node);
      return typeOperand(
        env.cx.pool.array(child, readInt(read('len')), readOpaque(env, read('sentinel_ptr'), child, node)),
        node,
      );
    }
    case 'pointer': {
      const child = readType(env, read('child'), node);
      const size = tag('size', 'std.builtin.Type.Pointer.Size') as 'one' | 'many' | 'slice' | 'c';
      const sentinel = readOpaque(env, read('sentinel_ptr'), child, node);
      return typeOperand(
        env.cx.pool.pointer(child, {
          size,
          isConst: readBool(read('is_const')),
          isVolatile: readBool(read('is_volatile')),
          isAllowzero: readBool(read('is_allowzero')),
          sentinel,
        }),
        node,
      );
    }
    case 'error_set':
      return errorSet(env, read, info.payload, node);
    case 'struct':
      return struct(env, read, tag('layout', 'std.builtin.Type.ContainerLayout') as StructType['layout'], node);
    case 'enum':
      return enumeration(env, read, node);
    case 'union':
      return union(env, read, tag('layout', 'std.builtin.Type.ContainerLayout') as UnionType['layout'], node);
    default:
      return fail(env, node, `a type made from \`.${kind}\``);
  }
}

function simple(name: string): Type {
  const types: Readonly<Record<string, Type>> = {
    type: T.type,
    void: T.void,
    bool: T.bool,
    noreturn: T.noreturn,
    comptime_float: T.comptimeFloat,
    comptime_int: T.comptimeInt,
    undefined: T.undefined,
    null: T.null,
    enum_literal: T.enumLiteral,
  };
  return types[name] ?? T.unknown;
}

function errorSet(env: Env, _read: (name: string) => Value, payload: Value, node: ast.Node): Operand {
  const names = readOptional(payload);
  if (!names) return typeOperand(T.anyerror, node);
  const type = stdType(env, 'std.builtin.Type.Error', node);
  return typeOperand(
    env.cx.pool.errorSet(
      readElements(env, names, type, undefined, node).map((one) =>
        readString(env, readField(env, type, one, 'name', node), node),
      ),
    ),
    node,
  );
}

function struct(env: Env, read: (name: string) => Value, layout: StructType['layout'], node: ast.Node): Operand {
  const fieldType = stdType(env, 'std.builtin.Type.StructField', node);
  const fields = readElements(env, read('fields'), fieldType, undefined, node).map((one, index): StructField => {
    const get = (name: string): Value => readField(env, fieldType, one, name, node);
    const type = readType(env, get('type'), node);
    return {
      name: readString(env, get('name'), node),
      type,
      defaultValue: readOpaque(env, get('default_value_ptr'), type, node),
      isComptime: readBool(get('is_comptime')),
      align: 0,
      index,
    };
  });
  if (readBool(read('is_tuple')))
    return typeOperand(
      env.cx.pool.tuple(
        fields.map((field) => ({ type: field.type, value: field.isComptime ? field.defaultValue : undefined })),
      ),
      node,
    );
  const backing = readOptional(read('backing_integer'));
  return reified(
    env,
    node,
    'struct',
    [layoutKey(layout), ...fields.flatMap((field) => [layoutKey(field.name), field.type])],
    (container) => makeStruct(env, container, layout, fields, backing && readType(env, backing, node), node),
  );
}

function enumeration(env: Env, read: (name: string) => Value, node: ast.Node): Operand {
  const fieldType = stdType(env, 'std.builtin.Type.EnumField', node);
  const fields = readElements(env, read('fields'), fieldType, undefined, node).map((one, index): EnumField => {
    const value = readField(env, fieldType, one, 'value', node);
    return {
      name: readString(env, readField(env, fieldType, one, 'name', node), node),
      value: value.kind === 'int' ? BigInt(value.int) : 0n,
      index,
    };
  });
  const tagType = readType(env, read('tag_type'), node);
  const keys = fields.flatMap((field) => [
    { kind: 'enumLiteral', name: field.name } as Value,
    { kind: 'int', int: field.value } as Value,
  ]);
  return reified(env, node, 'enum', [tagType, ...keys], (container) =>
    makeEnum(container, fields, tagType, !readBool(read('is_exhaustive'))),
  );
}

function union(env: Env, read: (name: string) => Value, layout: UnionType['layout'], node: ast.Node): Operand {
  const fieldType = stdType(env, 'std.builtin.Type.UnionField', node);
  const fields = readElements(env, read('fields'), fieldType, undefined, node).map(
    (one, index): UnionField => ({
      name: readString(env, readField(env, fieldType, one, 'name', node), node),
      type: readType(env, readField(env, fieldType, one, 'type', node), node),
      align: 0,
      index,
    }),
  );
  const tag = readOptional(read('tag_type'));
  return reified(
    env,
    node,
    'union',
    [layoutKey(layout), ...fields.flatMap((field) => [layoutKey(field.name), field.type])],
    (container) => makeUnion(env, container, layout, fields, tag && readType(env, tag, node)),
  );
}
