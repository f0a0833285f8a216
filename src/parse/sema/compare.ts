/** Comparison operators: against `null`, of integers of any widths, of tags with enum literals, and of peers. */
import type * as ast from '../syntax/ast.js';
import type { Type } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import { foldCompare } from './arithmetic.js';
import { coerce } from './coerce.js';
import { type Env, fail, forType, NONE } from './env.js';
import { mentionsSkolem } from './skolem.js';
import { ensureFields } from './fields.js';
import { expr, unknownOperand } from './expr.js';
import { elementsOf } from './memory.js';
import { aggregate, boolValue, isNoReturn, isUnknown, known, type Operand, toIr } from './operand.js';
import { peerType } from './peer.js';
import { T } from './pool.js';

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

/** Integers of different types compare mathematically; a comptime one takes the other's type where it fits. */
function compareIntegers(env: Env, operator: ast.CompareOperator, left: Operand, right: Operand, node: ast.Node): Operand {
  const a = left.type.kind === 'comptime_int' && right.type.kind === 'int' ? fitted(env, left, right.type) : left;
  const b = right.type.kind === 'comptime_int' && left.type.kind === 'int' ? fitted(env, right, left.type) : right;
  return result(env, operator, a, b, a.type, node);
}
function fitted(env: Env, operand: Operand, type: Type): Operand {
  try {
    return coerce(env, operand, type, operand.node);
  } catch {
    return operand;
  }
}

function result(env: Env, operator: ast.CompareOperator, left: Operand, right: Operand, type: Type, node: ast.Node): Operand {
  if (type.kind === 'vector') return compareVectors(env, operator, left, right, type, node);
  const folded = left.value && right.value ? compareValues(env, operator, left.value, right.value) : undefined;
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
