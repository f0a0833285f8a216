/** Vector builtins. */
import { coerce } from '../coerce.js';
import { fail, forType } from '../env.js';
import { comptimeExpr, expr, exprAs, typeExpr } from '../expr.js';
import { typeOperand, toIr, known } from '../operand.js';
import { T } from '../pool.js';
import type { Value } from '../../ir/values.js';
import { elementOf } from '../memory.js';
import { foldArithmetic } from '../arithmetic.js';
import type { ArithmeticOperator } from '../../ir/ir.js';
import { stdType } from '../std-type.js';
import { argument, argumentNode, builtinResult, castTarget, comptimeInt, type BuiltinTable } from './handler.js';

const REDUCTIONS: Readonly<Record<string, ArithmeticOperator>> = { Add: '+%', Mul: '*%', And: '&', Or: '|', Xor: '^', Min: 'min', Max: 'max' };

export const vectorBuiltins: BuiltinTable = {
  Vector: (env, node) => typeOperand(env.cx.pool.vector(typeExpr(env, argumentNode(env, node, 1)), comptimeInt(env, node, 0)), node),
  splat: (env, node, location) => {
    const type = castTarget(env, node, location);
    if (type.kind !== 'vector' && type.kind !== 'array') return fail(env, node, '`@splat` makes a vector or an array');
    const element = exprAs(env, argumentNode(env, node, 0), type.child);
    const value: Value | undefined = element.value && { kind: 'repeat', element: element.value, count: type.length };
    if (env.mode === 'comptime' && value) return known(type, value, node);
    return { type, value, node, ir: { kind: 'repeatInit', type, node, element: toIr(element), value } };
  },
  reduce: (env, node) => {
    const operation = comptimeExpr(env, argumentNode(env, node, 0), forType(stdType(env, 'std.builtin.ReduceOp', node)));
    const vector = argument(env, node, 1);
    if (vector.type.kind !== 'vector') return fail(env, node, 'expected a vector');
    const type = vector.type.child;
    let value: Value | undefined;
    const enumType = operation.type;
    const name = enumType.kind === 'enum' && operation.value?.kind === 'enum' ? enumType.fields?.find((field) => field.value === BigInt((operation.value as { int: number }).int))?.name : undefined;
    const operator = name ? REDUCTIONS[name] : undefined;
    if (vector.value && operator) {
      value = elementOf(vector.value, 0, vector.type);
      for (let index = 1; index < vector.type.length && value; index++) {
        const folded = foldArithmetic(operator, value, elementOf(vector.value, index, vector.type), type);
        value = folded && 'value' in folded ? folded.value : undefined;
      }
    }
    return builtinResult(env, node, type, [coerce(env, operation, enumType, node), vector], value);
  },
  select: (env, node) => {
    const child = typeExpr(env, argumentNode(env, node, 0));
    const predicate = argument(env, node, 1);
    if (predicate.type.kind !== 'vector') return fail(env, node, 'expected a vector of bool');
    const type = env.cx.pool.vector(child, predicate.type.length);
    const a = exprAs(env, argumentNode(env, node, 2), type);
    const b = exprAs(env, argumentNode(env, node, 3), type);
    return builtinResult(env, node, type, [predicate, a, b], undefined);
  },
  shuffle: (env, node) => {
    const child = typeExpr(env, argumentNode(env, node, 0));
    const a = expr(env, argumentNode(env, node, 1), forType(undefined));
    const b = expr(env, argumentNode(env, node, 2), forType(undefined));
    const mask = comptimeExpr(env, argumentNode(env, node, 3), forType(undefined));
    const length = mask.type.kind === 'vector' || mask.type.kind === 'array' ? mask.type.length : mask.type.kind === 'tuple' ? mask.type.elements.length : fail(env, node, 'expected a mask');
    const maskType = env.cx.pool.vector(T.i32, length);
    return builtinResult(env, node, env.cx.pool.vector(child, length), [a, b, coerce(env, mask, maskType, node)], undefined);
  },
};
