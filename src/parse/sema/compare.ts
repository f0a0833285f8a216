/** Comparison operators: against `null`, of integers of any widths, of tags with enum literals, and of peers. */
import type * as ast from '../syntax/ast.js';
import type { Type } from '../ir/types.js';
import type { Int, Value } from '../ir/values.js';
import { foldCompare } from './arithmetic.js';
import { coerce } from './coerce.js';
import { type Env, fail, forType, NONE } from './env.js';
import { mentionsSkolem } from './skolem.js';
import { ensureFields } from './fields.js';
import { expr, unknownOperand } from './expr.js';
import * as int from './int.js';
import { elementsOf } from './memory.js';
import { aggregate, boolValue, isNoReturn, isUnknown, known, type Operand, toIr } from './operand.js';
import { peerType } from './peer.js';
import { intType, T } from './pool.js';

export function analyseCompare(env: Env, node: ast.Binary): Operand {
  const operator = node.operator as ast.CompareOperator;
  const left = expr(env, node.left, NONE);
  if (isNoReturn(left)) return left;
  const right = expr(env, node.right, left.type.kind === 'enum' || left.type.kind === 'union' ? forType(tagTypeOf(env, left.type, node)) : NONE);
  if (isNoReturn(right)) return right;
  return compareOn(env, operator, left, right, node);
}

function tagTypeOf(env: Env, type: Type, node: ast.Node): Type {
  if (type.kind !== 'union') return type;
  ensureFields(env, type, node);
  return type.tag ?? type;
}

/** `left operator right` on operands already analysed. */
export function compareOn(env: Env, operator: ast.CompareOperator, left: Operand, right: Operand, node: ast.Node): Operand {
  if (isUnknown(left) || isUnknown(right)) return unknownOperand(env, node, 'an operand could not be analysed');
  if (right.type.kind === 'null' || left.type.kind === 'null') return compareNull(env, operator, right.type.kind === 'null' ? left : right, node);
  if (left.type.kind === 'type' && left.value?.kind === 'type' && right.value?.kind === 'type') {
    if (left.value.type !== right.value.type && (mentionsSkolem(left.value.type) || mentionsSkolem(right.value.type))) fail(env, node, 'a branch depends on a type parameter');
    return known(T.bool, boolValue((left.value.type === right.value.type) === (operator === '==')), node);
  }
  const isInt = (type: Type): boolean => type.kind === 'int' || type.kind === 'comptime_int';
  if (isInt(left.type) && isInt(right.type)) return compareIntegers(env, operator, left, right, node);
  const a = left.type.kind === 'union' ? coerce(env, left, tagTypeOf(env, left.type, node), node) : left;
  const b = right.type.kind === 'union' ? coerce(env, right, tagTypeOf(env, right.type, node), node) : right;
  const type = peerType(env, [a, b], node);
  return result(env, operator, coerce(env, a, type, a.node), coerce(env, b, type, b.node), type, node);
}

function compareNull(env: Env, operator: ast.CompareOperator, operand: Operand, node: ast.Node): Operand {
  const negated = operator === '!=';
  const value = operand.value && operand.value.kind !== 'undefined' ? boolValue((operand.value.kind === 'null') !== negated) : undefined;
  if (value && (env.mode === 'comptime' || operand.ir === undefined)) return known(T.bool, value, node);
  return { type: T.bool, value, node, ir: { kind: 'isNull', type: T.bool, node, operand: toIr(operand), negated, value } };
}

/**
 * Integers of different types compare mathematically; a comptime one takes the other's type where it fits. Where the values that the
 * types allow leave one answer only (`u8 < 256`), the comparison is known.
 */
function compareIntegers(env: Env, operator: ast.CompareOperator, left: Operand, right: Operand, node: ast.Node): Operand {
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
    case '==': return left[1] < right[0] || left[0] > right[1] ? false : left[0] === left[1] && right[0] === right[1] ? true : undefined;
    case '!=': return negated(onlyAnswer('==', left, right));
    case '<': return left[1] < right[0] ? true : left[0] >= right[1] ? false : undefined;
    case '>': return onlyAnswer('<', right, left);
    case '<=': return negated(onlyAnswer('<', right, left));
    case '>=': return negated(onlyAnswer('<', left, right));
  }
}
const negated = (answer: boolean | undefined): boolean | undefined => (answer === undefined ? undefined : !answer);

function result(env: Env, operator: ast.CompareOperator, left: Operand, right: Operand, type: Type, node: ast.Node, only?: boolean): Operand {
  if (type.kind === 'vector') return compareVectors(env, operator, left, right, type, node);
  const folded = only ?? (left.value && right.value ? compareValues(env, operator, left.value, right.value) : undefined);
  const value = folded === undefined ? undefined : boolValue(folded);
  if (value && (env.mode === 'comptime' || (left.ir === undefined && right.ir === undefined))) return known(T.bool, value, node);
  return { type: T.bool, value, node, ir: { kind: 'compare', type: T.bool, node, operator, left: toIr(left), right: toIr(right), value } };
}

/** Known values; pointers and aggregates by their interned identity. */
function compareValues(env: Env, operator: ast.CompareOperator, a: Value, b: Value): boolean | undefined {
  const folded = foldCompare(operator, a, b);
  if (folded !== undefined) return folded;
  const isPointer = (value: Value): boolean => value.kind === 'pointer' || value.kind === 'slice' || (value.kind === 'some' && isPointer(value.payload));
  if ((operator !== '==' && operator !== '!=') || !isPointer(a) || !isPointer(b)) return undefined;
  return (env.cx.pool.valueId(a) === env.cx.pool.valueId(b)) === (operator === '==');
}

function compareVectors(env: Env, operator: ast.CompareOperator, left: Operand, right: Operand, type: Extract<Type, { kind: 'vector' }>, node: ast.Node): Operand {
  const resultType = env.cx.pool.vector(T.bool, type.length);
  let value: Value | undefined;
  if (left.value && right.value) {
    const a = elementsOf(left.value, type.length, type);
    const b = elementsOf(right.value, type.length, type);
    const bools = a.map((one, index) => foldCompare(operator, one, b[index]!));
    if (bools.every((one) => one !== undefined)) value = aggregate(bools.map(boolValue));
  }
  if (value && env.mode === 'comptime') return known(resultType, value, node);
  return { type: resultType, value, node, ir: { kind: 'compare', type: resultType, node, operator, left: toIr(left), right: toIr(right), value } };
}
