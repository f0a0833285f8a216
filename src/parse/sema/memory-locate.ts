/** Finds the cell, or the bytes of a cell, that a pointer of a given type reads and writes (see `memory-path.ts`). */

import type { Type } from '../ir/types.js';
import type { PathStep, Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import type { Env } from './env.js';
import { ensureFields } from './fields.js';
import { offsetOf } from './layout.js';
import { type Cell, elementOf, elementType, extentOf, restOffset, stepOffset, type Trail } from './memory-path.js';

export type Located =
  /** A cell of the wanted type. */
  | { readonly kind: 'exact'; readonly cell: Cell; readonly path: readonly PathStep[] }
  /** Consecutive elements of `cell`, seen as an array. */
  | { readonly kind: 'elements'; readonly cell: Cell; readonly path: readonly PathStep[]; readonly from: number }
  /** One cell seen as an array of one. */
  | { readonly kind: 'single'; readonly cell: Cell; readonly path: readonly PathStep[] }
  /** Bytes of `cell` from `offset` on. */
  | { readonly kind: 'bytes'; readonly cell: Cell; readonly path: readonly PathStep[]; readonly offset: number };

/** Whether values of the two types have one form, so that memory of the one may be read as the other. */
export function sameShape(a: Type, b: Type): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'int':
      return b.kind === 'int' && a.signed === b.signed && a.bits === b.bits;
    case 'float':
      return b.kind === 'float' && a.bits === b.bits;
    case 'pointer':
      return b.kind === 'pointer' && (a.size === 'slice') === (b.size === 'slice');
    case 'optional':
      return b.kind === 'optional' && sameShape(a.child, b.child);
    case 'array':
      return b.kind === 'array' && a.length === b.length && sameShape(a.child, b.child);
    case 'vector':
      return b.kind === 'vector' && a.length === b.length && sameShape(a.child, b.child);
    case 'fn':
      return b.kind === 'fn';
    case 'errorUnion':
      return b.kind === 'errorUnion' && sameShape(a.payload, b.payload);
    case 'errorSet':
    case 'inferredErrorSet':
    case 'anyerror':
      return b.kind === 'errorSet' || b.kind === 'inferredErrorSet' || b.kind === 'anyerror';
    default:
      return false;
  }
}

const isSequence = (type: Type): type is Extract<Type, { kind: 'array' | 'vector' }> =>
  type.kind === 'array' || type.kind === 'vector';

/** Where a pointer with this trail reads or writes a value of `type`; undefined outside of its memory. */
export function locate(env: Env, trail: Trail, type: Type, node: ast.Node): Located | undefined {
  return trail.rest.length === 0
    ? (locateTyped(trail, type) ?? locateBytes(env, trail, type, node))
    : locateBytes(env, trail, type, node);
}

function locateTyped({ cells, path }: Trail, type: Type): Located | undefined {
  const cell = cells.at(-1)!;
  if (sameShape(cell.type, type) || cell.type.kind === 'unknown') return { kind: 'exact', cell, path };
  if (!isSequence(type)) return undefined;
  if (isSequence(cell.type) && sameShape(cell.type.child, type.child) && type.length <= cell.type.length + 1)
    return { kind: 'elements', cell, path, from: 0 };
  if (!sameShape(cell.type, type.child)) return undefined;
  const last = path.at(-1);
  const parent = cells.at(-2);
  if (last?.kind === 'element' && parent && isSequence(parent.type))
    return { kind: 'elements', cell: parent, path: path.slice(0, -1), from: last.index };
  return type.length === 1 ? { kind: 'single', cell, path } : undefined;
}

function locateBytes(env: Env, { cells, path, rest }: Trail, type: Type, node: ast.Node): Located | undefined {
  let depth = cells.length - 1;
  let offset = restOffset(env, cells[depth]!.type, rest, node);
  const size = extentOf(env, type, node);
  // Outwards until the bytes lie inside of the cell.
  while (offset !== undefined && (offset < 0 || offset + size > extentOf(env, cells[depth]!.type, node))) {
    if (depth === 0) return undefined;
    const step = stepOffset(env, cells[depth - 1]!.type, path[depth - 1]!, node);
    offset = step === undefined ? undefined : offset + step;
    depth--;
  }
  if (offset === undefined) return undefined;
  return descend(env, cells[depth]!, path.slice(0, depth), offset, size, type, node);
}

/** Inwards while a part holds all of the bytes, until one has the wanted type. */
function descend(
  env: Env,
  cell: Cell,
  path: readonly PathStep[],
  offset: number,
  size: number,
  type: Type,
  node: ast.Node,
): Located {
  if (offset === 0 && sameShape(cell.type, type)) return { kind: 'exact', cell, path };
  const here: Located = { kind: 'bytes', cell, path, offset };
  const step = partAt(env, cell.type, offset, size, type, node);
  if (!step) return here;
  if (step.kind === 'elements') return { kind: 'elements', cell, path, from: step.from };
  const value = cell.value.kind === 'slice' ? cell.value : elementOf(cell.value, step.index, cell.type);
  const inner: Cell = { value, type: elementType(env, cell.type, step.index, node) };
  return descend(env, inner, [...path, { kind: step.kind, index: step.index }], offset - step.offset, size, type, node);
}

type Part =
  | { readonly kind: 'element' | 'field'; readonly index: number; readonly offset: number }
  | { readonly kind: 'elements'; readonly from: number };

function partAt(env: Env, whole: Type, offset: number, size: number, type: Type, node: ast.Node): Part | undefined {
  if (isSequence(whole)) {
    const step = extentOf(env, whole.child, node);
    if (step === 0) return undefined;
    const index = Math.floor(offset / step);
    if (isSequence(type) && sameShape(type.child, whole.child) && offset === index * step)
      return { kind: 'elements', from: index };
    return offset - index * step + size <= step ? { kind: 'element', index, offset: index * step } : undefined;
  }
  if (whole.kind !== 'struct' || whole.layout === 'packed') return undefined;
  for (const field of ensureFields(env, whole, node)) {
    if (field.isComptime) continue;
    const start = offsetOf(env, whole, field.index, node);
    if (offset >= start && offset + size <= start + extentOf(env, field.type, node) && size > 0)
      return { kind: 'field', index: field.index, offset: start };
  }
  return undefined;
}

/** A value of `type` at an offset of a cell, put together from parts of it that have the types of its own parts. */
export function partwise(env: Env, cell: Cell, offset: number, type: Type, node: ast.Node): Value | undefined {
  const found = descend(env, cell, [], offset, extentOf(env, type, node), type, node);
  if (found.kind === 'exact') return found.cell.value;
  if (found.kind === 'elements') return gathered(found, type);
  const parts = partsOf(env, type, node);
  if (!parts) return undefined;
  const values = parts.map((part) => partwise(env, cell, offset + part.offset, part.type, node));
  return values.every((value) => value !== undefined)
    ? { kind: 'aggregate', elements: values as Value[], shared: false }
    : undefined;
}
function partsOf(env: Env, type: Type, node: ast.Node): { readonly type: Type; readonly offset: number }[] | undefined {
  if (type.kind === 'array')
    return Array.from({ length: type.length }, (_, index) => ({
      type: type.child,
      offset: index * extentOf(env, type.child, node),
    }));
  if (type.kind !== 'struct' || type.layout !== 'extern') return undefined;
  return ensureFields(env, type, node).map((field) => ({
    type: field.type,
    offset: offsetOf(env, type, field.index, node),
  }));
}

/** The elements that an `elements` location covers, as a value. */
export function gathered(located: Extract<Located, { kind: 'elements' }>, type: Type): Value {
  const count = isSequence(type) ? type.length : 0;
  if (located.from === 0 && located.cell.value.kind === 'bytes' && located.cell.value.bytes.length === count)
    return located.cell.value;
  return {
    kind: 'aggregate',
    shared: true,
    elements: Array.from({ length: count }, (_, index) =>
      elementOf(located.cell.value, located.from + index, located.cell.type),
    ),
  };
}
