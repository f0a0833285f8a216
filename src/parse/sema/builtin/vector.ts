/** Vector builtins: `@Vector`, `@splat`, `@reduce`, `@select`, `@shuffle`. */

import type { ArithmeticOperator } from '../../ir/ir.js';
import type { Type, VectorType } from '../../ir/types.js';
import type { Value } from '../../ir/values.js';
import type * as ast from '../../syntax/ast.js';
import { foldArithmetic } from '../arithmetic.js';
import { coerce } from '../coerce.js';
import { type Env, fail, forType } from '../env.js';
import { comptimeExpr, expr, exprAs, typeExpr } from '../expr.js';
import { elementOf, elementsOf } from '../memory.js';
import { aggregate, isUnknown, known, type Operand, toIr, typeOperand, UNDEFINED } from '../operand.js';
import { T } from '../pool.js';
import { readTag, stdType } from '../std-type.js';
import {
  argument,
  argumentNode,
  type BuiltinHandler,
  type BuiltinTable,
  builtinResult,
  castTarget,
  comptimeInt,
} from './handler.js';

const REDUCTIONS: Readonly<Record<string, ArithmeticOperator>> = {
  Add: '+%',
  Mul: '*%',
  And: '&',
  Or: '|',
  Xor: '^',
  Min: 'min',
  Max: 'max',
};
/** Floats do not wrap. */
const FLOAT_REDUCTIONS: Readonly<Record<string, ArithmeticOperator>> = { ...REDUCTIONS, Add: '+', Mul: '*' };

const splat: BuiltinHandler = (env, node, location) => {
  const type = castTarget(env, node, location);
  if (type.kind !== 'vector' && type.kind !== 'array') return fail(env, node, '`@splat` makes a vector or an array');
  const element = exprAs(env, argumentNode(env, node, 0), type.child);
  const value: Value | undefined = element.value && { kind: 'repeat', element: element.value, count: type.length };
  if (env.mode === 'comptime' && value) return known(type, value, node);
  return { type, value, node, ir: { kind: 'repeatInit', type, node, element: toIr(element), value } };
};

const reduce: BuiltinHandler = (env, node) => {
  const operationType = stdType(env, 'std.builtin.ReduceOp', node);
  const operation = coerce(
    env,
    comptimeExpr(env, argumentNode(env, node, 0), forType(operationType)),
    operationType,
    node,
  );
  const vector = argument(env, node, 1);
  if (isUnknown(vector)) return vector;
  if (vector.type.kind !== 'vector') return fail(env, node, 'expected a vector');
  const type = vector.type.child;
  const name = operation.value ? readTag(env, operationType, operation.value, node) : '';
  const operator = (type.kind === 'float' ? FLOAT_REDUCTIONS : REDUCTIONS)[name];
  return builtinResult(
    env,
    node,
    type,
    [operation, vector],
    operator && vector.value ? reduced(operator, vector.value, vector.type) : undefined,
  );
};

function reduced(operator: ArithmeticOperator, vector: Value, type: VectorType): Value | undefined {
  let value: Value | undefined = elementOf(vector, 0, type);
  for (let index = 1; index < type.length && value; index++) {
    const folded = foldArithmetic(operator, value, elementOf(vector, index, type), type.child);
    value = folded && 'value' in folded ? folded.value : undefined;
  }
  return value;
}

/** A vector argument; an array of the same elements becomes one. */
function vectorArgument(env: Env, node: ast.BuiltinCall, index: number): Operand {
  const operand = expr(env, argumentNode(env, node, index), forType(undefined));
  if (operand.type.kind === 'array')
    return coerce(env, operand, env.cx.pool.vector(operand.type.child, operand.type.length), node);
  return operand;
}

const select: BuiltinHandler = (env, node) => {
  const child = typeExpr(env, argumentNode(env, node, 0));
  const predicate = vectorArgument(env, node, 1);
  if (isUnknown(predicate)) return predicate;
  if (predicate.type.kind !== 'vector') return fail(env, node, 'expected a vector of bool');
  const type = env.cx.pool.vector(child, predicate.type.length);
  const a = coerce(env, vectorArgument(env, node, 2), type, node);
  const b = coerce(env, vectorArgument(env, node, 3), type, node);
  return builtinResult(env, node, type, [predicate, a, b], selected(predicate, a, b, type));
};

function selected(predicate: Operand, a: Operand, b: Operand, type: VectorType): Value | undefined {
  if (!predicate.value || !a.value || !b.value) return undefined;
  const flags = elementsOf(predicate.value, type.length, predicate.type);
  return aggregate(
    flags.map((flag, index) =>
      flag.kind === 'bool' ? elementOf(flag.bool ? a.value! : b.value!, index, type) : UNDEFINED,
    ),
  );
}

const shuffle: BuiltinHandler = (env, node) => {
  const child = typeExpr(env, argumentNode(env, node, 0));
  const a = shuffled(env, node, 1, child);
  const b = shuffled(env, node, 2, child);
  const mask = comptimeExpr(env, argumentNode(env, node, 3), forType(undefined));
  const length =
    mask.type.kind === 'vector' || mask.type.kind === 'array'
      ? mask.type.length
      : mask.type.kind === 'tuple'
        ? mask.type.elements.length
        : fail(env, node, 'expected a mask');
  const indices = coerce(env, mask, env.cx.pool.vector(T.i32, length), node);
  const type = env.cx.pool.vector(child, length);
  return builtinResult(
    env,
    node,
    type,
    [a, b, indices],
    indices.value && picked(a, b, elementsOf(indices.value, length, indices.type)),
  );
};

/** An operand of `@shuffle`: a vector of `child`, or undefined. */
function shuffled(env: Env, node: ast.BuiltinCall, index: number, child: Type): Operand {
  const operand = vectorArgument(env, node, index);
  if (operand.type.kind !== 'vector') return operand;
  return coerce(env, operand, env.cx.pool.vector(child, operand.type.length), node);
}

/** Non-negative indices pick from the first vector, `~index` from the second. */
function picked(a: Operand, b: Operand, mask: readonly Value[]): Value | undefined {
  const elements: Value[] = [];
  for (const index of mask) {
    const at = index.kind === 'int' ? Number(index.int) : undefined;
    const source = at !== undefined && at < 0 ? b : a;
    if (at === undefined) elements.push(UNDEFINED);
    else if (source.value === undefined) return undefined;
    else elements.push(elementOf(source.value, at < 0 ? -1 - at : at, source.type));
  }
  return aggregate(elements);
}

export const vectorBuiltins: BuiltinTable = {
  Vector: (env, node) =>
    typeOperand(env.cx.pool.vector(typeExpr(env, argumentNode(env, node, 1)), comptimeInt(env, node, 0)), node),
  splat,
  reduce,
  select,
  shuffle,
};
