/** Comptime values as little-endian bits, for `@bitCast` and for reading memory as another type. Undefined where a value has no defined bits. */

import type { Type } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import type { Env } from './env.js';
import { ensureFields } from './fields.js';
import { floatBits, floatOfBits } from './float.js';
import * as int from './int.js';
import { bitSizeOf, offsetOf, sizeOf } from './layout.js';
import { elementOf } from './memory-path.js';
import { aggregate, boolValue, intValue, NULL, some } from './operand.js';

/** The bytes of a value as it lies in memory; undefined where it has none that are defined, unless `fill` stands in for those. */
export function bytesOf(env: Env, type: Type, value: Value, node: ast.Node, fill?: number): Uint8Array | undefined {
  if (value.kind === 'undefined' && fill !== undefined) return new Uint8Array(sizeOf(env, type, node)).fill(fill);
  switch (type.kind) {
    case 'array':
      return arrayBytes(env, type, value, node, fill);
    case 'struct':
      if (type.layout !== 'packed') return structBytes(env, type, value, node, fill);
      break;
    case 'union':
      if (type.layout !== 'packed') return unionBytes(env, type, value, node, fill);
      break;
    case 'pointer':
      if (type.size === 'slice') return undefined;
      break;
    default:
      break;
  }
  const bits = bitsOf(env, type, value, node);
  return bits === undefined ? undefined : littleEndian(bits, sizeOf(env, type, node));
}

/** The bytes of a value with others written over them from `offset` on. */
export function patchedBytes(
  env: Env,
  type: Type,
  value: Value,
  offset: number,
  patch: Uint8Array,
  node: ast.Node,
): Uint8Array | undefined {
  const bytes = bytesOf(env, type, value, node, 0xaa)?.slice();
  bytes?.set(patch, offset);
  return bytes;
}

function arrayBytes(
  env: Env,
  type: Extract<Type, { kind: 'array' }>,
  value: Value,
  node: ast.Node,
  fill: number | undefined,
): Uint8Array | undefined {
  if (value.kind === 'bytes' && !type.sentinel) return value.bytes;
  const step = sizeOf(env, type.child, node);
  const count = type.length + (type.sentinel ? 1 : 0);
  const bytes = new Uint8Array(step * count);
  for (let index = 0; index < count; index++) {
    const element = bytesOf(env, type.child, elementOf(value, index, type), node, fill);
    if (!element) return undefined;
    bytes.set(element, index * step);
  }
  return bytes;
}

function structBytes(
  env: Env,
  type: Extract<Type, { kind: 'struct' }>,
  value: Value,
  node: ast.Node,
  fill: number | undefined,
): Uint8Array | undefined {
  const bytes = new Uint8Array(sizeOf(env, type, node));
  for (const field of ensureFields(env, type, node)) {
    if (field.isComptime) continue;
    const part = bytesOf(env, field.type, elementOf(value, field.index, type), node, fill);
    if (!part) return undefined;
    bytes.set(part, offsetOf(env, type, field.index, node));
  }
  return bytes;
}

function unionBytes(
  env: Env,
  type: Extract<Type, { kind: 'union' }>,
  value: Value,
  node: ast.Node,
  fill: number | undefined,
): Uint8Array | undefined {
  const part =
    value.kind === 'union'
      ? bytesOf(env, ensureFields(env, type, node)[value.field]!.type, value.payload, node, fill)
      : undefined;
  if (!part) return undefined;
  const bytes = new Uint8Array(sizeOf(env, type, node));
  bytes.set(part);
  return bytes;
}

function littleEndian(bits: bigint, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let index = 0, rest = bits; index < size; index++, rest >>= 8n) bytes[index] = Number(rest & 255n);
  return bytes;
}

/** The value that bytes in memory are, read as `type`. `old`: what lay there, for unions to keep their field. */
export function valueFromBytes(
  env: Env,
  type: Type,
  bytes: Uint8Array,
  node: ast.Node,
  old?: Value,
): Value | undefined {
  if (type.kind === 'array') {
    const step = sizeOf(env, type.child, node);
    if (type.child.kind === 'int' && type.child.bits === 8 && !type.child.signed && bytes.length >= type.length)
      return { kind: 'bytes', bytes: bytes.slice(0, type.length) };
    return allOf(type.length, (index) =>
      valueFromBytes(env, type.child, bytes.subarray(index * step), node, old && elementOf(old, index, type)),
    );
  }
  if (type.kind === 'struct' && type.layout !== 'packed') {
    const fields = ensureFields(env, type, node);
    return allOf(fields.length, (index) => {
      const field = fields[index]!;
      if (field.isComptime) return field.defaultValue;
      return valueFromBytes(
        env,
        field.type,
        bytes.subarray(offsetOf(env, type, index, node)),
        node,
        old && elementOf(old, index, type),
      );
    });
  }
  if (type.kind === 'union' && type.layout !== 'packed') return unionFromBytes(env, type, bytes, node, old);
  const size = sizeOf(env, type, node);
  if (bytes.length < size) return undefined;
  let bits = 0n;
  for (let index = size - 1; index >= 0; index--) bits = (bits << 8n) | BigInt(bytes[index]!);
  return valueFromBits(env, type, bits, node);
}

function allOf(count: number, part: (index: number) => Value | undefined): Value | undefined {
  const elements: Value[] = [];
  for (let index = 0; index < count; index++) {
    const element = part(index);
    if (!element) return undefined;
    elements.push(element);
  }
  return aggregate(elements);
}

/** The field that was active, else the largest one, so that no byte is lost. */
function unionFromBytes(
  env: Env,
  type: Extract<Type, { kind: 'union' }>,
  bytes: Uint8Array,
  node: ast.Node,
  old: Value | undefined,
): Value | undefined {
  const fields = ensureFields(env, type, node);
  const largest = [...fields].sort((a, b) => sizeOf(env, b.type, node) - sizeOf(env, a.type, node))[0];
  const field =
    old?.kind === 'union' && sizeOf(env, fields[old.field]!.type, node) === sizeOf(env, largest!.type, node)
      ? fields[old.field]
      : largest;
  const payload = field && valueFromBytes(env, field.type, bytes, node);
  return payload && { kind: 'union', field: field.index, payload };
}

/** The bits of a value of a type with a defined bit layout. */
export function bitsOf(env: Env, type: Type, value: Value, node: ast.Node): bigint | undefined {
  if (value.kind === 'undefined') return undefined;
  switch (type.kind) {
    case 'int':
      return value.kind === 'int' ? int.unsignedBits(value.int, type.bits) : undefined;
    case 'bool':
      return value.kind === 'bool' ? BigInt(value.bool) : undefined;
    case 'enum':
      return value.kind === 'enum' || value.kind === 'int'
        ? int.unsignedBits(value.int, bitSizeOf(env, type, node))
        : undefined;
    case 'float':
      return value.kind === 'float' ? floatBits(value, type.bits) : undefined;
    case 'void':
      return 0n;
    case 'array':
    case 'vector':
      return joined(
        type.length,
        () => [type.child, bitSizeOf(env, type.child, node)],
        (index) => elementOf(value, index, type),
        env,
        node,
      );
    case 'struct': {
      const fields = ensureFields(env, type, node);
      return joined(
        fields.length,
        (index) => [fields[index]!.type, bitSizeOf(env, fields[index]!.type, node)],
        (index) => elementOf(value, index, type),
        env,
        node,
      );
    }
    case 'union': {
      if (value.kind !== 'union') return undefined;
      return bitsOf(env, ensureFields(env, type, node)[value.field]!.type, value.payload, node);
    }
    case 'pointer':
    case 'optional':
      if (value.kind === 'some' && type.kind === 'optional') return bitsOf(env, type.child, value.payload, node);
      return value.kind === 'null'
        ? 0n
        : value.kind === 'pointer' && value.base.kind === 'integer'
          ? BigInt(value.base.address)
          : undefined;
    default:
      return undefined;
  }
}

function joined(
  count: number,
  part: (index: number) => readonly [Type, number],
  element: (index: number) => Value,
  env: Env,
  node: ast.Node,
): bigint | undefined {
  let bits = 0n;
  let offset = 0n;
  for (let index = 0; index < count; index++) {
    const [type, size] = part(index);
    const one = bitsOf(env, type, element(index), node);
    if (one === undefined) return undefined;
    bits |= one << offset;
    offset += BigInt(size);
  }
  return bits;
}

/** The value of a type that has these bits. */
export function valueFromBits(env: Env, type: Type, bits: bigint, node: ast.Node): Value | undefined {
  switch (type.kind) {
    case 'int':
      return intValue(int.normal(type.signed ? BigInt.asIntN(type.bits, bits) : BigInt.asUintN(type.bits, bits)));
    case 'bool':
      return boolValue((bits & 1n) === 1n);
    case 'enum': {
      const size = bitSizeOf(env, type, node);
      const signed = type.tagType?.kind === 'int' && type.tagType.signed;
      return { kind: 'enum', int: int.normal(signed ? BigInt.asIntN(size, bits) : BigInt.asUintN(size, bits)) };
    }
    case 'float':
      return floatOfBits(bits, type.bits);
    case 'void':
      return { kind: 'void' };
    case 'array':
    case 'vector':
      return split(type.length, () => [type.child, bitSizeOf(env, type.child, node)], bits, env, node);
    case 'struct': {
      const fields = ensureFields(env, type, node);
      return split(
        fields.length,
        (index) => [fields[index]!.type, bitSizeOf(env, fields[index]!.type, node)],
        bits,
        env,
        node,
      );
    }
    case 'union': {
      const fields = ensureFields(env, type, node);
      const largest = [...fields].sort((a, b) => bitSizeOf(env, b.type, node) - bitSizeOf(env, a.type, node))[0];
      const payload = largest && valueFromBits(env, largest.type, bits, node);
      return payload && { kind: 'union', field: largest.index, payload };
    }
    case 'pointer':
      if (bits === 0n && type.size === 'c') return NULL;
      return { kind: 'pointer', base: { kind: 'integer', address: int.normal(bits) }, path: [] };
    case 'optional': {
      if (type.child.kind !== 'pointer' || type.child.size === 'slice') return undefined;
      const pointer = bits === 0n ? NULL : valueFromBits(env, type.child, bits, node);
      return pointer?.kind === 'pointer' ? some(pointer) : pointer;
    }
    default:
      return undefined;
  }
}

function split(
  count: number,
  part: (index: number) => readonly [Type, number],
  bits: bigint,
  env: Env,
  node: ast.Node,
): Value | undefined {
  const elements: Value[] = [];
  let offset = 0n;
  for (let index = 0; index < count; index++) {
    const [type, size] = part(index);
    const element = valueFromBits(env, type, BigInt.asUintN(size, bits >> offset), node);
    if (!element) return undefined;
    elements.push(element);
    offset += BigInt(size);
  }
  return aggregate(elements);
}
