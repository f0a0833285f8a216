/** Comptime arithmetic: what an operator gives for known operands of one type; undefined operands give undefined. */

import type { ArithmeticOperator } from '../ir/ir.js';
import type { IntType, SimpleType, Type } from '../ir/types.js';
import type { Int, Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { compareFloats, type FloatOperator, type FloatValue, floatArithmetic, floatOfInt } from './float.js';
import * as int from './int.js';
import { elementsOf } from './memory.js';
import { aggregate, intValue } from './operand.js';

/** The result, or a message that says which trap Zig raises for it at run time (and which error at comptime). */
export type Folded = { readonly value: Value } | { readonly trap: string };

type IntLike = IntType | SimpleType;
const OVERFLOW: Folded = { trap: 'integer overflow' };
const DIVISION_BY_ZERO: Folded = { trap: 'division by zero' };

const exactIn = (type: IntLike, result: Int): Folded =>
  type.kind !== 'int' || int.fits(result, type) ? { value: intValue(result) } : OVERFLOW;
const wrapIn = (type: IntLike, result: Int): Folded => ({
  value: intValue(type.kind === 'int' ? int.wrap(result, type) : result),
});
const clampIn = (type: IntLike, result: Int): Folded => ({
  value: intValue(type.kind === 'int' ? int.clamp(result, type) : result),
});
const divide = (a: Int, b: Int, type: IntLike, quotient: (a: Int, b: Int) => Int): Folded =>
  b === 0 ? DIVISION_BY_ZERO : exactIn(type, quotient(a, b));

const ON_INTS: { readonly [K in ArithmeticOperator]: (a: Int, b: Int, type: IntLike) => Folded } = {
  '+': (a, b, type) => exactIn(type, int.add(a, b)),
  '-': (a, b, type) => exactIn(type, int.sub(a, b)),
  '*': (a, b, type) => exactIn(type, int.mul(a, b)),
  '+%': (a, b, type) => wrapIn(type, int.add(a, b)),
  '-%': (a, b, type) => wrapIn(type, int.sub(a, b)),
  '*%': (a, b, type) => wrapIn(type, int.mul(a, b)),
  '+|': (a, b, type) => clampIn(type, int.add(a, b)),
  '-|': (a, b, type) => clampIn(type, int.sub(a, b)),
  '*|': (a, b, type) => clampIn(type, int.mul(a, b)),
  '/': (a, b, type) => divide(a, b, type, int.divTrunc),
  '%': (a, b, type) => divide(a, b, type, int.rem),
  divTrunc: (a, b, type) => divide(a, b, type, int.divTrunc),
  divFloor: (a, b, type) => divide(a, b, type, int.divFloor),
  divExact: (a, b, type) =>
    b !== 0 && int.rem(a, b) !== 0 ? { trap: 'exact division produced remainder' } : divide(a, b, type, int.divTrunc),
  rem: (a, b, type) => divide(a, b, type, int.rem),
  mod: (a, b, type) => divide(a, b, type, int.mod),
  '<<': (a, b, type) => shiftLeft(a, b, type),
  '>>': (a, b) => ({ value: intValue(int.shr(a, Number(b))) }),
  '<<|': (a, b, type) =>
    type.kind === 'int' && b > type.bits * 2
      ? clampIn(type, a > 0 ? int.shl(1, type.bits + 1) : a === 0 ? 0 : int.negate(int.shl(1, type.bits + 1)))
      : clampIn(type, int.shl(a, Number(b))),
  shlExact: (a, b, type) => exactIn(type, int.shl(a, Number(b))),
  shrExact: (a, b) =>
    int.shl(int.shr(a, Number(b)), Number(b)) === a
      ? { value: intValue(int.shr(a, Number(b))) }
      : { trap: 'right shift overflowed bits' },
  '&': (a, b) => ({ value: intValue(int.and(a, b)) }),
  '|': (a, b) => ({ value: intValue(int.or(a, b)) }),
  '^': (a, b) => ({ value: intValue(int.xor(a, b)) }),
  // biome-ignore lint/complexity/useMathMinMax: Math.min takes no bigint
  min: (a, b) => ({ value: intValue(a < b ? a : b) }),
  // biome-ignore lint/complexity/useMathMinMax: Math.max takes no bigint
  max: (a, b) => ({ value: intValue(a > b ? a : b) }),
};

function shiftLeft(a: Int, b: Int, type: IntLike): Folded {
  if (type.kind !== 'int') return { value: intValue(int.shl(a, Number(b))) };
  if (b >= type.bits) return { trap: 'shift amount is greater than the type size' };
  return wrapIn(type, int.shl(a, Number(b)));
}

const FLOAT_OPERATORS: { readonly [K in ArithmeticOperator]?: FloatOperator } = {
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '%': 'rem',
  rem: 'rem',
  mod: 'mod',
  divTrunc: 'divTrunc',
  divFloor: 'divFloor',
  divExact: '/',
};

/** A `comptime_float` is an f128. */
const floatWidth = (type: Type): number => (type.kind === 'float' ? type.bits : 128);

function foldFloats(operator: ArithmeticOperator, a: FloatValue, b: FloatValue, type: Type): Folded | undefined {
  if (operator === 'min' || operator === 'max') return { value: extremum(operator, a, b) };
  const known = FLOAT_OPERATORS[operator];
  if (!known) return undefined;
  if (type.kind === 'comptime_float' && b.float === 0 && known !== '+' && known !== '-' && known !== '*')
    return DIVISION_BY_ZERO;
  return { value: floatArithmetic(known, a, b, floatWidth(type)) };
}
function extremum(operator: 'min' | 'max', a: FloatValue, b: FloatValue): FloatValue {
  if (Number.isNaN(a.float)) return b;
  if (Number.isNaN(b.float)) return a;
  const order = compareFloats(a, b);
  return (operator === 'min' ? order <= 0 : order >= 0) ? a : b;
}

/** Folds `a op b`, both of `type` (the amount of a shift excepted). Undefined where the operator does not apply to the type. */
export function foldArithmetic(operator: ArithmeticOperator, a: Value, b: Value, type: Type): Folded | undefined {
  if (a.kind === 'undefined' || b.kind === 'undefined') return { value: { kind: 'undefined' } };
  if (type.kind === 'vector') return foldVector(operator, a, b, type.child, type.length, type);
  if (a.kind === 'int' && b.kind === 'int') return ON_INTS[operator](a.int, b.int, type as IntLike);
  if (a.kind === 'float' && b.kind === 'float') return foldFloats(operator, a, b, type);
  if (a.kind === 'bool' && b.kind === 'bool') {
    if (operator === '&') return { value: { kind: 'bool', bool: a.bool && b.bool } };
    if (operator === '|') return { value: { kind: 'bool', bool: a.bool || b.bool } };
    if (operator === '^') return { value: { kind: 'bool', bool: a.bool !== b.bool } };
  }
  return undefined;
}

function foldVector(
  operator: ArithmeticOperator,
  a: Value,
  b: Value,
  child: Type,
  length: number,
  type: Type,
): Folded | undefined {
  const left = elementsOf(a, length, type);
  const right = elementsOf(b, length, type);
  const result: Value[] = [];
  for (let index = 0; index < length; index++) {
    const one = foldArithmetic(operator, left[index]!, right[index]!, child);
    if (!one || 'trap' in one) return one;
    result.push(one.value);
  }
  return { value: aggregate(result) };
}

/** Compares two known scalars; undefined where they have no order or equality at comptime. */
export function foldCompare(operator: ast.CompareOperator, a: Value, b: Value): boolean | undefined {
  if ((a.kind === 'int' || a.kind === 'enum') && (b.kind === 'int' || b.kind === 'enum'))
    return ordered(operator, int.compare(a.int, b.int));
  if (a.kind === 'float' || b.kind === 'float') {
    const order = compareFloats(asFloat(a), asFloat(b));
    return Number.isNaN(order) ? operator === '!=' : ordered(operator, order);
  }
  const isEqual = foldEqual(a, b);
  if (isEqual === undefined) return undefined;
  return operator === '==' ? isEqual : operator === '!=' ? !isEqual : undefined;
}

function asFloat(value: Value): FloatValue {
  if (value.kind === 'int') return floatOfInt(value.int, 128);
  return value.kind === 'float' ? value : { kind: 'float', float: Number.NaN };
}

function foldEqual(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'bool' && b.kind === 'bool') return a.bool === b.bool;
  if (a.kind === 'type' && b.kind === 'type') return a.type === b.type;
  if (a.kind === 'error' && b.kind === 'error') return a.name === b.name;
  if (a.kind === 'enumLiteral' && b.kind === 'enumLiteral') return a.name === b.name;
  if (a.kind === 'null' || b.kind === 'null') return a.kind === b.kind;
  if (a.kind === 'void' && b.kind === 'void') return true;
  // An error against a payload.
  if ((a.kind === 'error' && b.kind === 'some') || (a.kind === 'some' && b.kind === 'error')) return false;
  if (a.kind === 'some' && b.kind === 'some')
    return foldEqual(a.payload, b.payload) ?? foldCompare('==', a.payload, b.payload);
  if (a.kind === 'fn' && b.kind === 'fn') return a.instance === b.instance;
  return undefined;
}

function ordered(operator: ast.CompareOperator, sign: number): boolean {
  switch (operator) {
    case '==':
      return sign === 0;
    case '!=':
      return sign !== 0;
    case '<':
      return sign < 0;
    case '>':
      return sign > 0;
    case '<=':
      return sign <= 0;
    case '>=':
      return sign >= 0;
  }
}
