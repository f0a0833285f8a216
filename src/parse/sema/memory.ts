/**
 * Comptime memory. A pointer is a base plus a path; reading walks down the path, writing replaces along it. Aggregates are copied on
 * write: whoever reads one out of an allocation marks it shared, and the next store copies that level first.
 */
import type * as ast from '../syntax/ast.js';
import type { PointerType, Type } from '../ir/types.js';
import type { AggregateValue, Allocation, PathStep, PointerValue, Value } from '../ir/values.js';
import { bytesOf, valueFromBytes } from './bytes.js';
import { type Env, fail } from './env.js';
import { ensureFields } from './fields.js';
import { declType, declValue } from './namespace.js';
import { addressOfPlace, intValue, type Operand, placeOf, runtime, toIr, UNDEFINED } from './operand.js';
import { T } from './pool.js';
import type { DeclRecord } from './records.js';

/** The current value of a comptime variable, shared from now on. */
export function readAllocation(allocation: Allocation): Value {
  return share(allocation.value);
}
function share(value: Value): Value {
  if (value.kind === 'aggregate') value.shared = true;
  else if (value.kind === 'some' || value.kind === 'union') share(value.payload);
  return value;
}

/** Element `index` of an array, vector, tuple or struct value. */
export function elementOf(value: Value, index: number, type: Type): Value {
  switch (value.kind) {
    case 'aggregate': if (index < value.elements.length) return value.elements[index]!; break;
    case 'bytes': if (index < value.bytes.length) return intValue(value.bytes[index]!); break;
    case 'repeat': if (index < value.count) return value.element; break;
    default: return UNDEFINED;
  }
  return (type.kind === 'array' ? type.sentinel : undefined) ?? UNDEFINED;
}

/** The number of elements of an aggregate type, without a sentinel. */
export function elementCount(env: Env, type: Type, node: ast.Node): number {
  switch (type.kind) {
    case 'array': case 'vector': return type.length;
    case 'tuple': return type.elements.length;
    case 'struct': return ensureFields(env, type, node).length;
    default: return 0;
  }
}
/** The type of element or field `index`. */
export function elementType(env: Env, type: Type, index: number, node: ast.Node): Type {
  switch (type.kind) {
    case 'array': case 'vector': return type.child;
    case 'tuple': return type.elements[index]?.type ?? T.unknown;
    case 'struct': case 'union': return ensureFields(env, type, node)[index]?.type ?? T.unknown;
    case 'pointer': return index === 0 ? env.cx.pool.pointer(type.child, { size: 'many', isConst: type.isConst, sentinel: type.sentinel }) : T.usize;
    default: return T.unknown;
  }
}

/** The elements of an array-like value, one by one. */
export function elementsOf(value: Value, count: number, type: Type): Value[] {
  if (value.kind === 'aggregate' && value.elements.length === count) return value.elements;
  return Array.from({ length: count }, (_, index) => elementOf(value, index, type));
}

interface Cell {
  readonly value: Value;
  readonly type: Type;
}

function rootOf(env: Env, pointer: PointerValue, node: ast.Node): Cell | undefined {
  const { base } = pointer;
  switch (base.kind) {
    case 'constant': return { value: base.value, type: base.type };
    case 'allocation': return { value: base.allocation.value, type: base.allocation.type };
    case 'decl': {
      const decl = base.decl as DeclRecord;
      if (decl.kind === 'var') return undefined;
      const value = declValue(env, decl, node);
      return value && { value, type: declType(env, decl, node) };
    }
    case 'integer': case 'fn': return undefined;
  }
}

function stepInto(env: Env, cell: Cell, step: PathStep, node: ast.Node): Cell | undefined {
  const { value, type } = cell;
  switch (step.kind) {
    case 'element': return { value: elementOf(value, step.index, type), type: elementType(env, type, step.index, node) };
    case 'field': return fieldCell(env, cell, step.index, node);
    case 'optionalPayload': return type.kind === 'optional' ? { value: value.kind === 'some' ? value.payload : value, type: type.child } : undefined;
    case 'errorPayload': return type.kind === 'errorUnion' ? { value: value.kind === 'some' ? value.payload : value, type: type.payload } : undefined;
    case 'reinterpret': return { value: reinterpret(env, cell, step.type, node) ?? UNDEFINED, type: step.type };
  }
}

function fieldCell(env: Env, { value, type }: Cell, index: number, node: ast.Node): Cell | undefined {
  const fieldType = elementType(env, type, index, node);
  if (value.kind === 'union') {
    if (value.field === index) return { value: value.payload, type: fieldType };
    if (type.kind === 'union' && type.layout !== 'auto') return { value: reinterpret(env, { value, type }, fieldType, node) ?? UNDEFINED, type: fieldType };
    return undefined;
  }
  if (value.kind === 'slice') return { value: index === 0 ? value.pointer : intValue(value.length), type: fieldType };
  return { value: elementOf(value, index, type), type: fieldType };
}

/** Reads the bytes of one value as another type; undefined where they have no defined bytes. */
export function reinterpret(env: Env, cell: Cell, type: Type, node: ast.Node): Value | undefined {
  if (cell.type === type) return cell.value;
  if (cell.type.kind === 'array' && cell.type.child === type) return elementOf(cell.value, 0, cell.type);
  const bytes = bytesOf(env, cell.type, cell.value, node);
  return bytes && valueFromBytes(env, type, bytes, node);
}

/** The value that a comptime pointer points to, read as `type`; undefined where it is not known at comptime. */
export function loadPointer(env: Env, pointer: PointerValue, type: Type, node: ast.Node): Value | undefined {
  let cell = rootOf(env, pointer, node);
  let parent: Cell | undefined;
  for (const step of pointer.path) {
    if (!cell) return undefined;
    parent = cell;
    cell = stepInto(env, cell, step, node);
  }
  if (!cell) return undefined;
  if (cell.type === type || cell.type.kind === 'unknown') return share(cell.value);
  const last = pointer.path.at(-1);
  if (type.kind === 'array' && last?.kind === 'element' && parent && elementType(env, parent.type, last.index, node) === type.child) {
    return { kind: 'aggregate', shared: true, elements: Array.from({ length: type.length }, (_, index) => elementOf(parent.value, last.index + index, parent.type)) };
  }
  return reinterpret(env, parent && last?.kind === 'element' && sizeDiffers(type, cell.type) ? tail(env, parent, last.index, node) : cell, type, node);
}
const sizeDiffers = (a: Type, b: Type): boolean => a !== b;
/** The part of an array from an element on, so that a wider read finds its bytes. */
function tail(env: Env, parent: Cell, from: number, node: ast.Node): Cell {
  const count = elementCount(env, parent.type, node);
  if (parent.type.kind !== 'array' || from >= count) return parent;
  const elements = Array.from({ length: count - from }, (_, index) => elementOf(parent.value, from + index, parent.type));
  return { value: { kind: 'aggregate', elements, shared: true }, type: env.cx.pool.array(parent.type.child, count - from) };
}

/** Writes through a comptime pointer. False where the memory is not comptime-writable. */
export function storePointer(env: Env, pointer: PointerValue, type: Type, value: Value, node: ast.Node): boolean {
  const { base } = pointer;
  if (base.kind !== 'allocation') return false;
  const { allocation } = base;
  if (allocation.frozen || allocation.isConst) return false;
  const last = pointer.path.at(-1);
  if (type.kind === 'array' && last?.kind === 'element') {
    const arrayPath = pointer.path.slice(0, -1);
    for (let index = 0; index < type.length; index++) {
      const step: PathStep = { kind: 'element', index: last.index + index };
      allocation.value = replace(env, { value: allocation.value, type: allocation.type }, [...arrayPath, step], 0, elementOf(value, index, type), node);
    }
    return true;
  }
  allocation.value = replace(env, { value: allocation.value, type: allocation.type }, pointer.path, 0, share(value), node);
  return true;
}

function replace(env: Env, cell: Cell, path: readonly PathStep[], depth: number, value: Value, node: ast.Node): Value {
  const step = path[depth];
  if (!step) return value;
  switch (step.kind) {
    case 'optionalPayload': case 'errorPayload': {
      const inner = stepInto(env, cell, step, node) ?? fail(env, node, 'this pointer does not fit its memory');
      return { kind: 'some', payload: replace(env, inner, path, depth + 1, value, node) };
    }
    case 'field':
      if (cell.type.kind === 'union') {
        const type = elementType(env, cell.type, step.index, node);
        const old = cell.value.kind === 'union' && cell.value.field === step.index ? cell.value.payload : UNDEFINED;
        return { kind: 'union', field: step.index, payload: replace(env, { value: old, type }, path, depth + 1, value, node) };
      }
      return replaceElement(env, cell, step.index, path, depth, value, node);
    case 'element': return replaceElement(env, cell, step.index, path, depth, value, node);
    case 'reinterpret': {
      if (depth + 1 < path.length) fail(env, node, 'a store into reinterpreted memory is not supported at comptime');
      return reinterpret(env, { value, type: step.type }, cell.type, node) ?? fail(env, node, 'memory cannot be reinterpreted here');
    }
  }
}

function replaceElement(env: Env, cell: Cell, index: number, path: readonly PathStep[], depth: number, value: Value, node: ast.Node): Value {
  const whole = writable(env, cell, node);
  const inner: Cell = { value: whole.elements[index] ?? UNDEFINED, type: elementType(env, cell.type, index, node) };
  whole.elements[index] = replace(env, inner, path, depth + 1, value, node);
  return whole;
}

/** The aggregate of a cell in a form that may be changed in place. */
function writable(env: Env, cell: Cell, node: ast.Node): AggregateValue {
  if (cell.value.kind === 'aggregate' && !cell.value.shared) return cell.value;
  const elements = [...elementsOf(cell.value, elementCount(env, cell.type, node), cell.type)];
  for (const element of elements) share(element);
  return { kind: 'aggregate', elements, shared: false };
}

/** The pointer `steps` elements on. */
export function elementPointer(pointer: PointerValue, steps: number): PointerValue {
  const last = pointer.path.at(-1);
  if (last?.kind === 'element') return { ...pointer, path: [...pointer.path.slice(0, -1), { kind: 'element', index: last.index + steps }] };
  return steps === 0 ? pointer : { ...pointer, path: [...pointer.path, { kind: 'element', index: steps }] };
}
export function extendPointer(pointer: PointerValue, step: PathStep): PointerValue {
  return { ...pointer, path: [...pointer.path, step] };
}

/** What a pointer operand points to, as a value: a load. */
export function deref(env: Env, pointer: Operand, node: ast.Node, implicit = true): Operand {
  const type = pointer.type as PointerType;
  const value = pointer.value?.kind === 'pointer' ? loadPointer(env, pointer.value, type.child, node) : undefined;
  if (env.mode === 'comptime') {
    if (value !== undefined) return { type: type.child, value, ir: undefined, node };
    if (env.frame?.isComptime) fail(env, node, 'this memory is not known at comptime');
  }
  return runtime({ kind: 'load', type: type.child, node, place: placeOf(pointer, type.child, node, implicit), value });
}

/** Storage for a value that has none: its address is a pointer to constant memory. */
export function materialise(env: Env, operand: Operand, node: ast.Node): Operand {
  if (operand.type.kind === 'noreturn' || operand.type.kind === 'unknown') return operand;
  const type = env.cx.pool.pointer(operand.type, { isConst: true });
  const value: PointerValue | undefined = operand.value && { kind: 'pointer', base: { kind: 'constant', value: operand.value, type: operand.type }, path: [] };
  return addressOfPlace({ kind: 'temporary', type: operand.type, node, init: toIr(operand) }, type, node, value);
}
