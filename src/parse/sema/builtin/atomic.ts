/** Atomic builtins. At comptime nothing else runs: they are plain loads and stores. */

import type { ArithmeticOperator } from '../../ir/ir.js';
import type { Type } from '../../ir/types.js';
import type { PointerValue, Value } from '../../ir/values.js';
import type * as ast from '../../syntax/ast.js';
import { foldArithmetic, foldCompare } from '../arithmetic.js';
import { coerce } from '../coerce.js';
import { type Env, fail, forType } from '../env.js';
import { comptimeExpr, exprAs, typeExpr } from '../expr.js';
import * as int from '../int.js';
import { loadPointer, storePointer } from '../memory.js';
import { intValue, known, NULL, type Operand, some, VOID } from '../operand.js';
import { T } from '../pool.js';
import { readTag, stdType } from '../std-type.js';
import { argumentNode, type BuiltinTable, builtinResult } from './handler.js';

/** An order or operation: a constant of an enum of std. */
function constantOf(env: Env, node: ast.BuiltinCall, index: number, path: string): Operand {
  const type = stdType(env, path, node);
  return coerce(env, comptimeExpr(env, argumentNode(env, node, index), forType(type)), type, node);
}
const ordering = (env: Env, node: ast.BuiltinCall, index: number): Operand =>
  constantOf(env, node, index, 'std.builtin.AtomicOrder');

/** Comptime memory that an atomic operation may change; undefined at run time. */
function target(env: Env, pointer: Operand): PointerValue | undefined {
  return pointer.value?.kind === 'pointer' && pointer.value.base.kind === 'allocation' && env.mode !== 'runtime'
    ? pointer.value
    : undefined;
}
function current(env: Env, pointer: PointerValue, type: Type, node: ast.Node): Value {
  return loadPointer(env, pointer, type, node) ?? fail(env, node, 'this memory is not known at comptime');
}
function store(env: Env, pointer: PointerValue, type: Type, value: Value | undefined, node: ast.Node): void {
  if (value === undefined || !storePointer(env, pointer, type, value, node))
    fail(env, node, 'this memory cannot be written at comptime');
}

const OPERATIONS: Readonly<Record<string, ArithmeticOperator>> = {
  Add: '+%',
  Sub: '-%',
  And: '&',
  Or: '|',
  Xor: '^',
  Max: 'max',
  Min: 'min',
};

/** What `@atomicRmw` leaves in memory. */
function combined(name: string, old: Value, operand: Value, type: Type): Value | undefined {
  if (name === 'Xchg') return operand;
  if (name === 'Nand') {
    const both = foldArithmetic('&', old, operand, type);
    const bits = both && 'value' in both && both.value.kind === 'int' ? both.value.int : undefined;
    return bits === undefined || type.kind !== 'int' ? undefined : intValue(int.wrap(int.sub(-1, bits), type));
  }
  const isFloat = type.kind === 'float';
  const operator = isFloat && (name === 'Add' || name === 'Sub') ? (name === 'Add' ? '+' : '-') : OPERATIONS[name];
  const folded = operator && foldArithmetic(operator, old, operand, type);
  return folded && 'value' in folded ? folded.value : undefined;
}

function cmpxchg(env: Env, node: ast.BuiltinCall): Operand {
  const type = typeExpr(env, argumentNode(env, node, 0));
  const pointer = exprAs(env, argumentNode(env, node, 1), env.cx.pool.pointer(type));
  const expected = exprAs(env, argumentNode(env, node, 2), type);
  const next = exprAs(env, argumentNode(env, node, 3), type);
  const orders = [ordering(env, node, 4), ordering(env, node, 5)];
  const result = env.cx.pool.optional(type);
  const place = target(env, pointer);
  if (!place || !expected.value)
    return builtinResult(env, node, result, [pointer, expected, next, ...orders], undefined);
  const old = current(env, place, type, node);
  const isEqual =
    foldCompare('==', old, expected.value) ?? env.cx.pool.valueId(old) === env.cx.pool.valueId(expected.value);
  if (!isEqual) return known(result, some(old), node);
  store(env, place, type, next.value, node);
  return known(result, NULL, node);
}

export const atomicBuiltins: BuiltinTable = {
  atomicLoad: (env, node) => {
    const type = typeExpr(env, argumentNode(env, node, 0));
    const pointer = exprAs(env, argumentNode(env, node, 1), env.cx.pool.pointer(type, { isConst: true }));
    const value = pointer.value?.kind === 'pointer' ? loadPointer(env, pointer.value, type, node) : undefined;
    return builtinResult(env, node, type, [pointer, ordering(env, node, 2)], value);
  },
  atomicStore: (env, node) => {
    const type = typeExpr(env, argumentNode(env, node, 0));
    const pointer = exprAs(env, argumentNode(env, node, 1), env.cx.pool.pointer(type));
    const value = exprAs(env, argumentNode(env, node, 2), type);
    const order = ordering(env, node, 3);
    const place = target(env, pointer);
    if (!place) return builtinResult(env, node, T.void, [pointer, value, order], undefined);
    store(env, place, type, value.value, node);
    return known(T.void, VOID, node);
  },
  atomicRmw: (env, node) => {
    const type = typeExpr(env, argumentNode(env, node, 0));
    const pointer = exprAs(env, argumentNode(env, node, 1), env.cx.pool.pointer(type));
    const operation = constantOf(env, node, 2, 'std.builtin.AtomicRmwOp');
    const operand = exprAs(env, argumentNode(env, node, 3), type);
    const order = ordering(env, node, 4);
    const place = target(env, pointer);
    if (!place || !operand.value)
      return builtinResult(env, node, type, [pointer, operation, operand, order], undefined);
    const old = current(env, place, type, node);
    store(
      env,
      place,
      type,
      combined(readTag(env, operation.type, operation.value!, node), old, operand.value, type),
      node,
    );
    return known(type, old, node);
  },
  cmpxchgStrong: cmpxchg,
  cmpxchgWeak: cmpxchg,
  fence: (env, node) => builtinResult(env, node, T.void, [ordering(env, node, 0)], undefined),
};
