/**
 * Comptime memory. A pointer is a base plus a path; reading walks down the path, writing replaces along it. Aggregates are copied on
 * write: whoever reads one out of an allocation marks it shared, and the next store copies that level first.
 */

import type { PointerType, Type } from '../ir/types.js';
import type { AggregateValue, Allocation, PathStep, PointerValue, Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { bytesOf, patchedBytes, valueFromBytes } from './bytes.js';
import { type Env, fail } from './env.js';
import * as int from './int.js';
import { gathered, type Located, locate, partwise, sameShape } from './memory-locate.js';
import { type Cell, elementCount, elementOf, elementType, extentOf, trailOf, typeAt } from './memory-path.js';
import { onlyValue } from './one-value.js';
import { addressOfPlace, type Operand, placeOf, runtime, toIr, UNDEFINED, VOID } from './operand.js';

export { elementCount, elementOf, elementType };

/** The current value of a comptime variable, shared from now on. */
export function readAllocation(allocation: Allocation): Value {
  return share(allocation.value);
}
function share(value: Value): Value {
  if (value.kind === 'aggregate') value.shared = true;
  else if (value.kind === 'some' || value.kind === 'union') share(value.payload);
  return value;
}

/** The elements of an array-like value, one by one. */
export function elementsOf(value: Value, count: number, type: Type): Value[] {
  if (value.kind === 'aggregate' && value.elements.length === count) return value.elements;
  return Array.from({ length: count }, (_, index) => elementOf(value, index, type));
}

/** The value that a comptime pointer points to, read as `type`; undefined where it is not known at comptime. */
export function loadPointer(env: Env, pointer: PointerValue, type: Type, node: ast.Node): Value | undefined {
  const trail = trailOf(env, pointer, node);
  const located = trail && locate(env, trail, type, node);
  if (!located) return undefined;
  switch (located.kind) {
    case 'exact':
      return share(located.cell.value);
    case 'elements':
      return gathered(located, type);
    case 'single':
      return { kind: 'aggregate', elements: [share(located.cell.value)], shared: true };
    case 'bytes': {
      if (located.cell.value.kind === 'undefined') return UNDEFINED;
      const bytes = bytesOf(env, located.cell.type, located.cell.value, node);
      return (
        (bytes && valueFromBytes(env, type, bytes.subarray(located.offset), node)) ??
        partwise(env, located.cell, located.offset, type, node)
      );
    }
  }
}

/** Writes through a comptime pointer. False where the memory is not comptime-writable. */
export function storePointer(env: Env, pointer: PointerValue, type: Type, value: Value, node: ast.Node): boolean {
  const { base } = pointer;
  if (base.kind !== 'allocation') return false;
  const { allocation } = base;
  if (allocation.frozen || allocation.isConst) return false;
  const path = activated(env, allocation, pointer, node);
  const trail = trailOf(env, { kind: 'pointer', base, path }, node);
  const located = trail && locate(env, trail, type, node);
  if (!located) return false;
  for (const write of writesOf(env, located, type, share(value), node)) {
    allocation.value = replace(
      env,
      { value: allocation.value, type: allocation.type },
      write.path,
      0,
      write.value,
      node,
    );
  }
  return true;
}

/** A store below another field of a union, or into an empty optional, makes it the active one first. */
function activated(env: Env, allocation: Allocation, pointer: PointerValue, node: ast.Node): readonly PathStep[] {
  for (const [index, step] of pointer.path.entries()) {
    if (step.kind === 'element' || step.kind === 'reinterpret') continue;
    const trail = trailOf(env, { ...pointer, path: pointer.path.slice(0, index) }, node);
    const cell = trail?.rest.length === 0 ? trail.cells.at(-1) : undefined;
    const isSwitched =
      step.kind === 'field' &&
      cell?.type.kind === 'union' &&
      !(cell.value.kind === 'union' && cell.value.field === step.index);
    const isEmpty = step.kind !== 'field' && cell !== undefined && cell.value.kind !== 'some';
    if (isSwitched || isEmpty) {
      const whole: Cell = { value: allocation.value, type: allocation.type };
      allocation.value = replace(env, whole, pointer.path.slice(0, index + 1), 0, UNDEFINED, node);
    }
  }
  return pointer.path;
}

interface Write {
  readonly path: readonly PathStep[];
  readonly value: Value;
}
function writesOf(env: Env, located: Located, type: Type, value: Value, node: ast.Node): Write[] {
  const { path, cell } = located;
  switch (located.kind) {
    case 'exact':
      return [{ path, value }];
    case 'single':
      return [{ path, value: elementOf(value, 0, type) }];
    case 'elements': {
      const count = elementCount(env, type, node);
      return Array.from({ length: count }, (_, index) => ({
        path: [...path, { kind: 'element' as const, index: located.from + index }],
        value: elementOf(value, index, type),
      }));
    }
    case 'bytes': {
      const bytes =
        bytesOf(env, type, value, node) ??
        fail(env, node, 'a value without defined bytes is stored into memory of another type');
      const whole = patchedBytes(env, cell.type, cell.value, located.offset, bytes, node);
      const patched = whole && valueFromBytes(env, cell.type, whole, node, cell.value);
      return [{ path, value: patched ?? fail(env, node, 'this memory cannot be written as another type') }];
    }
  }
}

function replace(env: Env, cell: Cell, path: readonly PathStep[], depth: number, value: Value, node: ast.Node): Value {
  const step = path[depth];
  if (!step) return value;
  switch (step.kind) {
    case 'optionalPayload':
    case 'errorPayload': {
      const type =
        step.kind === 'optionalPayload' && cell.type.kind === 'optional'
          ? cell.type.child
          : cell.type.kind === 'errorUnion'
            ? cell.type.payload
            : fail(env, node, 'this pointer does not fit its memory');
      const inner: Cell = { value: cell.value.kind === 'some' ? cell.value.payload : UNDEFINED, type };
      return { kind: 'some', payload: replace(env, inner, path, depth + 1, value, node) };
    }
    case 'field':
      if (cell.type.kind === 'union') {
        const type = elementType(env, cell.type, step.index, node);
        const old = cell.value.kind === 'union' && cell.value.field === step.index ? cell.value.payload : UNDEFINED;
        return {
          kind: 'union',
          field: step.index,
          payload: replace(env, { value: old, type }, path, depth + 1, value, node),
        };
      }
      if (cell.type.kind === 'pointer') return replaceSlicePart(env, cell, step.index, value, node);
      return replaceElement(env, cell, step.index, path, depth, value, node);
    case 'element':
      return replaceElement(env, cell, step.index, path, depth, value, node);
    case 'reinterpret':
      return fail(env, node, 'this memory cannot be written as another type');
  }
}

/** `slice.len = n`, `slice.ptr = p`. */
function replaceSlicePart(env: Env, cell: Cell, index: number, value: Value, node: ast.Node): Value {
  const old = cell.value.kind === 'slice' ? cell.value : undefined;
  if (index === 0 && value.kind === 'pointer') return { kind: 'slice', pointer: value, length: old?.length ?? 0 };
  if (index === 1 && value.kind === 'int' && old)
    return { kind: 'slice', pointer: old.pointer, length: Number(value.int) };
  return fail(env, node, 'a part of a slice cannot be written here');
}

function replaceElement(
  env: Env,
  cell: Cell,
  index: number,
  path: readonly PathStep[],
  depth: number,
  value: Value,
  node: ast.Node,
): Value {
  const whole = writable(env, cell, node);
  // The sentinel behind the last element is no element of the value; a store there can only repeat it.
  if (cell.type.kind === 'array' && index >= cell.type.length) return whole;
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

// ---------------------------------------------------------------- pointers

/** The pointer `steps` elements on. */
export function elementPointer(pointer: PointerValue, steps: number): PointerValue {
  const last = pointer.path.at(-1);
  if (last?.kind === 'element')
    return { ...pointer, path: [...pointer.path.slice(0, -1), { kind: 'element', index: last.index + steps }] };
  return steps === 0 ? pointer : { ...pointer, path: [...pointer.path, { kind: 'element', index: steps }] };
}

/** The pointer `steps` elements of `child` on; a fixed address is counted in bytes. */
export function elementsOn(env: Env, pointer: PointerValue, steps: number, child: Type, node: ast.Node): PointerValue {
  if (pointer.base.kind !== 'integer') return elementPointer(pointer, steps);
  return offsetAddress(pointer, steps * extentOf(env, child, node));
}

/** A fixed address some bytes on. */
export function offsetAddress(pointer: PointerValue, bytes: number): PointerValue {
  if (pointer.base.kind !== 'integer') return pointer;
  return { ...pointer, base: { kind: 'integer', address: int.add(pointer.base.address, bytes) } };
}

export function extendPointer(pointer: PointerValue, step: PathStep): PointerValue {
  return { ...pointer, path: [...pointer.path, step] };
}

/** Element `index` of the array (with elements of `child`) that a pointer points to; the array may be a run of a longer one's elements. */
export function arrayElement(
  env: Env,
  pointer: PointerValue,
  child: Type,
  index: number,
  node: ast.Node,
): PointerValue {
  const type = typeAt(env, pointer, node);
  const last = pointer.path.at(-1);
  if (!type) return elementsOn(env, pointer, index, child, node);
  if ((type.kind === 'array' || type.kind === 'vector') && sameShape(type.child, child))
    return extendPointer(pointer, { kind: 'element', index });
  if (sameShape(type, child)) {
    if (last?.kind === 'element') return elementPointer(pointer, index);
    if (index === 0) return pointer;
  }
  const cast = extendPointer(pointer, { kind: 'reinterpret', type: child });
  return index === 0 ? cast : extendPointer(cast, { kind: 'element', index });
}

/** The pointer as one to `type`: a cast between layouts is a step of its own, unless memory of that type lies there. */
export function castPointer(env: Env, pointer: PointerValue, type: Type, node: ast.Node): PointerValue {
  const from = typeAt(env, pointer, node);
  if (!from || type.kind === 'anyopaque' || type.kind === 'fn' || type.kind === 'opaque' || sameShape(from, type))
    return pointer;
  if ((from.kind === 'array' || from.kind === 'vector') && sameShape(from.child, type))
    return extendPointer(pointer, { kind: 'element', index: 0 });
  if (
    type.kind === 'array' &&
    (sameShape(from, type.child) ||
      ((from.kind === 'array' || from.kind === 'vector') && sameShape(from.child, type.child)))
  )
    return pointer;
  const last = pointer.path.at(-1);
  if (last?.kind === 'reinterpret')
    return castPointer(env, { ...pointer, path: pointer.path.slice(0, -1) }, type, node);
  return extendPointer(pointer, { kind: 'reinterpret', type });
}

/** What a pointer operand points to, as a value: a load. */
export function deref(env: Env, pointer: Operand, node: ast.Node, implicit = true): Operand {
  const type = pointer.type as PointerType;
  const value = pointer.value?.kind === 'pointer' ? loadPointer(env, pointer.value, type.child, node) : undefined;
  if (env.mode === 'comptime') {
    const only = value ?? (type.child.kind === 'void' ? VOID : onlyValue(env, type.child, node));
    if (only !== undefined) return { type: type.child, value: only, ir: undefined, node };
    if (env.frame?.isComptime) fail(env, node, 'this memory is not known at comptime');
  }
  const only = value ?? onlyValue(env, type.child, node);
  return runtime({
    kind: 'load',
    type: type.child,
    node,
    place: placeOf(pointer, type.child, node, implicit),
    value: only,
  });
}

/** Storage for a value that has none: its address is a pointer to constant memory. */
export function materialise(env: Env, operand: Operand, node: ast.Node): Operand {
  if (operand.type.kind === 'noreturn' || operand.type.kind === 'unknown') return operand;
  const type = env.cx.pool.pointer(operand.type, { isConst: true });
  const value: PointerValue | undefined = operand.value && {
    kind: 'pointer',
    base: { kind: 'constant', value: operand.value, type: operand.type },
    path: [],
  };
  return addressOfPlace({ kind: 'temporary', type: operand.type, node, init: toIr(operand) }, type, node, value);
}
