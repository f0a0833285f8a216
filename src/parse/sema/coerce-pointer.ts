/** Coercion between pointer types (language reference: "Type Coercion: Slices, Arrays and Pointers"). */

import type { FnType, PointerType, Type } from '../ir/types.js';
import type { PointerValue, Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { converted, tryCoerce } from './coerce.js';
import type { Env } from './env.js';
import { errorSetIncludes, isErrorSet } from './error-set.js';
import { arrayElement, deref, loadPointer, materialise } from './memory.js';
import { known, type Operand, toIr } from './operand.js';
import { T } from './pool.js';

export function coerceToPointer(env: Env, operand: Operand, type: PointerType, node: ast.Node): Operand | undefined {
  const from = operand.type;
  if (from.kind === 'fn')
    return type.size === 'one' && type.child.kind === 'fn' && compatibleFunctions(env, type.child, from)
      ? converted(env, operand, type, 'functionPointer', operand.value, node)
      : undefined;
  if (type.size === 'c') {
    if (from.kind === 'null') return known(type, { kind: 'null' }, node);
    if (operand.value?.kind === 'int')
      return known(
        type,
        operand.value.int === 0
          ? { kind: 'null' }
          : { kind: 'pointer', base: { kind: 'integer', address: operand.value.int }, path: [] },
        node,
      );
    if (from.kind === 'int') return fromInteger(env, operand, type, node);
    if (from.kind === 'optional' && from.child.kind === 'pointer' && from.child.size !== 'slice')
      return converted(
        env,
        operand,
        type,
        'pointerType',
        operand.value?.kind === 'some' ? operand.value.payload : operand.value,
        node,
      );
  }
  // A list literal for a slice or an array pointer: the literal becomes constant memory.
  if (from.kind === 'tuple' && type.size === 'slice' && from.elements.length === 0) return emptySlice(env, type, node);
  if (from.kind !== 'pointer') return undefined;
  if (from.isConst && !type.isConst && !(from.child.kind === 'array' && from.child.length === 0)) return undefined;
  if (from.isVolatile && !type.isVolatile) return undefined;
  return (
    samePointee(env, operand, from, type, node) ??
    fromArrayPointer(env, operand, from, type, node) ??
    otherPointee(env, operand, from, type, node)
  );
}

/** An integer as a C pointer. */
function fromInteger(env: Env, operand: Operand, type: PointerType, node: ast.Node): Operand | undefined {
  const address = tryCoerce(
    env,
    operand,
    (operand.type as Extract<Type, { kind: 'int' }>).signed ? T.isize : T.usize,
    node,
  );
  return (
    address && {
      type,
      value: undefined,
      node,
      ir: { kind: 'builtin', type, node, name: 'ptrFromInt', args: [toIr(address)] },
    }
  );
}

function emptySlice(env: Env, type: PointerType, node: ast.Node): Operand {
  const array = env.cx.pool.array(type.child, 0, type.sentinel);
  const base: PointerValue = {
    kind: 'pointer',
    base: { kind: 'constant', value: { kind: 'aggregate', elements: [], shared: true }, type: array },
    path: [{ kind: 'element', index: 0 }],
  };
  return known(type, { kind: 'slice', pointer: base, length: 0 }, node);
}

const sentinelDrops = (env: Env, from: Value | undefined, to: Value | undefined): boolean =>
  to === undefined || (from !== undefined && env.cx.pool.valueId(from) === env.cx.pool.valueId(to));

/** The same address of the same type: qualifiers, sentinels, and the step between many-item and C pointers. */
function samePointee(
  env: Env,
  operand: Operand,
  from: PointerType,
  type: PointerType,
  node: ast.Node,
): Operand | undefined {
  if (!sameInMemory(env, from.child, type.child) || !samePosition(from, type)) return undefined;
  const sentinelOk = sentinelDrops(env, from.sentinel, type.sentinel);
  if (from.size === type.size && (sentinelOk || type.size === 'one'))
    return converted(env, operand, type, 'pointerQualifier', operand.value, node);
  // A slice with the sentinel that is wanted can do without its length.
  if (from.size === 'slice' && type.size === 'many' && from.sentinel && type.sentinel && sentinelOk) {
    return converted(
      env,
      operand,
      type,
      'pointerType',
      operand.value?.kind === 'slice' ? operand.value.pointer : undefined,
      node,
    );
  }
  const loose = from.size === 'c' || type.size === 'c';
  if (loose && from.size !== 'slice' && type.size !== 'slice')
    return converted(env, operand, type, 'pointerType', operand.value, node);
  return undefined;
}

/** Types that have the same representation, so that a pointer to one may point to the other. */
export function sameInMemory(env: Env, from: Type, to: Type): boolean {
  if (from === to) return true;
  if (isPointerLike(from) && isPointerLike(to)) return samePointers(env, from, to);
  switch (from.kind) {
    case 'int':
      return to.kind === 'int' && from.signed === to.signed && from.bits === to.bits;
    case 'float':
      return to.kind === 'float' && from.bits === to.bits;
    case 'optional':
      return to.kind === 'optional' && sameInMemory(env, from.child, to.child);
    case 'array':
      return (
        to.kind === 'array' &&
        from.length === to.length &&
        sameInMemory(env, from.child, to.child) &&
        sentinelDrops(env, from.sentinel, to.sentinel)
      );
    case 'vector':
      return to.kind === 'vector' && from.length === to.length && sameInMemory(env, from.child, to.child);
    case 'fn':
      return to.kind === 'fn' && compatibleFunctions(env, to, from);
    case 'errorUnion':
      return (
        to.kind === 'errorUnion' &&
        sameInMemory(env, from.payload, to.payload) &&
        errorSetIncludes(env, to.errorSet, from.errorSet)
      );
    case 'errorSet':
    case 'inferredErrorSet':
    case 'anyerror':
      return isErrorSet(to) && errorSetIncludes(env, to, from);
    default:
      return false;
  }
}

const isPointerLike = (type: Type): boolean =>
  type.kind === 'pointer' || (type.kind === 'optional' && type.child.kind === 'pointer');

/** Bits of a packed struct are reached by pointers that name their position; no other pointer takes the place of one. */
const samePosition = (a: PointerType, b: PointerType): boolean =>
  a.hostSize === b.hostSize && a.bitOffset === b.bitOffset;

/** A pointer may be seen as an optional one; C pointers are optional ones of either sort. */
function samePointers(env: Env, from: Type, to: Type): boolean {
  const a = (from.kind === 'optional' ? from.child : from) as PointerType;
  const b = (to.kind === 'optional' ? to.child : to) as PointerType;
  if (from.kind === 'optional' && to.kind === 'pointer' && b.size !== 'c') return false;
  const sizesAgree =
    a.size === b.size || ((a.size === 'c' || b.size === 'c') && a.size !== 'slice' && b.size !== 'slice');
  if (!sizesAgree || (a.isConst && !b.isConst) || (a.isVolatile && !b.isVolatile)) return false;
  return (
    sameInMemory(env, a.child, b.child) &&
    samePosition(a, b) &&
    (a.size === 'c' || sentinelDrops(env, a.sentinel, b.sentinel))
  );
}

/** `*[N]T` to `[]T`, `[*]T`, `[*c]T`; `*.{…}` to a pointer to an array, a slice, or a struct. */
function fromArrayPointer(
  env: Env,
  operand: Operand,
  from: PointerType,
  type: PointerType,
  node: ast.Node,
): Operand | undefined {
  if (from.size !== 'one' || from.hostSize > 0) return undefined;
  const array = from.child;
  if (
    array.kind === 'array' &&
    type.size !== 'one' &&
    sameInMemory(env, array.child, type.child) &&
    sentinelDrops(env, array.sentinel, type.sentinel)
  ) {
    const first =
      operand.value?.kind === 'pointer' ? arrayElement(env, operand.value, array.child, 0, node) : undefined;
    if (type.size === 'slice')
      return converted(
        env,
        operand,
        type,
        'arrayPointerToSlice',
        first && { kind: 'slice', pointer: first, length: array.length },
        node,
      );
    return converted(env, operand, type, 'arrayPointerToMany', first, node);
  }
  if (array.kind === 'vector' && type.size === 'slice') return undefined;
  return fromLiteralPointer(env, operand, array, type, node);
}

/** The address of a list literal that has been a value: a new constant of the wanted type. */
function fromLiteralPointer(
  env: Env,
  operand: Operand,
  literal: Type,
  type: PointerType,
  node: ast.Node,
): Operand | undefined {
  const isLiteral = literal.kind === 'tuple' || (literal.kind === 'struct' && literal.container.node === undefined);
  if (!isLiteral || !type.isConst) return undefined;
  const target =
    type.size === 'one'
      ? type.child
      : literal.kind === 'tuple'
        ? env.cx.pool.array(type.child, literal.elements.length, type.sentinel)
        : undefined;
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
  if (value) return known(literal, value, node);
  return env.mode === 'runtime' ? deref(env, operand, node) : undefined;
}

function otherPointee(
  env: Env,
  operand: Operand,
  from: PointerType,
  type: PointerType,
  node: ast.Node,
): Operand | undefined {
  if (!samePosition(from, type)) return undefined;
  if (type.child.kind === 'anyopaque' && type.size === 'one' && from.size !== 'slice')
    return converted(env, operand, type, 'pointerType', operand.value, node);
  if (from.size === 'c' && from.child.kind === 'anyopaque')
    return converted(env, operand, type, 'pointerType', operand.value, node);
  if (
    from.size === 'one' &&
    type.size === 'one' &&
    type.child.kind === 'array' &&
    type.child.length === 1 &&
    type.child.child === from.child
  )
    return converted(env, operand, type, 'pointerType', operand.value, node);
  // `*T` to `[]T` goes through `*[1]T`.
  if (from.size === 'one' && type.size === 'slice' && from.child === type.child) return undefined;
  if (from.size === 'one' && type.size === 'c' && from.child.kind === 'array' && from.child.child === type.child)
    return converted(env, operand, type, 'arrayPointerToMany', operand.value, node);
  return undefined;
}

/** A function flows into another function type where its result is narrower and its parameters are wider in memory. */
function compatibleFunctions(env: Env, to: FnType, from: FnType): boolean {
  if (to === from) return true;
  if (to.params.length !== from.params.length || to.varargs !== from.varargs || to.callconv !== from.callconv)
    return false;
  const paramsAgree = to.params.every((param, index) => {
    const other = from.params[index];
    return param.type && other?.type ? sameInMemory(env, param.type, other.type) : param.type === other?.type;
  });
  const { returnType: result } = from;
  if (!paramsAgree || !result || !to.returnType) return false;
  return result.kind === 'noreturn' || sameInMemory(env, result, to.returnType);
}
