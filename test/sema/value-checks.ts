/** Conditions in Zig that hold where a comptime value is another than ours: one for each scalar part of it, reached by its path. */
import type { Type } from '../../src/parse/ir/types.js';
import type { Value } from '../../src/parse/ir/values.js';
import type { Env } from '../../src/parse/sema/env.js';
import { loadPointer } from '../../src/parse/sema/memory.js';
import { typeName } from '../../src/parse/sema/print-type.js';
import { readElements } from '../../src/parse/sema/std-type.js';
import type { Node } from '../../src/parse/syntax/ast.js';

/** Where and at what a value is looked at. */
interface At {
  readonly env: Env;
  readonly node: Node;
}

/** The conditions for a value that `path` names; undefined where a part of it has no text. */
export function differences(at: At, type: Type, value: Value, path: string): readonly string[] | undefined {
  switch (value.kind) {
    case 'int':
      return [`${path} != @as(comptime_int, ${value.int})`];
    case 'bool':
      return [`${path} != ${value.bool}`];
    case 'float':
      return floatDifference(value, path);
    case 'enum':
      return [`@intFromEnum(${path}) != ${value.int}`];
    case 'enumLiteral':
      return [`${path} != .${value.name}`];
    case 'null':
      return [`${path} != null`];
    case 'error':
      return type.kind === 'errorUnion'
        ? [`(if (${path}) |_| true else |e| e != error.@"${value.name}")`]
        : [`${path} != error.@"${value.name}"`];
    case 'type':
      return [`!eql(u8, @typeName(${path}), ${JSON.stringify(typeName(value.type))})`];
    case 'void':
      return [`@TypeOf(${path}) != void`];
    case 'bytes':
      return [`!eql(u8, &@as([${value.bytes.length}]u8, ${path}), "${hex(value.bytes)}")`];
    default:
      return compound(at, type, value, path);
  }
}

function compound(at: At, type: Type, value: Value, path: string): readonly string[] | undefined {
  switch (value.kind) {
    case 'some':
      if (type.kind === 'optional') return differences(at, type.child, value.payload, `${path}.?`);
      if (type.kind !== 'errorUnion') return undefined;
      return differences(at, type.payload, value.payload, `(${path} catch unreachable)`);
    case 'aggregate':
      return parts(at, type, value.elements, path);
    case 'repeat':
      return parts(at, type, Array(value.count).fill(value.element), path);
    case 'union': {
      const field = type.kind === 'union' ? type.fields?.[value.field] : undefined;
      if (field === undefined) return undefined;
      const payload = differences(at, field.type, value.payload, `${path}.@"${field.name}"`);
      return payload && [`${path} != .@"${field.name}"`, ...payload];
    }
    case 'slice': {
      if (type.kind !== 'pointer') return undefined;
      const elements = readElements(at.env, value, type.child, undefined, at.node);
      const inside = joined(elements.map((one, i) => differences(at, type.child, one, `${path}[${i}]`)));
      return inside && [`${path}.len != ${value.length}`, ...inside];
    }
    case 'pointer': {
      if (type.kind !== 'pointer' || type.size !== 'one') return undefined;
      const target = type.child.kind === 'fn' ? undefined : loadPointer(at.env, value, type.child, at.node);
      return target && differences(at, type.child, target, `${path}.*`);
    }
    default:
      return undefined;
  }
}

function parts(at: At, type: Type, elements: readonly Value[], path: string): readonly string[] | undefined {
  switch (type.kind) {
    case 'array':
    case 'vector':
      return joined([
        [`@as(usize, ${elements.length}) != ${type.length}`],
        ...elements.map((one, i) => differences(at, type.child, one, `${path}[${i}]`)),
      ]);
    case 'tuple':
      return joined(elements.map((one, i) => differences(at, type.elements[i]?.type ?? type, one, `${path}[${i}]`)));
    case 'struct':
      return joined(
        elements.map((one, i) => {
          const field = type.fields?.[i];
          return field && differences(at, field.type, one, `${path}.@"${field.name}"`);
        }),
      );
    default:
      return undefined;
  }
}

function joined(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  return lists.includes(undefined) ? undefined : lists.flatMap((list) => list ?? []);
}

function floatDifference(value: Extract<Value, { kind: 'float' }>, path: string): readonly string[] | undefined {
  if (Number.isNaN(value.float)) return [`${path} == ${path}`];
  if (!Number.isFinite(value.float)) return [`${path} != ${value.float < 0 ? '-' : ''}@import("std").math.inf(f64)`];
  const { wide } = value;
  const text = wide
    ? `(${wide.numerator}.0 / ${wide.denominator}.0)`
    : Number.isInteger(value.float)
      ? `${BigInt(value.float)}.0`
      : String(value.float);
  return [`${path} != ${text}`];
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
