/**
 * Where a comptime pointer leads. Its path is walked from the root, one cell (a value with its type) for each step. From a
 * `reinterpret` step on (a pointer cast between types of other layouts) steps only count bytes; `locate` then looks for the smallest
 * cell that holds the wanted bytes, and in it for a part that has the wanted type, so that typed memory stays typed wherever a cast
 * arrives at a type that really lies there.
 */

import type { Type } from '../ir/types.js';
import type { PathStep, PointerValue, Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import type { Env } from './env.js';
import { ensureFields } from './fields.js';
import { bitSizeOf, offsetOf, sizeOf, tupleOffsetOf } from './layout.js';
import { declType, declValue } from './namespace.js';
import { intValue, UNDEFINED } from './operand.js';
import { T } from './pool.js';
import type { DeclRecord } from './records.js';

export interface Cell {
  readonly value: Value;
  readonly type: Type;
}

/** Element `index` of an array, vector, tuple or struct value. */
export function elementOf(value: Value, index: number, type: Type): Value {
  switch (value.kind) {
    case 'aggregate':
      if (index < value.elements.length) return value.elements[index]!;
      break;
    case 'bytes':
      if (index < value.bytes.length) return intValue(value.bytes[index]!);
      break;
    case 'repeat':
      if (index < value.count) return value.element;
      break;
    default:
      return UNDEFINED;
  }
  return (type.kind === 'array' ? type.sentinel : undefined) ?? UNDEFINED;
}

/** The number of elements of an aggregate type, without a sentinel. */
export function elementCount(env: Env, type: Type, node: ast.Node): number {
  switch (type.kind) {
    case 'array':
    case 'vector':
      return type.length;
    case 'tuple':
      return type.elements.length;
    case 'struct':
      return ensureFields(env, type, node).length;
    default:
      return 0;
  }
}
/** The type of element or field `index`. */
export function elementType(env: Env, type: Type, index: number, node: ast.Node): Type {
  switch (type.kind) {
    case 'array':
    case 'vector':
      return type.child;
    case 'tuple':
      return type.elements[index]?.type ?? T.unknown;
    case 'struct':
    case 'union':
      return ensureFields(env, type, node)[index]?.type ?? T.unknown;
    case 'pointer':
      return index === 0
        ? env.cx.pool.pointer(type.child, { size: 'many', isConst: type.isConst, sentinel: type.sentinel })
        : T.usize;
    default:
      return T.unknown;
  }
}

function rootOf(env: Env, pointer: PointerValue, node: ast.Node): Cell | undefined {
  const { base } = pointer;
  switch (base.kind) {
    case 'constant':
      return { value: base.value, type: base.type };
    case 'allocation':
      return { value: base.allocation.value, type: base.allocation.type };
    case 'decl': {
      const decl = base.decl as DeclRecord;
      if (decl.kind === 'var') return undefined;
      const value = declValue(env, decl, node);
      return value && { value, type: declType(env, decl, node) };
    }
    case 'integer':
    case 'fn':
      return undefined;
  }
}

/** The type at the root of a pointer, also where its value is not known at comptime. */
function rootType(env: Env, pointer: PointerValue, node: ast.Node): Type | undefined {
  const { base } = pointer;
  switch (base.kind) {
    case 'constant':
      return base.type;
    case 'allocation':
      return base.allocation.type;
    case 'decl':
      return declType(env, base.decl as DeclRecord, node);
    case 'integer':
    case 'fn':
      return undefined;
  }
}

function stepType(env: Env, type: Type, step: PathStep, node: ast.Node): Type {
  switch (step.kind) {
    case 'element':
    case 'field':
      return elementType(env, type, step.index, node);
    case 'optionalPayload':
      return type.kind === 'optional' ? type.child : T.unknown;
    case 'errorPayload':
      return type.kind === 'errorUnion' ? type.payload : T.unknown;
    case 'reinterpret':
      return step.type;
  }
}

/** The type of what a pointer leads to, by its path. */
export function typeAt(env: Env, pointer: PointerValue, node: ast.Node): Type | undefined {
  let type = rootType(env, pointer, node);
  for (const step of pointer.path) type = type && stepType(env, type, step, node);
  return type;
}

function stepInto(env: Env, cell: Cell, step: PathStep, node: ast.Node): Cell | undefined {
  const { value, type } = cell;
  switch (step.kind) {
    case 'element':
      return isWithin(type, step.index)
        ? { value: elementOf(value, step.index, type), type: elementType(env, type, step.index, node) }
        : undefined;
    case 'field':
      return fieldCell(env, cell, step.index, node);
    case 'optionalPayload':
      return type.kind === 'optional'
        ? { value: value.kind === 'some' ? value.payload : UNDEFINED, type: type.child }
        : undefined;
    case 'errorPayload':
      return type.kind === 'errorUnion'
        ? { value: value.kind === 'some' ? value.payload : UNDEFINED, type: type.payload }
        : undefined;
    case 'reinterpret':
      return undefined;
  }
}

/** Steps beyond the end of an array only count bytes of the memory around it. */
function isWithin(type: Type, index: number): boolean {
  if (type.kind === 'array') return index >= 0 && index < type.length + (type.sentinel ? 1 : 0);
  return (
    type.kind === 'tuple' || type.kind === 'struct' || (type.kind === 'vector' && index >= 0 && index < type.length)
  );
}

function fieldCell(env: Env, { value, type }: Cell, index: number, node: ast.Node): Cell | undefined {
  const fieldType = elementType(env, type, index, node);
  if (value.kind === 'union') return value.field === index ? { value: value.payload, type: fieldType } : undefined;
  if (value.kind === 'slice') return { value: index === 0 ? value.pointer : intValue(value.length), type: fieldType };
  return { value: elementOf(value, index, type), type: fieldType };
}

/** Where a pointer leads: the cells down to the last typed step, and the steps (with the bytes they count) behind it. */
export interface Trail {
  readonly cells: readonly Cell[];
  /** The typed part of the path, one step less than there are cells. */
  readonly path: readonly PathStep[];
  /** What follows the last cell. */
  readonly rest: readonly PathStep[];
}

/** Walks a pointer's path; undefined where its memory is not known at comptime. */
export function trailOf(env: Env, pointer: PointerValue, node: ast.Node): Trail | undefined {
  let cell = rootOf(env, pointer, node);
  if (!cell) return undefined;
  const cells: Cell[] = [cell];
  for (const [index, step] of pointer.path.entries()) {
    const next: Cell | undefined = stepInto(env, cell, step, node);
    if (!next) return { cells, path: pointer.path.slice(0, index), rest: pointer.path.slice(index) };
    cells.push(next);
    cell = next;
  }
  return { cells, path: pointer.path, rest: [] };
}

const COMPTIME_SCALARS: ReadonlySet<Type['kind']> = new Set(['comptime_int', 'comptime_float', 'type', 'enum_literal']);

/** How much of memory a value covers: bytes, or the number of its scalars where those exist at comptime only. */
export function extentOf(env: Env, type: Type, node: ast.Node): number {
  if (COMPTIME_SCALARS.has(type.kind)) return 1;
  return type.kind === 'array'
    ? (type.length + (type.sentinel ? 1 : 0)) * extentOf(env, type.child, node)
    : sizeOf(env, type, node);
}

/** The bytes from the start of `type` to where a step leads; undefined where it is no whole number of bytes. */
export function stepOffset(env: Env, type: Type, step: PathStep, node: ast.Node): number | undefined {
  switch (step.kind) {
    case 'element':
      return type.kind === 'array' || type.kind === 'vector'
        ? step.index * extentOf(env, type.child, node)
        : tupleOffset(env, type, step.index, node);
    case 'field':
      if (type.kind === 'struct')
        return type.layout === 'packed'
          ? packedOffset(env, type, step.index, node)
          : offsetOf(env, type, step.index, node);
      if (type.kind === 'pointer') return step.index * 8;
      return type.kind === 'union' ? 0 : tupleOffset(env, type, step.index, node);
    case 'optionalPayload':
    case 'reinterpret':
    case 'errorPayload':
      return 0;
  }
}
function tupleOffset(env: Env, type: Type, index: number, node: ast.Node): number | undefined {
  return type.kind === 'tuple' ? tupleOffsetOf(env, type, index, node) : undefined;
}
function packedOffset(
  env: Env,
  type: Extract<Type, { kind: 'struct' }>,
  index: number,
  node: ast.Node,
): number | undefined {
  const bits = ensureFields(env, type, node)
    .slice(0, index)
    .reduce((sum, field) => sum + bitSizeOf(env, field.type, node), 0);
  return bits % 8 === 0 ? bits / 8 : undefined;
}

const isAggregate = (type: Type): boolean => type.kind === 'array' || type.kind === 'vector' || type.kind === 'tuple';

/** The bytes from the start of a pointer's base to where it leads; undefined where that is no whole number of bytes. */
export function byteOffset(env: Env, pointer: PointerValue, node: ast.Node): number | undefined {
  const type = rootType(env, pointer, node);
  return type && restOffset(env, type, pointer.path, node);
}

/** A comptime pointer's address, or its offset in the memory that it points into. */
export function addressIn(env: Env, pointer: PointerValue, node: ast.Node): bigint | undefined {
  if (pointer.base.kind === 'integer') return BigInt(pointer.base.address);
  const offset = byteOffset(env, hostOf(env, pointer, node), node);
  return offset === undefined ? undefined : BigInt(offset);
}

/** A pointer to bits of a packed struct has the address of its outermost one. */
function hostOf(env: Env, pointer: PointerValue, node: ast.Node): PointerValue {
  let type = rootType(env, pointer, node);
  for (const [index, step] of pointer.path.entries()) {
    if (step.kind === 'field' && type?.kind === 'struct' && type.layout === 'packed')
      return { ...pointer, path: pointer.path.slice(0, index) };
    type = type && stepType(env, type, step, node);
  }
  return pointer;
}

/** The bytes that untyped steps count behind a cell of type `type`. */
export function restOffset(env: Env, type: Type, rest: readonly PathStep[], node: ast.Node): number | undefined {
  let offset = 0;
  let current = type;
  let element: Type | undefined;
  for (const step of rest) {
    // Behind a cast to `[*]T` elements count in units of T.
    const unit = step.kind === 'element' ? (element ?? (isAggregate(current) ? undefined : current)) : undefined;
    const size =
      step.kind === 'element' && unit ? step.index * extentOf(env, unit, node) : stepOffset(env, current, step, node);
    if (size === undefined) return undefined;
    offset += size;
    if (unit) continue;
    current = stepType(env, current, step, node);
    element =
      step.kind === 'reinterpret' && current.kind !== 'array' && current.kind !== 'vector' ? current : undefined;
  }
  return offset;
}
