/**
 * `@import("x.zon")`: the data of a ZON file as a comptime value. Without a result type it is what the same literals would be in Zig. With
 * one, the data is laid out as the type wants it (`LowerZon` in the compiler): `.{…}` also makes arrays behind slices, and any value the
 * target of a pointer.
 */
import type { PointerType, StructType, TupleType, Type, UnionType } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import type { ZonFile } from '../syntax/zon.js';
import { coerce } from './coerce.js';
import { bind, type Env, fail, NONE, type ResultLocation, wantedType } from './env.js';
import { expr } from './expr.js';
import { ensureFields } from './fields.js';
import { plain } from './float.js';
import { unionOperand } from './init.js';
import { aggregate, known, NULL, type Operand, some, VOID } from './operand.js';
import { T } from './pool.js';
import { typeName } from './print-type.js';
import { FileRecord } from './records.js';

/** The value of a ZON file for a result location. */
export function importZon(env: Env, zon: ZonFile, node: ast.Node, location: ResultLocation): Operand {
  const inside = zonEnv(env, zon);
  const type = wantedType(location);
  const { type: made, value } = type ? typed(inside, zon.value, type) : expr(inside, zon.value, NONE);
  return value === undefined ? fail(env, node, 'this ZON is no value') : known(made, value, node);
}

/** Nothing of the importing file is in scope; `nan` and `inf` are values. What is made of the data belongs to the importer. */
function zonEnv(env: Env, zon: ZonFile): Env {
  const file = new FileRecord(-1, zon.source.path, zon.source.path, 'user', zon.source);
  const empty: Env = { ...env, file, scope: undefined, frame: undefined, mode: 'comptime' };
  const float = (name: string, value: number) => (to: Env) =>
    bind(to, name, { kind: 'value', type: T.comptimeFloat, value: plain(value), local: undefined });
  return float('nan', Number.NaN)(float('inf', Number.POSITIVE_INFINITY)(empty));
}

/** The value of `node` as a `type`. */
function typed(env: Env, node: ast.Expression, type: Type): Operand {
  switch (type.kind) {
    case 'optional':
      return isNull(node) ? known(type, NULL, node) : known(type, some(dataOf(env, node, type.child)), node);
    case 'pointer':
      return pointer(env, node, type);
    case 'array':
    case 'vector': {
      const elements = elementsOf(env, node, type);
      if (elements.length !== type.length)
        fail(env, node, `expected ${type.length} elements, found ${elements.length}`);
      return known(type, aggregate(elements.map((element) => dataOf(env, element, type.child))), node);
    }
    case 'tuple':
      return tuple(env, node, type);
    case 'struct':
      return struct(env, node, type);
    case 'union':
      return union(env, node, type);
    default:
      return coerce(env, expr(env, node, NONE), type, node);
  }
}

function dataOf(env: Env, node: ast.Expression, type: Type): Value {
  return typed(env, node, type).value ?? fail(env, node, `this is no value of \`${typeName(type)}\``);
}

function isNull(node: ast.Expression): boolean {
  return node.kind === 'identifier' && node.name.text === 'null';
}

/** The elements of `.{ a, b }`; `.{}` has none. */
function elementsOf(env: Env, node: ast.Expression, type: Type): readonly ast.Expression[] {
  if (node.kind === 'arrayInit') return node.elements;
  if (node.kind === 'structInit' && node.fields.length === 0) return [];
  return fail(env, node, `expected the elements of \`${typeName(type)}\``);
}

/** The pointee is data, too; strings are pointers by themselves. */
function pointer(env: Env, node: ast.Expression, type: PointerType): Operand {
  if (!type.isConst || type.size === 'many' || type.size === 'c')
    return fail(env, node, `ZON has no values of \`${typeName(type)}\``);
  if (node.kind === 'stringLiteral' && isText(type)) return coerce(env, expr(env, node, NONE), type, node);
  if (type.size === 'one') {
    const value = dataOf(env, node, type.child);
    return known(type, { kind: 'pointer', base: { kind: 'constant', value, type: type.child }, path: [] }, node);
  }
  const elements = elementsOf(env, node, type);
  const array = env.cx.pool.array(type.child, elements.length, type.sentinel);
  const target = env.cx.pool.pointer(array, { isConst: true });
  return coerce(env, pointer(env, node, target as PointerType), type, node);
}

function isText(type: PointerType): boolean {
  const { child, size } = type;
  return size === 'slice' ? child === T.u8 : child.kind === 'array' && child.child === T.u8;
}

function tuple(env: Env, node: ast.Expression, type: TupleType): Operand {
  const elements = elementsOf(env, node, type);
  if (elements.length > type.elements.length)
    fail(env, node, `expected ${type.elements.length} elements, found ${elements.length}`);
  const values = type.elements.map((element, index) => {
    const written = elements[index];
    if (written === undefined) return element.value ?? fail(env, node, `missing tuple element ${index}`);
    return checkedFixed(env, written, dataOf(env, written, element.type), element.value);
  });
  return known(type, aggregate(values), node);
}

/** A comptime field may only be given the value that it has. */
function checkedFixed(env: Env, node: ast.Expression, value: Value, fixed: Value | undefined): Value {
  if (fixed !== undefined && env.cx.pool.valueId(value) !== env.cx.pool.valueId(fixed))
    fail(env, node, 'the value differs from that of the comptime field');
  return value;
}

type Named = Pick<ast.StructInit, 'fields'>;

function namedFields(env: Env, node: ast.Expression, type: Type): Named['fields'] {
  if (node.kind === 'structInit') return node.fields;
  return fail(env, node, `expected the fields of \`${typeName(type)}\``);
}

function struct(env: Env, node: ast.Expression, type: StructType): Operand {
  const written = namedFields(env, node, type);
  const fields = ensureFields(env, type, node);
  for (const { name } of written) {
    if (!fields.some((field) => field.name === name.text))
      fail(env, node, `no field \`${name.text}\` in \`${type.container.name}\``);
  }
  const values = fields.map((field) => {
    const init = written.find((one) => one.name.text === field.name);
    if (init === undefined)
      return field.defaultValue ?? fail(env, node, `missing field \`${field.name}\` of \`${type.container.name}\``);
    const fixed = field.isComptime ? field.defaultValue : undefined;
    return checkedFixed(env, init.value, dataOf(env, init.value, field.type), fixed);
  });
  return known(type, aggregate(values), node);
}

/** `.{ .field = payload }`, or `.field` for a field without one. */
function union(env: Env, node: ast.Expression, type: UnionType): Operand {
  const [name, payload] = variantOf(env, node, type);
  const fields = ensureFields(env, type, node);
  const index = fields.findIndex((field) => field.name === name);
  const field = fields[index] ?? fail(env, node, `no field \`${name}\` in \`${type.container.name}\``);
  if (payload !== undefined) return unionOperand(env, type, index, typed(env, payload, field.type), node);
  if (field.type.kind !== 'void') fail(env, node, `the field \`${name}\` has a payload`);
  return unionOperand(env, type, index, known(T.void, VOID, node), node);
}

function variantOf(env: Env, node: ast.Expression, type: Type): readonly [string, ast.Expression | undefined] {
  if (node.kind === 'enumLiteral') return [node.name.text, undefined];
  const [init, more] = namedFields(env, node, type);
  if (init === undefined || more !== undefined) return fail(env, node, 'a union is initialised through one field');
  return [init.name.text, init.value];
}
