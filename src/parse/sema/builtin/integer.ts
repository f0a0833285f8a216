/** Integer builtins: division, shifts, overflow tuples, bit counting, minimum and maximum. */
import type { ArithmeticOperator } from '../../ir/ir.js';
import type { IntType, Type } from '../../ir/types.js';
import type { Int, Value } from '../../ir/values.js';
import { foldArithmetic } from '../arithmetic.js';
import { arithmeticOn, shiftAmountHint, shiftOn } from '../binary.js';
import { coerce } from '../coerce.js';
import { fail, forType } from '../env.js';
import { expr } from '../expr.js';
import { negateFloat } from '../float.js';
import * as int from '../int.js';
import { elementsOf } from '../memory.js';
import { aggregate, intValue, isUnknown, known } from '../operand.js';
import { peerType } from '../peer.js';
import { intType, T } from '../pool.js';
import { typeName } from '../print-type.js';
import { extremum } from './extremum.js';
import { argument, argumentNode, type BuiltinHandler, type BuiltinTable, builtinResult, mapScalar } from './handler.js';

function arithmetic(operator: ArithmeticOperator): BuiltinHandler {
  return (env, node) => arithmeticOn(env, operator, argument(env, node, 0), argument(env, node, 1), node);
}

function exactShift(operator: 'shlExact' | 'shrExact'): BuiltinHandler {
  return (env, node) => {
    const left = argument(env, node, 0);
    const right = expr(env, argumentNode(env, node, 1), shiftAmountHint(env, left.type));
    return shiftOn(env, operator, left, right, node);
  };
}

/** `@addWithOverflow` and its like: a tuple of the wrapped result and a `u1`. */
function withOverflow(operator: '+' | '-' | '*' | '<<', exact: (a: Int, b: Int) => Int): BuiltinHandler {
  return (env, node) => {
    const left = argument(env, node, 0);
    const right = argument(env, node, 1, operator === '<<' ? shiftAmountHint(env, left.type) : forType(undefined));
    if (isUnknown(left) || isUnknown(right)) return isUnknown(left) ? left : right;
    const type = operator === '<<' ? left.type : peerType(env, [left, right], node);
    const a = coerce(env, left, type, left.node);
    const b = operator === '<<' ? right : coerce(env, right, type, right.node);
    const bit: Type = type.kind === 'vector' ? env.cx.pool.vector(T.u1, type.length) : T.u1;
    const tuple = env.cx.pool.tuple([
      { type, value: undefined },
      { type: bit, value: undefined },
    ]);
    return builtinResult(
      env,
      node,
      tuple,
      [a, b],
      a.value && b.value && overflowed(a.value, b.value, type, b.type, exact),
    );
  };
}

function overflowed(
  a: Value,
  b: Value,
  type: Type,
  amountType: Type,
  exact: (a: Int, b: Int) => Int,
): Value | undefined {
  if (type.kind === 'vector' && type.child.kind === 'int') {
    const right = elementsOf(b, type.length, amountType);
    const pairs = elementsOf(a, type.length, type).map((one, index) =>
      overflowed(one, right[index]!, type.child, amountType, exact),
    );
    if (!pairs.every((pair) => pair?.kind === 'aggregate')) return undefined;
    return aggregate(
      [0, 1].map((part) => aggregate(pairs.map((pair) => (pair as { elements: Value[] }).elements[part]!))),
    );
  }
  if (a.kind !== 'int' || b.kind !== 'int' || type.kind !== 'int') return undefined;
  const whole = exact(a.int, b.int);
  return aggregate([intValue(int.wrap(whole, type)), intValue(int.fits(whole, type) ? 0 : 1)]);
}

/** Bit counts: the result is the smallest unsigned type that holds the width. */
function bitCount(count: (value: Int, type: IntType) => number): BuiltinHandler {
  return (env, node) => {
    const operand = argument(env, node, 0);
    if (isUnknown(operand)) return operand;
    const scalar = operand.type.kind === 'vector' ? operand.type.child : operand.type;
    if (scalar.kind === 'comptime_int' && operand.value?.kind === 'int')
      return known(
        T.comptimeInt,
        intValue(int.bitLength(operand.value.int) ? popCount(BigInt(operand.value.int)) : 0),
        node,
      );
    if (scalar.kind !== 'int') return fail(env, node, `\`@${node.name}\` of \`${typeName(operand.type)}\``);
    const result: Type = intType(false, scalar.bits === 0 ? 0 : int.bitLength(scalar.bits));
    const type = operand.type.kind === 'vector' ? env.cx.pool.vector(result, operand.type.length) : result;
    return builtinResult(
      env,
      node,
      type,
      [operand],
      mapScalar(operand, (value) => (value.kind === 'int' ? intValue(count(value.int, scalar)) : undefined)),
    );
  };
}
const popCount = (bits: bigint): number => bits.toString(2).replaceAll('0', '').length;
const trailingZeros = (bits: bigint, width: number): number => {
  for (let index = 0; index < width; index++) if ((bits >> BigInt(index)) & 1n) return index;
  return width;
};

function reverseBits(value: Int, type: IntType, group: number): Int {
  let rest = int.unsignedBits(value, type.bits);
  let result = 0n;
  const mask = (1n << BigInt(group)) - 1n;
  for (let index = 0; index < type.bits; index += group) {
    result = (result << BigInt(group)) | (rest & mask);
    rest >>= BigInt(group);
  }
  return int.wrap(int.normal(result), type);
}
function rearranged(group: number): BuiltinHandler {
  return (env, node) => {
    const operand = argument(env, node, 0);
    const scalar = operand.type.kind === 'vector' ? operand.type.child : operand.type;
    if (scalar.kind !== 'int') return fail(env, node, `\`@${node.name}\` of \`${typeName(operand.type)}\``);
    return builtinResult(
      env,
      node,
      operand.type,
      [operand],
      mapScalar(operand, (value) =>
        value.kind === 'int' ? intValue(reverseBits(value.int, scalar, group)) : undefined,
      ),
    );
  };
}

const abs: BuiltinHandler = (env, node) => {
  const operand = argument(env, node, 0);
  if (isUnknown(operand)) return operand;
  const unsigned = (type: Type): Type =>
    type.kind === 'int' && type.signed ? (type.name === 'isize' ? T.usize : intType(false, type.bits)) : type;
  const type =
    operand.type.kind === 'vector'
      ? env.cx.pool.vector(unsigned(operand.type.child), operand.type.length)
      : unsigned(operand.type);
  const value = mapScalar(operand, (one) => {
    if (one.kind === 'int') return intValue(one.int < 0 ? int.negate(one.int) : one.int);
    return one.kind === 'float' ? (one.float < 0 || Object.is(one.float, -0) ? negateFloat(one) : one) : undefined;
  });
  return builtinResult(env, node, type, [operand], value);
};

export const integerBuiltins: BuiltinTable = {
  divTrunc: arithmetic('divTrunc'),
  divFloor: arithmetic('divFloor'),
  divExact: arithmetic('divExact'),
  rem: arithmetic('rem'),
  mod: arithmetic('mod'),
  min: extremum('min'),
  max: extremum('max'),
  shlExact: exactShift('shlExact'),
  shrExact: exactShift('shrExact'),
  addWithOverflow: withOverflow('+', int.add),
  subWithOverflow: withOverflow('-', int.sub),
  mulWithOverflow: withOverflow('*', int.mul),
  shlWithOverflow: withOverflow('<<', (a, b) => int.shl(a, Number(b))),
  clz: bitCount((value, type) => type.bits - int.bitLength(int.unsignedBits(value, type.bits))),
  ctz: bitCount((value, type) => trailingZeros(int.unsignedBits(value, type.bits), type.bits)),
  popCount: bitCount((value, type) => popCount(int.unsignedBits(value, type.bits))),
  byteSwap: rearranged(8),
  bitReverse: rearranged(1),
  abs,
};
export { foldArithmetic };
