/** Coercion between pointer types (language reference: "Type Coercion: Slices, Arrays and Pointers"). */
import type * as ast from '../syntax/ast.js';
import type { PointerType, Type } from '../ir/types.js';
import type { PointerValue, Value } from '../ir/values.js';
import { converted, tryCoerce } from './coerce.js';
import type { Env } from './env.js';
import { arrayElement, elementOf, elementsOf, loadPointer, materialise } from './memory.js';
import { known, type Operand } from './operand.js';

export function coerceToPointer(env: Env, operand: Operand, type: PointerType, node: ast.Node): Operand | undefined {
  const from = operand.type;
  if (from.kind === 'fn') return type.size === 'one' && type.child.kind === 'fn' && compatibleFunctions(type.child, from) ? converted(env, operand, type, 'functionPointer', operand.value, node) : undefined;
  if (type.size === 'c') {
    if (from.kind === 'null') return known(type, { kind: 'null' }, node);
    if (operand.value?.kind === 'int') return known(type, { kind: 'pointer', base: { kind: 'integer', address: operand.value.int }, path: [] }, node);
    if (from.kind === 'optional' && from.child.kind === 'pointer' && from.child.size !== 'slice') return converted(env, operand, type, 'pointerType', operand.value?.kind === 'some' ? operand.value.payload : operand.value, node);
  }
  // A list literal for a slice or an array pointer: the literal becomes constant memory.
  if (from.kind === 'tuple' && type.size === 'slice' && from.elements.length === 0) return emptySlice(env, type, node);
  if (from.kind !== 'pointer') return undefined;
  if (from.isConst && !type.isConst && !(from.child.kind === 'array' && from.child.length === 0)) return undefined;
  if (from.isVolatile && !type.isVolatile) return undefined;
  return samePointee(env, operand, from, type, node) ?? fromArrayPointer(env, operand, from, type, node) ?? otherPointee(env, operand, from, type, node);
}

function emptySlice(env: Env, type: PointerType, node: ast.Node): Operand {
  const array = env.cx.pool.array(type.child, 0, type.sentinel);
  const base: PointerValue = { kind: 'pointer', base: { kind: 'constant', value: { kind: 'aggregate', elements: [], shared: true }, type: array }, path: [{ kind: 'element', index: 0 }] };
  return known(type, { kind: 'slice', pointer: base, length: 0 }, node);
}

const sentinelDrops = (env: Env, from: Value | undefined, to: Value | undefined): boolean => to === undefined || (from !== undefined && env.cx.pool.valueId(from) === env.cx.pool.valueId(to));

/** The same address of the same type: qualifiers, sentinels, and the step between many-item and C pointers. */
function samePointee(env: Env, operand: Operand, from: PointerType, type: PointerType, node: ast.Node): Operand | undefined {
  if (!sameInMemory(env, from.child, type.child)) return undefined;
  const sentinelOk = sentinelDrops(env, from.sentinel, type.sentinel);
  if (from.size === type.size && (sentinelOk || type.size === 'one')) return converted(env, operand, type, 'pointerQualifier', operand.value, node);
  const loose = from.size === 'c' || type.size === 'c';
  if (loose && from.size !== 'slice' && type.size !== 'slice') return converted(env, operand, type, 'pointerType', operand.value, node);
  return undefined;
}

/** Types that have the same representation, so that a pointer to one may point to the other. */
function sameInMemory(env: Env, from: Type, to: Type): boolean {
  if (from === to) return true;
  if (from.kind === 'int' && to.kind === 'int') return from.signed === to.signed && from.bits === to.bits;
  if (from.kind === 'pointer' && to.kind === 'pointer') {
    return from.size === to.size && (!from.isConst || to.isConst) && sameInMemory(env, from.child, to.child) && sentinelDrops(env, from.sentinel, to.sentinel);
  }
  if (from.kind === 'optional' && to.kind === 'optional') return sameInMemory(env, from.child, to.child);
  if (from.kind === 'array' && to.kind === 'array') return from.length === to.length && sameInMemory(env, from.child, to.child) && sentinelDrops(env, from.sentinel, to.sentinel);
  if (from.kind === 'fn' && to.kind === 'fn') return compatibleFunctions(to, from);
  return false;
}

/** `*[N]T` to `[]T`, `[*]T`, `[*c]T`; `*.{…}` to a pointer to an array, a slice, or a struct. */
function fromArrayPointer(env: Env, operand: Operand, from: PointerType, type: PointerType, node: ast.Node): Operand | undefined {
  if (from.size !== 'one') return undefined;
  const array = from.child;
  if (array.kind === 'array' && type.size !== 'one' && sameInMemory(env, array.child, type.child) && sentinelDrops(env, array.sentinel, type.sentinel)) {
    const first = operand.value?.kind === 'pointer' ? arrayElement(env, operand.value, array.child, 0, node) : undefined;
    if (type.size === 'slice') return converted(env, operand, type, 'arrayPointerToSlice', first && { kind: 'slice', pointer: first, length: array.length }, node);
    return converted(env, operand, type, 'arrayPointerToMany', first, node);
  }
  if (array.kind === 'vector' && type.size === 'slice') return undefined;
  return fromLiteralPointer(env, operand, array, type, node);
}

/** The address of a list literal that has been a value: a new constant of the wanted type. */
function fromLiteralPointer(env: Env, operand: Operand, literal: Type, type: PointerType, node: ast.Node): Operand | undefined {
  const isLiteral = literal.kind === 'tuple' || (literal.kind === 'struct' && literal.container.node === undefined);
  if (!isLiteral || !type.isConst) return undefined;
  const target = type.size === 'one' ? type.child : literal.kind === 'tuple' ? env.cx.pool.array(type.child, literal.elements.length, type.sentinel) : undefined;
  if (!target) return undefined;
  const inner = literalOperand(env, operand, literal, node);
  const value = inner && tryCoerce(env, inner, target, node);
  return value && tryCoerce(env, materialise(env, value, node), type, node);
}

function literalOperand(env: Env, operand: Operand, literal: Type, node: ast.Node): Operand | undefined {
  if (operand.ir?.kind === 'addressOf' && operand.ir.place.kind === 'temporary') {
    const { init } = operand.ir.place;
    return { type: init.type, value: init.value, ir: init, node };
  }
  const value = operand.value?.kind === 'pointer' ? loadPointer(env, operand.value, literal, node) : undefined;
  return value && known(literal, value, node);
}

function otherPointee(env: Env, operand: Operand, from: PointerType, type: PointerType, node: ast.Node): Operand | undefined {
  if (type.child.kind === 'anyopaque' && type.size === 'one' && from.size !== 'slice') return converted(env, operand, type, 'pointerType', operand.value, node);
  if (from.size === 'c' && from.child.kind === 'anyopaque') return converted(env, operand, type, 'pointerType', operand.value, node);
  if (from.size === 'one' && type.size === 'one' && type.child.kind === 'array' && type.child.length === 1 && type.child.child === from.child) return converted(env, operand, type, 'pointerType', operand.value, node);
  // `*T` to `[]T` goes through `*[1]T`.
  if (from.size === 'one' && type.size === 'slice' && from.child === type.child) return undefined;
  if (from.size === 'one' && type.size === 'c' && from.child.kind === 'array' && from.child.child === type.child) return converted(env, operand, type, 'arrayPointerToMany', operand.value, node);
  return undefined;
}

/** A function flows into a pointer of another function type when its result is narrower and its parameters are the same. */
function compatibleFunctions(to: Extract<Type, { kind: 'fn' }>, from: Extract<Type, { kind: 'fn' }>): boolean {
  if (to === from) return true;
  if (to.params.length !== from.params.length || to.varargs !== from.varargs || to.callconv !== from.callconv) return false;
  if (!to.params.every((param, index) => param.type === from.params[index]?.type)) return false;
  const result = from.returnType;
  if (result === to.returnType || result?.kind === 'noreturn') return true;
  return result?.kind === 'errorUnion' && to.returnType?.kind === 'errorUnion' && result.payload === to.returnType.payload;
}
export { elementOf, elementsOf };
