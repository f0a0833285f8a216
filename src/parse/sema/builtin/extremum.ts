/**
 * `@min` and `@max`. The type of the result is the smallest integer type for the values that it can take, seen from the operands' types
 * and known values (so `@min(x, 10)` is a `u4`); floats keep their peer type.
 */

import type { IntType, Type } from '../../ir/types.js';
import type { Int, Value } from '../../ir/values.js';
import type * as ast from '../../syntax/ast.js';
import { arithmeticOn } from '../binary.js';
import { coerce, converted } from '../coerce.js';
import { type Env, fail } from '../env.js';
import * as int from '../int.js';
import { elementsOf } from '../memory.js';
import { isNoReturn, isUnknown, known, type Operand, toIr } from '../operand.js';
import { intType } from '../pool.js';
import { typeName } from '../print-type.js';
import { argument, type BuiltinHandler } from './handler.js';

type Range = readonly [Int, Int];
const scalarOf = (type: Type): Type => (type.kind === 'vector' ? type.child : type);
const smaller = (a: Int, b: Int): Int => (a < b ? a : b);
const larger = (a: Int, b: Int): Int => (a > b ? a : b);

/** The handler of one of the two. */
export function extremum(operator: 'min' | 'max'): BuiltinHandler {
  return (env, node) => {
    const operands = node.args.map((_, index) => argument(env, node, index));
    const stop = operands.find((one) => isUnknown(one) || isNoReturn(one));
    if (stop) return stop;
    const [first, ...others] = operands;
    if (!first) return fail(env, node, `\`@${node.name}\` needs arguments`);
    const ranges = operands.map((one) => rangeOf(one));
    if (
      ranges.some((range) => range === undefined) ||
      operands.every((one) => scalarOf(one.type).kind === 'comptime_int')
    ) {
      return others.reduce((result, other) => arithmeticOn(env, operator, result, other, node), first);
    }
    return integers(env, operator, operands, ranges as Range[], node);
  };
}

/** The values that an operand can have; undefined for what is no integer. */
function rangeOf({ type, value }: Operand): Range | undefined {
  const scalar = scalarOf(type);
  if (scalar.kind !== 'int' && scalar.kind !== 'comptime_int') return undefined;
  const elements = value && (type.kind === 'vector' ? elementsOf(value, type.length, type) : [value]);
  if (elements?.every((one): one is Extract<Value, { kind: 'int' }> => one.kind === 'int') && elements.length > 0) {
    return [elements.map((one) => one.int).reduce(smaller), elements.map((one) => one.int).reduce(larger)];
  }
  return scalar.kind === 'int' ? int.limitsOf(scalar) : undefined;
}

/** The smallest integer type that holds a range. */
function fitting([low, high]: Range): IntType {
  if (low >= 0) return intType(false, int.bitLength(high));
  return intType(true, 1 + Math.max(int.bitLength(int.add(low, 1)), high > 0 ? int.bitLength(high) : 0));
}

function integers(
  env: Env,
  operator: 'min' | 'max',
  operands: readonly Operand[],
  ranges: readonly Range[],
  node: ast.BuiltinCall,
): Operand {
  const lows = ranges.map((range) => range[0]);
  const highs = ranges.map((range) => range[1]);
  const pick = operator === 'min' ? smaller : larger;
  const length = operands
    .map((one) => (one.type.kind === 'vector' ? one.type.length : undefined))
    .find((one) => one !== undefined);
  const shaped = (type: Type): Type => (length === undefined ? type : env.cx.pool.vector(type, length));
  // Computed in a type that holds all operands, the written one where they share it.
  const types = operands.map((one) => scalarOf(one.type)).filter((type) => type.kind === 'int');
  const shared = types.find(
    (type) => lows.every((low) => int.fits(low, type)) && highs.every((high) => int.fits(high, type)),
  );
  const wide = shared ?? fitting([lows.reduce(smaller), highs.reduce(larger)]);
  const [first, ...others] = operands.map((one) => widened(env, one, shaped(wide), node));
  const whole = others.reduce((result, other) => arithmeticOn(env, operator, result, other, node), first!);
  return narrowed(env, whole, shaped(fitting([lows.reduce(pick), highs.reduce(pick)])), node);
}

function widened(env: Env, operand: Operand, type: Type, node: ast.Node): Operand {
  if (operand.type === type) return operand;
  if (type.kind === 'vector' && operand.type.kind !== 'vector')
    fail(env, node, `incompatible types: \`${typeName(operand.type)}\` and \`${typeName(type)}\``);
  return coerce(env, operand, type, operand.node);
}

/** The result in its narrow type: the value is known to fit. */
function narrowed(env: Env, operand: Operand, type: Type, node: ast.BuiltinCall): Operand {
  if (operand.type === type) return operand;
  const from = scalarOf(operand.type);
  const to = scalarOf(type);
  if (from.kind === 'int' && to.kind === 'int' && from.bits === to.bits && from.signed === to.signed)
    return converted(env, operand, type, 'int', operand.value, node);
  if (env.mode === 'comptime' && operand.value) return known(type, operand.value, node);
  return {
    type,
    value: operand.value,
    node,
    ir: { kind: 'builtin', type, node, name: 'intCast', args: [toIr(operand)], value: operand.value },
  };
}
