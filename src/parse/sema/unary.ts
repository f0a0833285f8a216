/** Prefix operators: `!`, `-`, `-%`, `~`, `&`, `try`, and the type `?T`. */

import type { Type } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { foldArithmetic } from './arithmetic.js';
import { coerce, tryCoerce } from './coerce.js';
import { type Env, fail, forType, NONE, REF, type ResultLocation, wantedType } from './env.js';
import { denotesStorage, expr, typeExpr, unknownOperand } from './expr.js';
import { negateFloat } from './float.js';
import { analyseIf, areArmsStorage } from './if.js';
import * as int from './int.js';
import { elementsOf, materialise } from './memory.js';
import {
  aggregate,
  boolValue,
  floatValue,
  intValue,
  isNoReturn,
  isUnknown,
  known,
  NULL,
  type Operand,
  toIr,
  typeOperand,
  UNDEFINED,
} from './operand.js';
import { T } from './pool.js';
import { typeName } from './print-type.js';
import { analyseTry } from './try-catch.js';

type Handler = (env: Env, node: ast.Unary, location: ResultLocation) => Operand;
const handlers: { readonly [K in ast.UnaryOperator]: Handler } = {
  '!': analyseNot,
  '~': analyseBitNot,
  '-': (env, node) => analyseNegate(env, node, false),
  '-%': (env, node) => analyseNegate(env, node, true),
  '&': analyseAddressOf,
  try: analyseTry,
  '?': (env, node) => typeOperand(env.cx.pool.optional(typeExpr(env, node.operand)), node),
};

export function analyseUnary(env: Env, node: ast.Unary, location: ResultLocation): Operand {
  return handlers[node.operator](env, node, location);
}

function analyseNot(env: Env, node: ast.Unary): Operand {
  const raw = expr(env, node.operand, forType(T.bool));
  if (raw.type.kind === 'vector')
    return perElement(env, raw, node, (value) => (value.kind === 'bool' ? boolValue(!value.bool) : value), '!');
  const operand = coerce(env, raw, T.bool, node.operand);
  const value = operand.value?.kind === 'bool' ? boolValue(!operand.value.bool) : operand.value;
  if (value && (env.mode === 'comptime' || !operand.ir)) return known(T.bool, value, node);
  return {
    type: T.bool,
    value,
    node,
    ir: { kind: 'not', operator: '!', type: T.bool, node, operand: toIr(operand), value },
  };
}

function perElement(
  env: Env,
  operand: Operand,
  node: ast.Node,
  apply: (value: Value) => Value,
  operator: '!' | '~',
): Operand {
  const type = operand.type as Extract<Type, { kind: 'vector' }>;
  const value = operand.value && aggregate(elementsOf(operand.value, type.length, type).map(apply));
  if (value && env.mode === 'comptime') return known(type, value, node);
  return { type, value, node, ir: { kind: 'not', operator, type, node, operand: toIr(operand), value } };
}

function analyseBitNot(env: Env, node: ast.Unary): Operand {
  const operand = expr(env, node.operand, NONE);
  if (isUnknown(operand) || isNoReturn(operand)) return operand;
  const { type } = operand;
  const flip =
    (scalar: Type) =>
    (value: Value): Value => {
      if (value.kind !== 'int') return value;
      return intValue(scalar.kind === 'int' ? int.wrap(int.sub(-1, value.int), scalar) : int.sub(-1, value.int));
    };
  if (type.kind === 'vector') return perElement(env, operand, node, flip(type.child), '~');
  if (type.kind !== 'int' && type.kind !== 'comptime_int') return fail(env, node, `\`~\` on \`${typeName(type)}\``);
  const value = operand.value && flip(type)(operand.value);
  if (value && env.mode === 'comptime') return known(type, value, node);
  return { type, value, node, ir: { kind: 'not', operator: '~', type, node, operand: toIr(operand), value } };
}

function analyseNegate(env: Env, node: ast.Unary, wrapping: boolean): Operand {
  const operand = expr(env, node.operand, NONE);
  if (isUnknown(operand) || isNoReturn(operand)) return unknownOrSame(env, operand, node);
  const { type } = operand;
  const value = operand.value && negated(env, operand.value, type, wrapping, node);
  // A negative literal is one literal.
  if (value && (env.mode === 'comptime' || !operand.ir)) return known(type, value, node);
  return { type, value, node, ir: { kind: 'negate', wrapping, type, node, operand: toIr(operand), value } };
}

function unknownOrSame(env: Env, operand: Operand, node: ast.Node): Operand {
  return isUnknown(operand) ? unknownOperand(env, node, 'the operand could not be analysed') : operand;
}

function negated(env: Env, value: Value, type: Type, wrapping: boolean, node: ast.Node): Value | undefined {
  if (value.kind === 'float') return negateFloat(value);
  if (value.kind === 'undefined') return value;
  if (type.kind === 'vector') {
    const zero: Value = type.child.kind === 'float' ? floatValue(-0) : intValue(0);
    const zeros: Value = { kind: 'repeat', element: zero, count: type.length };
    const folded = foldArithmetic(wrapping ? '-%' : '-', zeros, value, type);
    return folded && 'value' in folded ? folded.value : undefined;
  }
  if (value.kind !== 'int') return undefined;
  const folded = foldArithmetic(wrapping ? '-%' : '-', intValue(0), value, type);
  if (folded && 'trap' in folded) {
    if (env.mode !== 'runtime') fail(env, node, folded.trap);
    return undefined;
  }
  return folded?.value;
}

/** `&operand`: the address of a place, or of a constant made for it. */
function analyseAddressOf(env: Env, node: ast.Unary, location: ResultLocation): Operand {
  const wanted = pointerWanted(wantedType(location));
  const operand = ungrouped(node.operand);
  const pointer =
    operand.kind === 'if' && (!wanted || areArmsStorage(operand))
      ? analyseIf(env, operand, REF)
      : wanted && !denotesStorage(operand)
        ? temporaryAddress(env, operand, wanted, node)
        : expr(env, operand, REF);
  const literal = wanted?.size === 'one' && pointer.type.kind === 'pointer' && untypedLiteral(pointer.type.child, node);
  if (literal) return materialise(env, coerce(env, literal, wanted.child, node), node);
  const ir = pointer.ir?.kind === 'addressOf' ? { ...pointer.ir, node, implicit: false } : pointer.ir;
  markAddressTaken(pointer);
  return { type: pointer.type, value: pointer.value, ir, node };
}

/** `undefined` and `null` take the pointee's type. */
function untypedLiteral(type: Type, node: ast.Node): Operand | undefined {
  if (type.kind === 'undefined') return known(type, UNDEFINED, node);
  return type.kind === 'null' ? known(type, NULL, node) : undefined;
}

const ungrouped = (node: ast.Expression): ast.Expression => (node.kind === 'grouped' ? ungrouped(node.child) : node);

function markAddressTaken(pointer: Operand): void {
  if (pointer.value?.kind === 'pointer' && pointer.value.base.kind === 'decl')
    pointer.value.base.decl.isAddressTaken = true;
}

function pointerWanted(type: Type | undefined): Extract<Type, { kind: 'pointer' }> | undefined {
  if (type?.kind === 'optional') return pointerWanted(type.child);
  if (type?.kind === 'errorUnion') return pointerWanted(type.payload);
  return type?.kind === 'pointer' ? type : undefined;
}

/** The address of a value, for a pointer type: the value takes the pointee's type, or a literal that of an array of a slice's elements. */
function temporaryAddress(
  env: Env,
  operand: ast.Expression,
  wanted: Extract<Type, { kind: 'pointer' }>,
  node: ast.Unary,
): Operand {
  if (wanted.size === 'one') {
    if (wanted.child.kind === 'anyopaque' || wanted.child.kind === 'fn') return expr(env, operand, REF);
    const inner = expr(env, operand, forType(wanted.child));
    if (isUnknown(inner) || isNoReturn(inner)) return inner;
    return materialise(env, tryCoerce(env, inner, wanted.child, operand) ?? inner, node);
  }
  const elements =
    operand.kind === 'arrayInit'
      ? operand.elements.length
      : operand.kind === 'structInit' && operand.fields.length === 0
        ? 0
        : undefined;
  const isUntyped = (operand.kind === 'arrayInit' || operand.kind === 'structInit') && operand.type === undefined;
  if (elements === undefined || !isUntyped) return expr(env, operand, REF);
  const array = env.cx.pool.array(wanted.child, elements, wanted.sentinel);
  return materialise(env, coerce(env, expr(env, operand, forType(array)), array, operand), node);
}
