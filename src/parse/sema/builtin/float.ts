/** Float builtins: square root, trigonometry, logarithms, rounding, `@mulAdd`. */
import type { Type } from '../../ir/types.js';
import type { Value } from '../../ir/values.js';
import type * as ast from '../../syntax/ast.js';
import { coerce } from '../coerce.js';
import { type Env, fail, forType, NONE, type ResultLocation, wantedType } from '../env.js';
import { typeExpr } from '../expr.js';
import {
  convertFloat,
  type FloatValue,
  floatToInt,
  mulAdd,
  plain,
  type Rounding,
  roundWhole,
  squareRoot,
} from '../float.js';
import * as int from '../int.js';
import { elementsOf } from '../memory.js';
import { aggregate, intValue, isUnknown, type Operand } from '../operand.js';
import { T } from '../pool.js';
import { typeName } from '../print-type.js';
import {
  argument,
  argumentAs,
  argumentNode,
  type BuiltinHandler,
  type BuiltinTable,
  builtinResult,
  mapScalar,
} from './handler.js';

const scalarOf = (type: Type): Type => (type.kind === 'vector' ? type.child : type);

/** The scalar kind of a result location, behind optionals and error unions. */
function wantedScalar(location: ResultLocation): Type | undefined {
  let type = wantedType(location);
  while (type?.kind === 'optional' || type?.kind === 'errorUnion')
    type = type.kind === 'optional' ? type.child : type.payload;
  return type;
}

function floatOperand(env: Env, node: ast.BuiltinCall, location: ResultLocation): Operand {
  const wanted = wantedScalar(location);
  const isFloat = wanted !== undefined && (scalarOf(wanted).kind === 'float' || wanted.kind === 'comptime_float');
  const raw = argument(env, node, 0, isFloat ? forType(wanted) : NONE);
  const scalar = scalarOf(raw.type);
  if (scalar.kind === 'comptime_int') return coerce(env, raw, isFloat ? wanted : T.comptimeFloat, node);
  if (scalar.kind !== 'float' && scalar.kind !== 'comptime_float' && !isUnknown(raw))
    fail(env, node, `\`@${node.name}\` of \`${typeName(raw.type)}\``);
  return raw;
}

type Apply = (value: FloatValue, bits: number) => FloatValue;
/** Functions that the compiler, too, works out in no more than f64. */
const onDouble = (apply: (value: number) => number): BuiltinHandler =>
  unary((value, bits) => convertFloat(plain(apply(value.float)), bits));

function unary(apply: Apply): BuiltinHandler {
  return (env, node, location: ResultLocation) => {
    const operand = floatOperand(env, node, location);
    if (isUnknown(operand)) return operand;
    const value = mapScalar(operand, (one, type) =>
      one.kind === 'float' ? apply(one, type.kind === 'float' ? type.bits : 128) : undefined,
    );
    return builtinResult(env, node, operand.type, [operand], value);
  };
}

/** A rounding; for an integer result location it converts as well (since 0.16). */
function rounding(how: Rounding): BuiltinHandler {
  const toFloat = unary((value, bits) => roundWhole(value, how, bits));
  return (env, node, location) => {
    const wanted = wantedScalar(location);
    if (wanted === undefined || (scalarOf(wanted).kind !== 'int' && wanted.kind !== 'comptime_int'))
      return toFloat(env, node, location);
    const operand = argument(env, node, 0);
    if (isUnknown(operand)) return operand;
    const to = scalarOf(wanted);
    const value = mapScalar(operand, (one) => {
      const whole = one.kind === 'float' ? floatToInt(one, how) : undefined;
      if (whole === undefined) return undefined;
      return to.kind !== 'int' || int.fits(whole, to) ? intValue(whole) : undefined;
    });
    return builtinResult(env, node, wanted, [operand], value);
  };
}

const fusedMultiplyAdd: BuiltinHandler = (env, node) => {
  const type = typeExpr(env, argumentNode(env, node, 0));
  const args = [1, 2, 3].map((index) => argumentAs(env, node, index, type));
  const scalar = scalarOf(type);
  const one = (parts: readonly (Value | undefined)[]): Value | undefined => {
    const [a, b, c] = parts;
    if (a?.kind !== 'float' || b?.kind !== 'float' || c?.kind !== 'float') return undefined;
    return mulAdd(a, b, c, scalar.kind === 'float' ? scalar.bits : 128);
  };
  let value: Value | undefined;
  if (type.kind === 'vector' && args.every((arg) => arg.value)) {
    const lists = args.map((arg) => elementsOf(arg.value!, type.length, type));
    const elements = Array.from({ length: type.length }, (_, index) => one(lists.map((list) => list[index])));
    if (elements.every((element) => element !== undefined)) value = aggregate(elements as Value[]);
  } else value = one(args.map((arg) => arg.value));
  return builtinResult(env, node, type, args, value);
};

export const floatBuiltins: BuiltinTable = {
  sqrt: unary(squareRoot),
  sin: onDouble(Math.sin),
  cos: onDouble(Math.cos),
  tan: onDouble(Math.tan),
  exp: onDouble(Math.exp),
  exp2: onDouble((value) => 2 ** value),
  log: onDouble(Math.log),
  log2: onDouble(Math.log2),
  log10: onDouble(Math.log10),
  floor: rounding('floor'),
  ceil: rounding('ceil'),
  trunc: rounding('trunc'),
  round: rounding('round'),
  mulAdd: fusedMultiplyAdd,
};
