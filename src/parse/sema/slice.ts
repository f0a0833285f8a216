/** `object[low..high :sentinel]`. With both ends known at comptime the result is a pointer to an array (language reference: "Slices"). */

import type { PointerType, Type } from '../ir/types.js';
import type { PointerValue, Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { elementAlign } from './alignment.js';
import { coerce, converted } from './coerce.js';
import { type Env, fail, forType, REF } from './env.js';
import { comptimeExprAs, expr, unknownOperand } from './expr.js';
import { arrayElement, deref, elementsOn } from './memory.js';
import { intValue, isNoReturn, isUnknown, known, type Operand, toIr } from './operand.js';
import { T } from './pool.js';
import { typeName } from './print-type.js';

interface Sliced {
  /** A slice, many-item or C pointer, or a pointer to an array, as a value. */
  readonly pointer: Operand;
  readonly child: Type;
  readonly length: number | undefined;
  readonly sentinel: Value | undefined;
}

export function analyseSlice(env: Env, node: ast.Slice): Operand {
  const object = expr(env, node.object, REF);
  if (isUnknown(object)) return unknownOperand(env, node, 'the sliced value could not be analysed');
  if (isNoReturn(object)) return object;
  const sliced = slicedOf(env, object, node);
  const low = coerce(env, expr(env, node.low, forType(T.usize)), T.usize, node.low);
  const high = node.high && coerce(env, expr(env, node.high, forType(T.usize)), T.usize, node.high);
  const type = resultType(env, node, sliced, low, high);
  const value = sliceValue(env, sliced, low, high, type, node);
  if (env.mode === 'comptime')
    return value ? known(type, value, node) : fail(env, node, 'this slice is not known at comptime');
  const sentinel = (type.size === 'one' ? (type.child as { sentinel?: Value }).sentinel : type.sentinel) ?? undefined;
  return {
    type,
    value,
    node,
    ir: {
      kind: 'slice',
      type,
      node,
      base: toIr(sliced.pointer),
      low: toIr(low),
      high: high && toIr(high),
      sentinel: node.sentinel ? sentinel : undefined,
      value,
    },
  };
}

function slicedOf(env: Env, object: Operand, node: ast.Slice): Sliced {
  const whole = (object.type as PointerType).child;
  if (whole.kind === 'array') {
    const ir = object.ir?.kind === 'addressOf' ? { ...object.ir, implicit: true } : object.ir;
    return { pointer: { ...object, ir }, child: whole.child, length: whole.length, sentinel: whole.sentinel };
  }
  if (whole.kind !== 'pointer') return fail(env, node, `cannot slice \`${typeName(whole)}\``);
  const pointer = deref(env, object, node.object);
  if (whole.size !== 'one')
    return {
      pointer,
      child: whole.child,
      length: pointer.value?.kind === 'slice' ? pointer.value.length : undefined,
      sentinel: whole.sentinel,
    };
  if (whole.child.kind === 'array')
    return { pointer, child: whole.child.child, length: whole.child.length, sentinel: whole.child.sentinel };
  // A single item is an array of one.
  return {
    pointer: converted(
      env,
      pointer,
      env.cx.pool.pointer(env.cx.pool.array(whole.child, 1), { isConst: whole.isConst }),
      'pointerType',
      pointer.value,
      node,
    ),
    child: whole.child,
    length: 1,
    sentinel: undefined,
  };
}

const knownInt = (operand: Operand | undefined): number | undefined =>
  operand?.value?.kind === 'int' ? Number(operand.value.int) : undefined;

function resultType(env: Env, node: ast.Slice, sliced: Sliced, low: Operand, high: Operand | undefined): PointerType {
  const from = sliced.pointer.type as PointerType;
  const isArray = from.size === 'one';
  const from0 = knownInt(low);
  const to = high ? knownInt(high) : sliced.length;
  const written = node.sentinel && comptimeExprAs(env, node.sentinel, sliced.child).value;
  const reachesEnd = !high || (to !== undefined && to === sliced.length);
  const sentinel = written ?? (reachesEnd ? sliced.sentinel : undefined);
  const { isConst, isVolatile } = from;
  const isAllowzero = from.isAllowzero && from.size !== 'c';
  const align = elementAlign(env, from.align, sliced.child, from0, node);
  if (!high && !isArray && from.size !== 'slice')
    return env.cx.pool.pointer(sliced.child, {
      size: from.size,
      isConst,
      isVolatile,
      isAllowzero: from.isAllowzero,
      sentinel,
      align,
    });
  if (from0 !== undefined && to !== undefined) {
    if (to < from0) fail(env, node, `the end ${to} lies before the start ${from0}`);
    if (sliced.length === undefined || to <= sliced.length + (sliced.sentinel ? 1 : 0)) {
      return env.cx.pool.pointer(env.cx.pool.array(sliced.child, to - from0, sentinel), {
        isConst,
        isVolatile,
        isAllowzero,
        align,
      });
    }
    if (env.mode !== 'runtime') fail(env, node, `the end ${to} lies outside of ${sliced.length} elements`);
  }
  return env.cx.pool.pointer(sliced.child, { size: 'slice', isConst, isVolatile, isAllowzero, sentinel, align });
}

function sliceValue(
  env: Env,
  sliced: Sliced,
  low: Operand,
  high: Operand | undefined,
  type: PointerType,
  node: ast.Node,
): Value | undefined {
  const from = knownInt(low);
  const base = sliced.pointer.value;
  if (from === undefined || !base || (base.kind !== 'pointer' && base.kind !== 'slice')) return undefined;
  const to = high ? knownInt(high) : sliced.length;
  const isArrayPointer = (sliced.pointer.type as PointerType).size === 'one';
  const first =
    base.kind === 'slice' ? base.pointer : isArrayPointer ? arrayElement(env, base, sliced.child, 0, node) : base;
  const start = elementsOn(env, first, from, sliced.child, node);
  if (type.size === 'many' || type.size === 'c') return start;
  if (to === undefined) return undefined;
  const limit = sliced.length === undefined ? Number.POSITIVE_INFINITY : sliced.length + (sliced.sentinel ? 1 : 0);
  if (from > to || to > limit)
    return env.mode === 'runtime'
      ? undefined
      : fail(env, node, `slice ${from}..${to} outside of ${sliced.length} elements`);
  return type.size === 'one'
    ? wholeOrPart(base, start, from, to, sliced)
    : { kind: 'slice', pointer: start, length: to - from };
}

function wholeOrPart(
  base: PointerValue | Extract<Value, { kind: 'slice' }>,
  start: PointerValue,
  from: number,
  to: number,
  sliced: Sliced,
): Value {
  const isWhole =
    from === 0 &&
    to === sliced.length &&
    base.kind === 'pointer' &&
    (sliced.pointer.type as PointerType).size === 'one';
  return isWhole ? base : start;
}

export { intValue };
