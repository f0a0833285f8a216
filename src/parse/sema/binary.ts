/** Binary operators: arithmetic on peers, comparisons, short-circuit logic, `++`, `**`, `||`, `orelse`, and the type `E!T`. */

import type { ArithmeticOperator } from '../ir/ir.js';
import type { PointerType, Type } from '../ir/types.js';
import type { PointerValue, Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { elementAlign } from './alignment.js';
import { foldArithmetic } from './arithmetic.js';
import { analyseConcat, analyseRepeat } from './array-operators.js';
import { asksBuild, keepsBuildQuestions, ofOtherBuild } from './build-questions.js';
import { coerce } from './coerce.js';
import { analyseCompare } from './compare.js';
import { type Env, fail, forType, NONE, type ResultLocation, withMode } from './env.js';
import { errorSetOperand, mergeErrorSets } from './error-set.js';
import { comptimeExpr, expr, typeExpr, unknownOperand } from './expr.js';
import * as int from './int.js';
import { sizeOf } from './layout.js';
import { elementPointer } from './memory.js';
import { addressIn } from './memory-path.js';
import {
  boolValue,
  intValue,
  isNoReturn,
  isUnknown,
  known,
  type Operand,
  runtime,
  toIr,
  typeOperand,
} from './operand.js';
import { analyseOrelse } from './optional.js';
import { peerType } from './peer.js';
import { intType, T } from './pool.js';
import { typeName } from './print-type.js';

type Handler = (env: Env, node: ast.Binary, location: ResultLocation) => Operand;
/** Operands of arithmetic have no result location: their types are their own, and the result is coerced afterwards. */
const arithmetic: Handler = (env, node) => {
  const left = expr(env, node.left, NONE);
  if (isNoReturn(left)) return left;
  const right = expr(env, node.right, NONE);
  if (isNoReturn(right)) return right;
  return arithmeticOn(env, node.operator as ArithmeticOperator, left, right, node);
};
const shift: Handler = (env, node) => {
  const left = expr(env, node.left, NONE);
  if (isNoReturn(left)) return left;
  const right = expr(env, node.right, node.operator === '<<|' ? NONE : shiftAmountHint(env, left.type));
  if (isNoReturn(right)) return right;
  return shiftOn(env, node.operator as ArithmeticOperator, left, right, node);
};
const compare: Handler = (env, node) => analyseCompare(env, node);

const handlers: { readonly [K in ast.BinaryOperator]: Handler } = {
  '+': arithmetic,
  '-': arithmetic,
  '*': arithmetic,
  '/': arithmetic,
  '%': arithmetic,
  '+%': arithmetic,
  '-%': arithmetic,
  '*%': arithmetic,
  '+|': arithmetic,
  '-|': arithmetic,
  '*|': arithmetic,
  '&': arithmetic,
  '|': arithmetic,
  '^': arithmetic,
  '<<': shift,
  '>>': shift,
  '<<|': shift,
  '==': compare,
  '!=': compare,
  '<': compare,
  '>': compare,
  '<=': compare,
  '>=': compare,
  '++': analyseConcat,
  '**': analyseRepeat,
  '||': analyseErrorMerge,
  and: analyseLogical,
  or: analyseLogical,
  orelse: analyseOrelse,
  '!': (env, node) => {
    const set = errorSetOperand(env, comptimeExpr(env, node.left, NONE), node.left);
    return typeOperand(env.cx.pool.errorUnion(set, typeExpr(env, node.right)), node);
  },
};

export function analyseBinary(env: Env, node: ast.Binary, location: ResultLocation): Operand {
  return handlers[node.operator](env, node, location);
}

/** The result location of a shift's amount. */
export function shiftAmountHint(env: Env, type: Type): ResultLocation {
  if (type.kind === 'int') return forType(shiftAmountType(type.bits));
  return type.kind === 'vector' && type.child.kind === 'int'
    ? forType(env.cx.pool.vector(shiftAmountType(type.child.bits), type.length))
    : NONE;
}

function analyseErrorMerge(env: Env, node: ast.Binary): Operand {
  const left = errorSetOperand(env, comptimeExpr(env, node.left, NONE), node.left);
  const right = errorSetOperand(env, comptimeExpr(env, node.right, NONE), node.right);
  return typeOperand(mergeErrorSets(env, left, right), node);
}

function analyseLogical(env: Env, node: ast.Binary): Operand {
  const operator = node.operator as 'and' | 'or';
  const left = coerce(env, expr(env, node.left, forType(T.bool)), T.bool, node.left);
  if (left.value?.kind === 'bool' && left.value.bool === (operator === 'or')) {
    const other = asksBuild(left.ir) && keepsBuildQuestions(env) ? otherOperand(env, node.right) : undefined;
    if (other === undefined) return known(T.bool, left.value, node, env.mode === 'comptime' ? undefined : left.ir);
    const sides = { left: toIr(left), right: toIr(other), value: left.value };
    return { type: T.bool, value: left.value, node, ir: { kind: 'logical', type: T.bool, node, operator, ...sides } };
  }
  const right = coerce(env, expr(env, node.right, forType(T.bool)), T.bool, node.right);
  if (left.value?.kind === 'bool' && (env.mode === 'comptime' || left.ir === undefined)) return right;
  const value = left.value?.kind === 'bool' && right.value?.kind === 'bool' ? right.value : undefined;
  return {
    type: T.bool,
    value,
    node,
    ir: { kind: 'logical', type: T.bool, node, operator, left: toIr(left), right: toIr(right), value },
  };
}

/** What decides where the build is another one. */
function otherOperand(env: Env, node: ast.Expression): Operand | undefined {
  return ofOtherBuild(env, () => coerce(env, expr(env, node, forType(T.bool)), T.bool, node));
}

/** The integer type that a shift of a `bits`-bit integer takes its amount in. */
export function shiftAmountType(bits: number): Type {
  return intType(false, bits <= 1 ? 0 : Math.ceil(Math.log2(bits)));
}

/** `left operator right` on operands already analysed; also for `op=` and the builtins of the same meaning. */
export function arithmeticOn(
  env: Env,
  operator: ArithmeticOperator,
  left: Operand,
  right: Operand,
  node: ast.Node,
): Operand {
  if (isUnknown(left) || isUnknown(right)) return unknownOperand(env, node, 'an operand could not be analysed');
  if (left.type.kind === 'pointer' && left.type.size !== 'one')
    return pointerArithmetic(env, operator, left, right, node);
  if (left.type.kind === 'pointer' && right.type.kind === 'pointer' && operator === '-')
    return pointerDifference(env, left, right, node);
  const type = peerType(env, [left, right], node);
  checkNumeric(env, type, node);
  const a = coerce(env, left, type, left.node);
  const b = coerce(env, right, type, right.node);
  return fold(env, operator, a, b, type, node);
}

function checkNumeric(env: Env, type: Type, node: ast.Node): void {
  const scalar = type.kind === 'vector' ? type.child : type;
  const isNumeric =
    scalar.kind === 'int' ||
    scalar.kind === 'float' ||
    scalar.kind === 'comptime_int' ||
    scalar.kind === 'comptime_float' ||
    scalar.kind === 'bool';
  if (!isNumeric) fail(env, node, `arithmetic on \`${typeName(type)}\``);
}

/** Folds where both are known; a trap stays a run-time trap unless the code runs at comptime. */
function fold(env: Env, operator: ArithmeticOperator, a: Operand, b: Operand, type: Type, node: ast.Node): Operand {
  let value: Value | undefined;
  if (a.value && b.value) {
    const folded = foldArithmetic(operator, a.value, b.value, type);
    if (folded && 'trap' in folded) {
      if (env.mode !== 'runtime' || type.kind === 'comptime_int') fail(env, node, folded.trap);
    } else value = folded?.value;
  }
  if (env.mode === 'comptime' && value) return known(type, value, node);
  return { type, value, node, ir: { kind: 'arithmetic', type, node, operator, left: toIr(a), right: toIr(b), value } };
}

/** A shift: the amount has a type of its own. */
export function shiftOn(
  env: Env,
  operator: ArithmeticOperator,
  left: Operand,
  right: Operand,
  node: ast.Node,
): Operand {
  if (isUnknown(left) || isUnknown(right)) return unknownOperand(env, node, 'an operand could not be analysed');
  const { type } = left;
  const scalar = type.kind === 'vector' ? type.child : type;
  if (scalar.kind !== 'int' && scalar.kind !== 'comptime_int') fail(env, node, `a shift of \`${typeName(type)}\``);
  let amount = right;
  if (type.kind === 'vector') {
    amount =
      right.type.kind === 'vector' && right.type.child.kind === 'int'
        ? right
        : coerce(
            env,
            right,
            env.cx.pool.vector(scalar.kind === 'int' ? shiftAmountType(scalar.bits) : T.comptimeInt, type.length),
            right.node,
          );
  } else if (scalar.kind === 'int' && right.type.kind === 'comptime_int') {
    amount =
      operator === '<<|'
        ? coerce(env, right, scalar, right.node)
        : coerce(env, right, shiftAmountType(scalar.bits), right.node);
  } else if (scalar.kind === 'comptime_int' && right.value === undefined)
    fail(env, node, 'the type of the shifted value must be known');
  return fold(env, operator, left, amount, type, node);
}

/** A known many-item or C pointer `steps` elements on; a number is moved by bytes. */
function movedPointer(
  env: Env,
  value: PointerValue | Extract<Value, { kind: 'null' }>,
  type: PointerType,
  steps: number,
  node: ast.Node,
): Value {
  if (value.kind === 'pointer' && value.base.kind !== 'integer') return elementPointer(value, steps);
  const address = int.add(
    value.kind === 'pointer' && value.base.kind === 'integer' ? value.base.address : 0,
    steps * sizeOf(env, type.child, node),
  );
  // A C pointer to nowhere is null.
  if (type.size === 'c' && BigInt(address) === 0n) return { kind: 'null' };
  return { kind: 'pointer', base: { kind: 'integer', address }, path: [] };
}

function pointerArithmetic(
  env: Env,
  operator: ArithmeticOperator,
  left: Operand,
  right: Operand,
  node: ast.Node,
): Operand {
  const from = left.type as PointerType;
  if (right.type.kind === 'pointer') return pointerDifference(env, left, right, node);
  const amount = coerce(env, right, T.usize, right.node);
  const distance = amount.value?.kind === 'int' ? Number(amount.value.int) : undefined;
  const align = elementAlign(env, from.align, from.child, distance, node);
  const type = align === from.align ? from : env.cx.pool.pointer(from.child, { ...from, align });
  let value: Value | undefined;
  if (distance !== undefined && (left.value?.kind === 'pointer' || left.value?.kind === 'null'))
    value = movedPointer(env, left.value, type, operator.startsWith('-') ? -distance : distance, node);
  if (env.mode === 'comptime' && value) return known(type, value, node);
  return {
    type,
    value,
    node,
    ir: { kind: 'arithmetic', type, node, operator, left: toIr(left), right: toIr(amount), value },
  };
}

/** `p - q` in elements. */
function pointerDifference(env: Env, left: Operand, right: Operand, node: ast.Node): Operand {
  const a = left.value?.kind === 'pointer' ? addressIn(env, left.value, node) : undefined;
  const b = right.value?.kind === 'pointer' ? addressIn(env, right.value, node) : undefined;
  const child = left.type.kind === 'pointer' ? left.type.child : undefined;
  const element = child?.kind === 'array' && (left.type as PointerType).size === 'one' ? child.child : child;
  const size = element ? sizeOf(env, element, node) : 0;
  if (a !== undefined && b !== undefined && size > 0 && env.mode === 'comptime')
    return known(T.usize, intValue(int.normal((a - b) / BigInt(size))), node);
  return runtime({ kind: 'arithmetic', type: T.usize, node, operator: '-', left: toIr(left), right: toIr(right) });
}

export { boolValue, withMode };
