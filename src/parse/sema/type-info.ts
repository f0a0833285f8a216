/** `@typeInfo`: the value of `std.builtin.Type` that describes a type (language reference: "@typeInfo"). */

import type { EnumType, FnType, PointerType, StructType, TupleType, Type, UnionType } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { isComptimeOnly } from './comptime-only.js';
import { type Env, fail } from './env.js';
import { errorNames } from './error-set.js';
import { ensureFields } from './fields.js';
import * as int from './int.js';
import { alignOf } from './layout.js';
import { known, type Operand, some } from './operand.js';
import { T } from './pool.js';
import { typeName } from './print-type.js';
import type { ContainerRecord } from './records.js';
import {
  boolValue,
  enumValue,
  intValue,
  NULL_POINTER,
  optionalPointerTo,
  optionalValue,
  sliceValue,
  stdType,
  stringValue,
  structValue,
  typeValue,
  unionValue,
  VOID,
} from './std-type.js';

interface Info {
  readonly env: Env;
  readonly node: ast.Node;
  /** `std.builtin.Type`. */
  readonly type: Type;
}

/** The description of `type`. */
export function typeInfo(env: Env, type: Type, node: ast.Node): Operand {
  const info: Info = { env, node, type: stdType(env, 'std.builtin.Type', node) };
  const [tag, payload] = describe(info, type);
  return known(info.type, unionValue(env, info.type, tag, payload, node), node);
}

const inner = (info: Info, name: string): Type => stdType(info.env, `std.builtin.Type.${name}`, info.node);
const record = (info: Info, name: string, fields: Readonly<Record<string, Value>>): Value =>
  structValue(info.env, inner(info, name), fields, info.node);
const tagged = (info: Info, path: string, tag: string): Value =>
  enumValue(info.env, stdType(info.env, path, info.node), tag, info.node);

function describe(info: Info, type: Type): readonly [string, Value] {
  switch (type.kind) {
    case 'type':
    case 'void':
    case 'bool':
    case 'noreturn':
    case 'comptime_float':
    case 'comptime_int':
    case 'undefined':
    case 'null':
    case 'enum_literal':
      return [type.kind, VOID];
    case 'int':
      return [
        'int',
        record(info, 'Int', {
          signedness: tagged(info, 'std.builtin.Signedness', type.signed ? 'signed' : 'unsigned'),
          bits: intValue(type.bits),
        }),
      ];
    case 'float':
      return ['float', record(info, 'Float', { bits: intValue(type.bits) })];
    case 'pointer':
      return ['pointer', pointer(info, type)];
    case 'array':
      return [
        'array',
        record(info, 'Array', {
          len: intValue(type.length),
          child: typeValue(type.child),
          sentinel_ptr: optionalPointerTo(type.sentinel, type.child),
        }),
      ];
    case 'vector':
      return ['vector', record(info, 'Vector', { len: intValue(type.length), child: typeValue(type.child) })];
    case 'optional':
      return ['optional', record(info, 'Optional', { child: typeValue(type.child) })];
    case 'errorUnion':
      return [
        'error_union',
        record(info, 'ErrorUnion', { error_set: typeValue(type.errorSet), payload: typeValue(type.payload) }),
      ];
    case 'errorSet':
    case 'inferredErrorSet':
    case 'anyerror':
      return ['error_set', errorSet(info, type)];
    case 'struct':
      return ['struct', struct(info, type)];
    case 'tuple':
      return ['struct', tuple(info, type)];
    case 'enum':
      return ['enum', enumeration(info, type)];
    case 'union':
      return ['union', union(info, type)];
    case 'opaque':
      return ['opaque', record(info, 'Opaque', { decls: declarations(info, type) })];
    case 'anyopaque':
      return ['opaque', record(info, 'Opaque', { decls: sliceValue(info.env, inner(info, 'Declaration'), []) })];
    case 'fn':
      return ['fn', fn(info, type)];
    default:
      return fail(info.env, info.node, `@typeInfo of \`${typeName(type)}\``);
  }
}

/** An alignment: null where none is written; before 0.16 there was no null, and the type's own stood for it. */
function alignmentOf(info: Info, described: Type, written: number, type: Type): Value {
  const fields = described.kind === 'struct' ? ensureFields(info.env, described, info.node) : [];
  const isOptional = fields.find((field) => field.name === 'alignment')?.type.kind === 'optional';
  if (isOptional) return optionalValue(written > 0 ? intValue(written) : undefined);
  return intValue(written > 0 ? written : naturalAlignment(info, type));
}

/** What has no size is aligned to 1. */
function naturalAlignment(info: Info, type: Type): number {
  const isSized = type.kind !== 'opaque' && type.kind !== 'anyopaque' && type.kind !== 'fn' && type.kind !== 'noreturn';
  return isSized && !isComptimeOnly(info.env, type, info.node) ? alignOf(info.env, type, info.node) : 1;
}

function pointer(info: Info, type: PointerType): Value {
  return record(info, 'Pointer', {
    size: tagged(info, 'std.builtin.Type.Pointer.Size', type.size),
    is_const: boolValue(type.isConst),
    is_volatile: boolValue(type.isVolatile),
    alignment: alignmentOf(info, inner(info, 'Pointer'), type.align, type.child),
    address_space: tagged(info, 'std.builtin.AddressSpace', 'generic'),
    child: typeValue(type.child),
    is_allowzero: boolValue(type.isAllowzero),
    sentinel_ptr: optionalPointerTo(type.sentinel, type.child),
  });
}

function errorSet(info: Info, type: Extract<Type, { kind: 'errorSet' | 'inferredErrorSet' | 'anyerror' }>): Value {
  const names = errorNames(info.env, type);
  if (names === 'any') return NULL_POINTER;
  // The compiler keeps a set in the order in which it met the names.
  const ordered = [...names].sort((a, b) => info.env.cx.errorNumber(a) - info.env.cx.errorNumber(b));
  return some(
    sliceValue(
      info.env,
      inner(info, 'Error'),
      ordered.map((name) => record(info, 'Error', { name: stringValue(info.env, name) })),
    ),
  );
}

/** Public declarations of a container. */
function declarations(info: Info, type: { readonly container: unknown }): Value {
  const container = type.container as ContainerRecord;
  const names = [...container.decls.values()]
    .filter((decl) => decl.isPub)
    .map((decl) => record(info, 'Declaration', { name: stringValue(info.env, decl.name) }));
  return sliceValue(info.env, inner(info, 'Declaration'), names);
}

interface FieldInfo {
  readonly name: string;
  readonly type: Type;
  readonly defaultValue: Value | undefined;
  readonly isComptime: boolean;
  readonly align: number;
}
function structField(info: Info, field: FieldInfo): Value {
  return record(info, 'StructField', {
    name: stringValue(info.env, field.name),
    type: typeValue(field.type),
    default_value_ptr: optionalPointerTo(field.defaultValue, field.type),
    is_comptime: boolValue(field.isComptime),
    alignment: alignmentOf(info, inner(info, 'StructField'), field.align, field.type),
  });
}

function struct(info: Info, type: StructType): Value {
  const fields = ensureFields(info.env, type, info.node);
  const isTuple = fields.length > 0 && fields.every((field) => /^[0-9]+$/.test(field.name));
  return record(info, 'Struct', {
    layout: tagged(info, 'std.builtin.Type.ContainerLayout', type.layout),
    backing_integer: optionalValue(type.backingInt && typeValue(type.backingInt)),
    fields: sliceValue(
      info.env,
      inner(info, 'StructField'),
      fields.map((field) => structField(info, field)),
    ),
    decls: declarations(info, type),
    is_tuple: boolValue(isTuple),
  });
}

function tuple(info: Info, type: TupleType): Value {
  const fields = type.elements.map((element, index) =>
    structField(info, {
      name: String(index),
      type: element.type,
      defaultValue: element.value,
      isComptime: element.value !== undefined,
      align: 0,
    }),
  );
  return record(info, 'Struct', {
    layout: tagged(info, 'std.builtin.Type.ContainerLayout', 'auto'),
    backing_integer: NULL_POINTER,
    fields: sliceValue(info.env, inner(info, 'StructField'), fields),
    decls: sliceValue(info.env, inner(info, 'Declaration'), []),
    is_tuple: boolValue(true),
  });
}

function enumeration(info: Info, type: EnumType): Value {
  const fields = ensureFields(info.env, type, info.node).map((field) =>
    record(info, 'EnumField', { name: stringValue(info.env, field.name), value: intValue(int.normal(field.value)) }),
  );
  return record(info, 'Enum', {
    tag_type: typeValue(type.tagType ?? T.u0),
    fields: sliceValue(info.env, inner(info, 'EnumField'), fields),
    decls: type.generatedFor ? sliceValue(info.env, inner(info, 'Declaration'), []) : declarations(info, type),
    is_exhaustive: boolValue(!type.isNonExhaustive),
  });
}

function union(info: Info, type: UnionType): Value {
  const fields = ensureFields(info.env, type, info.node).map((field) =>
    record(info, 'UnionField', {
      name: stringValue(info.env, field.name),
      type: typeValue(field.type),
      alignment: alignmentOf(info, inner(info, 'UnionField'), field.align, field.type),
    }),
  );
  return record(info, 'Union', {
    layout: tagged(info, 'std.builtin.Type.ContainerLayout', type.layout),
    tag_type: optionalValue(type.tag && typeValue(type.tag)),
    fields: sliceValue(info.env, inner(info, 'UnionField'), fields),
    decls: declarations(info, type),
  });
}

/** A union since 0.14, an enum before. */
function callingConvention(info: Info, convention: Type, type: FnType): Value {
  const known = type.callconv === 'auto' || type.callconv === 'inline' || type.callconv === 'naked';
  if (convention.kind !== 'enum')
    return unionValue(info.env, convention, known ? type.callconv : 'x86_64_sysv', VOID, info.node);
  const tag = type.callconv === 'auto' ? 'unspecified' : known ? type.callconv : 'c';
  return enumValue(info.env, convention, tag, info.node);
}

function fn(info: Info, type: FnType): Value {
  const convention = stdType(info.env, 'std.builtin.CallingConvention', info.node);
  const conventionValue = callingConvention(info, convention, type);
  const params = type.params.map((param) =>
    record(info, 'Fn.Param', {
      is_generic: boolValue(param.type === undefined),
      is_noalias: boolValue(param.isNoalias),
      type: optionalValue(param.type && typeValue(param.type)),
    }),
  );
  return record(info, 'Fn', {
    calling_convention: conventionValue,
    is_generic: boolValue(
      type.returnType === undefined || type.params.some((param) => param.type === undefined || param.isComptime),
    ),
    is_var_args: boolValue(type.varargs),
    return_type: optionalValue(type.returnType && typeValue(type.returnType)),
    params: sliceValue(info.env, inner(info, 'Fn.Param'), params),
  });
}
