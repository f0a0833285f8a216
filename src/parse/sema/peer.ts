/** Peer type resolution (language reference): the one type that several operands can all be coerced to. */

import type { ErrorSetType, PointerType, TupleType, Type } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import { tryCoerce } from './coerce.js';
import { sameInMemory } from './coerce-pointer.js';
import { type Env, fail } from './env.js';
import { isErrorSet, mergeErrorSets } from './error-set.js';
import { ensureFields } from './fields.js';
import type { Operand } from './operand.js';
import { T } from './pool.js';
import { typeName } from './print-type.js';

/** The common type of the operands; those of `noreturn` do not count. */
export function peerType(env: Env, operands: readonly Operand[], node: ast.Node): Type {
  let result: Operand | undefined;
  for (const operand of operands) {
    if (operand.type.kind === 'noreturn') continue;
    if (operand.type.kind === 'unknown') return T.unknown;
    if (!result) {
      result = operand;
      continue;
    }
    const type = pair(env, result, operand, node);
    if (!type)
      return fail(env, node, `incompatible types: \`${typeName(result.type)}\` and \`${typeName(operand.type)}\``);
    result = {
      type,
      value: type === result.type ? result.value : type === operand.type ? operand.value : undefined,
      ir: undefined,
      node,
    };
  }
  return result?.type ?? T.noreturn;
}

function pair(env: Env, a: Operand, b: Operand, node: ast.Node): Type | undefined {
  if (a.type === b.type) return a.type;
  return directed(env, a, b, node) ?? directed(env, b, a, node) ?? fallback(env, a, b, node);
}

/** The result where it is decided by the kinds of both, `a` being the one whose kind is named first. */
function directed(env: Env, a: Operand, b: Operand, node: ast.Node): Type | undefined {
  const pool = env.cx.pool;
  const to = b.type;
  switch (a.type.kind) {
    case 'undefined':
      return to;
    case 'null':
      if (to.kind === 'optional' || to.kind === 'null' || (to.kind === 'pointer' && to.size === 'c')) return to;
      if (to.kind === 'undefined') return undefined;
      return to.kind === 'errorUnion'
        ? pool.errorUnion(to.errorSet, to.payload.kind === 'optional' ? to.payload : pool.optional(to.payload))
        : pool.optional(to);
    case 'errorUnion':
      return errorUnionWith(env, a.type, b, node);
    case 'errorSet':
    case 'inferredErrorSet':
    case 'anyerror':
      if (isErrorSet(to)) return mergeErrorSets(env, a.type as ErrorSetType, to);
      return to.kind === 'errorUnion' || to.kind === 'undefined'
        ? undefined
        : pool.errorUnion(a.type as ErrorSetType, to);
    case 'optional': {
      const child = to.kind === 'optional' ? to.child : to;
      if (to.kind === 'errorUnion' || isErrorSet(to) || to.kind === 'null' || to.kind === 'undefined') return undefined;
      const inner = pair(
        env,
        { ...a, type: a.type.child, value: undefined },
        { ...b, type: child, value: to.kind === 'optional' ? undefined : b.value },
        node,
      );
      return inner && pool.optional(inner);
    }
    case 'enum_literal':
      return to.kind === 'enum' || to.kind === 'union' ? to : undefined;
    case 'enum':
      if (to.kind !== 'union') return undefined;
      ensureFields(env, to, node);
      return to;
    case 'comptime_int':
      if (to.kind === 'int' || to.kind === 'float' || to.kind === 'comptime_float') return to;
      return undefined;
    case 'comptime_float':
      return to.kind === 'float' ? to : undefined;
    case 'int':
      if (to.kind === 'int') return integerPeer(a, b);
      return to.kind === 'float' ? to : undefined;
    case 'float':
      return to.kind === 'float' && to.bits >= a.type.bits ? to : undefined;
    case 'pointer':
      return to.kind === 'pointer' ? pointerPeer(env, a.type, to, node) : undefined;
    case 'vector':
      return sequencePeer(env, a, b, node);
    case 'array':
      return to.kind === 'vector' ? undefined : sequencePeer(env, a, b, node);
    case 'tuple':
      return to.kind === 'tuple' ? tuplePeer(env, a.type, to, node) : undefined;
    default:
      return undefined;
  }
}

/** Vectors with vectors and arrays, arrays with arrays, and either with a tuple, of one length: element by element. */
function sequencePeer(env: Env, a: Operand, b: Operand, node: ast.Node): Type | undefined {
  const from = a.type as Extract<Type, { kind: 'vector' | 'array' }>;
  const to = b.type;
  if (to.kind === 'tuple') {
    if (to.elements.length !== from.length) return undefined;
    const child = to.elements.reduce<Type | undefined>(
      (type, element) =>
        type && pair(env, typed(type, node), { type: element.type, value: element.value, ir: undefined, node }, node),
      from.child,
    );
    return child && sequenceOf(env, from, child, undefined);
  }
  if ((to.kind !== 'vector' && to.kind !== 'array') || to.length !== from.length) return undefined;
  const child = pair(env, typed(from.child, node), typed(to.child, node), node);
  const sentinel =
    from.kind === 'array' && to.kind === 'array' ? sameSentinel(env, from.sentinel, to.sentinel) : undefined;
  return child && sequenceOf(env, from, child, sentinel);
}
const typed = (type: Type, node: ast.Node): Operand => ({ type, value: undefined, ir: undefined, node });
function sequenceOf(
  env: Env,
  like: Extract<Type, { kind: 'vector' | 'array' }>,
  child: Type,
  sentinel: PointerType['sentinel'],
): Type {
  return like.kind === 'vector'
    ? env.cx.pool.vector(child, like.length)
    : env.cx.pool.array(child, like.length, sentinel);
}
function tuplePeer(env: Env, a: TupleType, b: TupleType, node: ast.Node): Type | undefined {
  if (a.elements.length !== b.elements.length) return undefined;
  const types = a.elements.map((element, index) =>
    pair(
      env,
      { ...typed(element.type, node), value: element.value },
      { ...typed(b.elements[index]!.type, node), value: b.elements[index]!.value },
      node,
    ),
  );
  if (types.some((type) => type === undefined)) return undefined;
  return env.cx.pool.tuple(types.map((type) => ({ type: type!, value: undefined })));
}

function errorUnionWith(
  env: Env,
  type: Extract<Type, { kind: 'errorUnion' }>,
  other: Operand,
  node: ast.Node,
): Type | undefined {
  const to = other.type;
  if (isErrorSet(to)) return env.cx.pool.errorUnion(mergeErrorSets(env, type.errorSet, to), type.payload);
  if (to.kind === 'errorUnion') {
    const payload = pair(
      env,
      { ...other, type: type.payload, value: undefined },
      { ...other, type: to.payload, value: undefined },
      node,
    );
    return payload && env.cx.pool.errorUnion(mergeErrorSets(env, type.errorSet, to.errorSet), payload);
  }
  const payload = pair(env, { ...other, type: type.payload, value: undefined }, other, node);
  return payload && env.cx.pool.errorUnion(type.errorSet, payload);
}

/** The wider integer, of equal ones the first; of two signs only where the signed one holds all values of the other, or a known value fits. */
function integerPeer(a: Operand, b: Operand): Type | undefined {
  const left = a.type as Extract<Type, { kind: 'int' }>;
  const right = b.type as Extract<Type, { kind: 'int' }>;
  if (left.signed === right.signed) return left.bits >= right.bits ? left : right;
  const [signed, unsigned, other] = left.signed ? [left, right, b] : [right, left, a];
  if (signed.bits > unsigned.bits) return signed;
  const signedOperand = other === a ? b : a;
  if (signedOperand.value?.kind === 'int' && signedOperand.value.int >= 0) return unsigned;
  return undefined;
}

function pointerPeer(env: Env, a: PointerType, b: PointerType, _node: ast.Node): Type | undefined {
  const pool = env.cx.pool;
  const isConst = a.isConst || b.isConst;
  const childA = a.size === 'one' && a.child.kind === 'array' ? a.child : undefined;
  const childB = b.size === 'one' && b.child.kind === 'array' ? b.child : undefined;
  const isVolatile = a.isVolatile || b.isVolatile;
  const align = a.align && b.align ? Math.min(a.align, b.align) : 0;
  if (childA && childB && childA.child === childB.child) {
    const sentinel = sameSentinel(env, childA.sentinel, childB.sentinel);
    if (childA.length === childB.length && childA.sentinel === childB.sentinel)
      return pool.pointer(childA, { isConst, isVolatile, align });
    return pool.pointer(childA.child, { size: 'slice', isConst, isVolatile, align, sentinel });
  }
  if (childA && b.size !== 'one' && childA.child === b.child)
    return pool.pointer(b.child, {
      size: b.size,
      isConst,
      isVolatile,
      align: b.align,
      sentinel: sameSentinel(env, childA.sentinel, b.sentinel),
    });
  if (b.size === 'one' && b.child.kind === 'tuple') return withLiteral(env, a, b.child);
  if (a.size === 'one' && a.child.kind === 'tuple') return undefined;
  if (a.size === 'slice' && b.size === 'many' && sameInMemory(env, a.child, b.child))
    return pool.pointer(a.child, {
      size: 'many',
      isConst,
      isVolatile,
      sentinel: sameSentinel(env, a.sentinel, b.sentinel),
    });
  if (a.child !== b.child) {
    if (sameInMemory(env, a.child, b.child) && a.size === b.size)
      return pool.pointer(b.child, {
        size: b.size,
        isConst,
        isVolatile,
        align,
        sentinel: sameSentinel(env, a.sentinel, b.sentinel),
      });
    return childA && childB === undefined && childA.length === 0 && b.size === 'slice' ? b : undefined;
  }
  if (a.size === b.size)
    return pool.pointer(a.child, {
      size: a.size,
      isConst,
      isVolatile,
      align,
      sentinel: sameSentinel(env, a.sentinel, b.sentinel),
      isAllowzero: a.isAllowzero || b.isAllowzero,
    });
  if (a.size === 'c' || b.size === 'c') return pool.pointer(a.child, { size: 'c', isConst, isVolatile });
  return undefined;
}

/** With the address of a list literal: a constant slice, or the array pointer where the lengths agree. */
function withLiteral(env: Env, a: PointerType, literal: TupleType): Type | undefined {
  if (a.size === 'one' && a.child.kind === 'array') {
    if (a.child.length === literal.elements.length)
      return env.cx.pool.pointer(a.child, { isConst: true, isVolatile: a.isVolatile });
    return env.cx.pool.pointer(a.child.child, { size: 'slice', isConst: true, isVolatile: a.isVolatile });
  }
  return a.size === 'one'
    ? undefined
    : env.cx.pool.pointer(a.child, { size: a.size, isConst: true, isVolatile: a.isVolatile });
}

function sameSentinel(env: Env, a: PointerType['sentinel'], b: PointerType['sentinel']): PointerType['sentinel'] {
  return a && b && env.cx.pool.valueId(a) === env.cx.pool.valueId(b) ? a : undefined;
}

/** One of the two types, where the other operand coerces to it. */
function fallback(env: Env, a: Operand, b: Operand, node: ast.Node): Type | undefined {
  if (tryCoerce(env, b, a.type, node)) return a.type;
  if (tryCoerce(env, a, b.type, node)) return b.type;
  return undefined;
}
