/** Comparison operators: against `null`, of integers of any widths, of tags with enum literals, and of peers. */

import type { Type } from '../ir/types.js';
import type { Int, PointerValue, Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { foldCompare } from './arithmetic.js';
import { bitsOf } from './bytes.js';
import { coerce } from './coerce.js';
import { type Env, fail, forType, NONE } from './env.js';
import { isOpenErrorSet } from './error-set.js';
import { expr, unknownOperand } from './expr.js';
import { ensureFields } from './fields.js';
import { type FloatValue, floatToInt, isWhole } from './float.js';
import * as int from './int.js';
import { elementsOf } from './memory.js';
import { addressIn, byteOffset } from './memory-path.js';
import { aggregate, boolValue, isNoReturn, isUnknown, known, type Operand, toIr } from './operand.js';
import { peerType } from './peer.js';
import { intType, T } from './pool.js';
import { mentionsSkolem } from './skolem.js';

export function analyseCompare(env: Env, node: ast.Binary): Operand {
  const operator = node.operator as ast.CompareOperator;
  const left = expr(env, node.left, NONE);
  if (isNoReturn(left)) return left;
  const right = expr(
    env,
    node.right,
    left.type.kind === 'enum' || left.type.kind === 'union' ? forType(tagTypeOf(env, left.type, node)) : NONE,
  );
  if (isNoReturn(right)) return right;
  return compareOn(env, operator, left, right, node);
}

function tagTypeOf(env: Env, type: Type, node: ast.Node): Type {
  if (type.kind !== 'union') return type;
  ensureFields(env, type, node);
  return type.tag ?? type;
}

/** `left operator right` on operands already analysed. */
export function compareOn(
  env: Env,
  operator: ast.CompareOperator,
  left: Operand,
  right: Operand,
  node: ast.Node,
): Operand {
  if (isUnknown(left) || isUnknown(right)) return unknownOperand(env, node, 'an operand could not be analysed');
  if (right.type.kind === 'null' || left.type.kind === 'null')
    return compareNull(env, operator, right.type.kind === 'null' ? left : right, node);
  if (left.type.kind === 'type' && left.value?.kind === 'type' && right.value?.kind === 'type') {
    if (left.value.type !== right.value.type && (mentionsSkolem(left.value.type) || mentionsSkolem(right.value.type)))
      fail(env, node, 'a branch depends on a type parameter');
    return known(T.bool, boolValue((left.value.type === right.value.type) === (operator === '==')), node);
  }
  const isInt = (type: Type): boolean => type.kind === 'int' || type.kind === 'comptime_int';
  if (isInt(left.type) && isInt(right.type)) return compareIntegers(env, operator, left, right, node);
  if (isFloat(left.type) && isInt(right.type) && left.value?.kind === 'float' && right.value === undefined)
    return compareWithFloat(env, SWAPPED[operator], right, left, left.value, node);
  if (isFloat(right.type) && isInt(left.type) && right.value?.kind === 'float' && left.value === undefined)
    return compareWithFloat(env, operator, left, right, right.value, node);
  const a =
    left.type.kind === 'union' && !isPackedUnion(left.type)
      ? coerce(env, left, tagTypeOf(env, left.type, node), node)
      : left;
  const b =
    right.type.kind === 'union' && !isPackedUnion(right.type)
      ? coerce(env, right, tagTypeOf(env, right.type, node), node)
      : right;
  const withOpenSet = compareWithOpenSet(env, operator, a, b, node);
  if (withOpenSet !== undefined) return withOpenSet;
  const type = peerType(env, [a, b], node);
  return result(env, operator, coerce(env, a, type, a.node), coerce(env, b, type, b.node), type, node);
}

/**
 * An error of the set that the function at hand is still collecting (`errdefer |err| if (err == error.A)`) with a known error: the
 * known one is of that set, and is not collected by being compared with.
 */
function compareWithOpenSet(
  env: Env,
  operator: ast.CompareOperator,
  left: Operand,
  right: Operand,
  node: ast.Node,
): Operand | undefined {
  if (right.value?.kind === 'error' && isOpenErrorSet(left.type))
    return result(env, operator, left, known(left.type, right.value, right.node), left.type, node);
  if (left.value?.kind === 'error' && isOpenErrorSet(right.type))
    return result(env, operator, known(right.type, left.value, left.node), right, right.type, node);
  return undefined;
}

const isFloat = (type: Type): boolean => type.kind === 'float' || type.kind === 'comptime_float';
const isPackedUnion = (type: Type): boolean => type.kind === 'union' && type.layout === 'packed';
const SWAPPED: { readonly [K in ast.CompareOperator]: ast.CompareOperator } = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
};

/** An integer not known at comptime against a known float: as integers, the float rounded to the side that keeps the answer. */
function compareWithFloat(
  env: Env,
  operator: ast.CompareOperator,
  left: Operand,
  right: Operand,
  value: FloatValue,
  node: ast.Node,
): Operand {
  const whole = floatToInt(value, 'floor');
  if (whole === undefined) {
    const known0 = Number.isNaN(value.float)
      ? operator === '!='
      : operator === '!=' || (value.float > 0 ? operator.startsWith('<') : operator.startsWith('>'));
    return result(env, operator, left, right, left.type, node, known0);
  }
  if (!isWhole(value) && (operator === '==' || operator === '!='))
    return result(env, operator, left, right, left.type, node, operator === '!=');
  const rounded = isWhole(value) ? operator : operator.startsWith('<') ? '<=' : '>';
  return compareIntegers(env, rounded, left, known(T.comptimeInt, { kind: 'int', int: whole }, right.node), node);
}

function compareNull(env: Env, operator: ast.CompareOperator, operand: Operand, node: ast.Node): Operand {
  const negated = operator === '!=';
  const value =
    operand.value && operand.value.kind !== 'undefined'
      ? boolValue((operand.value.kind === 'null') !== negated)
      : undefined;
  if (value && (env.mode === 'comptime' || operand.ir === undefined)) return known(T.bool, value, node);
  return {
    type: T.bool,
    value,
    node,
    ir: { kind: 'isNull', type: T.bool, node, operand: toIr(operand), negated, value },
  };
}

/**
 * Integers of different types compare mathematically; a comptime one takes the other's type where it fits. Where the values that the
 * types allow leave one answer only (`u8 < 256`), the comparison is known.
 */
function compareIntegers(
  env: Env,
  operator: ast.CompareOperator,
  left: Operand,
  right: Operand,
  node: ast.Node,
): Operand {
  const a = fitted(env, left, right.type);
  const b = fitted(env, right, left.type);
  const only = left.value || right.value ? onlyAnswer(operator, rangeOf(left), rangeOf(right)) : undefined;
  return result(env, operator, a, b, a.type, node, only);
}

/** A comptime integer as one of `type`, or of the narrowest type that holds it: no operand at run time is a comptime_int. */
function fitted(env: Env, operand: Operand, type: Type): Operand {
  if (operand.type.kind !== 'comptime_int' || operand.value?.kind !== 'int' || type.kind !== 'int') return operand;
  const { int: value } = operand.value;
  const narrowest = intType(value < 0, int.bitLength(value < 0 ? int.add(value, 1) : value) + (value < 0 ? 1 : 0));
  return coerce(env, operand, int.fits(value, type) ? type : narrowest, operand.node);
}

type Range = readonly [Int, Int] | undefined;
function rangeOf(operand: Operand): Range {
  if (operand.value?.kind === 'int') return [operand.value.int, operand.value.int];
  return operand.type.kind === 'int' ? int.limitsOf(operand.type) : undefined;
}
function onlyAnswer(operator: ast.CompareOperator, left: Range, right: Range): boolean | undefined {
  if (!left || !right) return undefined;
  switch (operator) {
    case '==':
      return left[1] < right[0] || left[0] > right[1]
        ? false
        : left[0] === left[1] && right[0] === right[1]
          ? true
          : undefined;
    case '!=':
      return negated(onlyAnswer('==', left, right));
    case '<':
      return left[1] < right[0] ? true : left[0] >= right[1] ? false : undefined;
    case '>':
      return onlyAnswer('<', right, left);
    case '<=':
      return negated(onlyAnswer('<', right, left));
    case '>=':
      return negated(onlyAnswer('<', left, right));
  }
}
const negated = (answer: boolean | undefined): boolean | undefined => (answer === undefined ? undefined : !answer);

function result(
  env: Env,
  operator: ast.CompareOperator,
  left: Operand,
  right: Operand,
  type: Type,
  node: ast.Node,
  only?: boolean,
): Operand {
  if (type.kind === 'vector') return compareVectors(env, operator, left, right, type, node);
  const folded =
    only ?? (left.value && right.value ? compareValues(env, operator, left.value, right.value, type, node) : undefined);
  const value = folded === undefined ? undefined : boolValue(folded);
  if (value && (env.mode === 'comptime' || (left.ir === undefined && right.ir === undefined)))
    return known(T.bool, value, node);
  return {
    type: T.bool,
    value,
    node,
    ir: { kind: 'compare', type: T.bool, node, operator, left: toIr(left), right: toIr(right), value },
  };
}

/** Known values; pointers and aggregates by their interned identity. */
function compareValues(
  env: Env,
  operator: ast.CompareOperator,
  a: Value,
  b: Value,
  type: Type,
  node: ast.Node,
): boolean | undefined {
  if ((type.kind === 'struct' || type.kind === 'union') && type.layout === 'packed') {
    const [x, y] = [bitsOf(env, type, a, node), bitsOf(env, type, b, node)];
    return x === undefined || y === undefined ? undefined : (x === y) === (operator === '==');
  }
  const folded = foldCompare(operator, a, b);
  if (folded !== undefined) return folded;
  if (operator !== '==' && operator !== '!=') return compareAddresses(env, operator, a, b, node);
  const left = pointerOf(a);
  const right = pointerOf(b);
  return left && right ? samePointer(env, left, right, node) === (operator === '==') : undefined;
}

function pointerOf(value: Value): PointerValue | undefined {
  if (value.kind === 'some') return pointerOf(value.payload);
  return value.kind === 'pointer' ? value : value.kind === 'slice' ? value.pointer : undefined;
}
/** Pointers are equal that lead to the same byte of the same memory, by whatever path. */
function samePointer(env: Env, a: PointerValue, b: PointerValue, node: ast.Node): boolean {
  const { pool } = env.cx;
  if (pool.valueId(a) === pool.valueId(b)) return true;
  if (pool.valueId({ ...a, path: [] }) !== pool.valueId({ ...b, path: [] })) return false;
  const offset = byteOffset(env, a, node);
  return offset !== undefined && offset === byteOffset(env, b, node);
}

/** Pointers have an order where both are numbers, or lead into the same memory. */
function compareAddresses(
  env: Env,
  operator: ast.CompareOperator,
  left: Value,
  right: Value,
  node: ast.Node,
): boolean | undefined {
  const [a, b] = [orNowhere(left), orNowhere(right)];
  if (a === undefined || b === undefined) return undefined;
  const { pool } = env.cx;
  const isNumber = a.base.kind === 'integer' && b.base.kind === 'integer';
  if (!isNumber && pool.valueId({ ...a, path: [] }) !== pool.valueId({ ...b, path: [] })) return undefined;
  const [first, second] = [addressIn(env, a, node), addressIn(env, b, node)];
  if (first === undefined || second === undefined) return undefined;
  return foldCompare(operator, { kind: 'int', int: first }, { kind: 'int', int: second });
}

/** The null of a C pointer is address 0. */
function orNowhere(value: Value): PointerValue | undefined {
  return value.kind === 'null'
    ? { kind: 'pointer', base: { kind: 'integer', address: 0 }, path: [] }
    : pointerOf(value);
}

function compareVectors(
  env: Env,
  operator: ast.CompareOperator,
  left: Operand,
  right: Operand,
  type: Extract<Type, { kind: 'vector' }>,
  node: ast.Node,
): Operand {
  const resultType = env.cx.pool.vector(T.bool, type.length);
  let value: Value | undefined;
  if (left.value && right.value) {
    const a = elementsOf(left.value, type.length, type);
    const b = elementsOf(right.value, type.length, type);
    const bools = a.map((one, index) => foldCompare(operator, one, b[index]!));
    if (bools.every((one) => one !== undefined)) value = aggregate(bools.map(boolValue));
  }
  if (value && env.mode === 'comptime') return known(resultType, value, node);
  return {
    type: resultType,
    value,
    node,
    ir: { kind: 'compare', type: resultType, node, operator, left: toIr(left), right: toIr(right), value },
  };
}
