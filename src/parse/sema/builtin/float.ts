/** Float builtins: square root, trigonometry, logarithms, rounding, `@mulAdd`. */
import type { Type } from '../../ir/types.js';
import type { Value } from '../../ir/values.js';
import { type Env, fail, forType, NONE, type ResultLocation, wantedType } from '../env.js';
import { typeExpr } from '../expr.js';
import { roundFloat } from '../float.js';
import * as int from '../int.js';
import { elementsOf } from '../memory.js';
import { aggregate, floatValue, intValue, isUnknown, type Operand } from '../operand.js';
import { typeName } from '../print-type.js';
import type * as ast from '../../syntax/ast.js';
import { coerce } from '../coerce.js';
import { T } from '../pool.js';
import { argument, argumentAs, argumentNode, builtinResult, type BuiltinHandler, type BuiltinTable, mapScalar } from './handler.js';

/** Zig rounds halves away from zero. */
const roundAway = (value: number): number => {
  const magnitude = Math.abs(value);
  const floor = Math.floor(magnitude);
  const rounded = magnitude - floor >= 0.5 ? floor + 1 : floor;
  return value < 0 || Object.is(value, -0) ? -rounded : rounded;
};

const scalarOf = (type: Type): Type => (type.kind === 'vector' ? type.child : type);

/** The scalar kind of a result location, behind optionals and error unions. */
function wantedScalar(location: ResultLocation): Type | undefined {
  let type = wantedType(location);
  while (type?.kind === 'optional' || type?.kind === 'errorUnion') type = type.kind === 'optional' ? type.child : type.payload;
  return type;
}

function floatOperand(env: Env, node: ast.BuiltinCall, location: ResultLocation): Operand {
  const wanted = wantedScalar(location);
  const isFloat = wanted !== undefined && (scalarOf(wanted).kind === 'float' || wanted.kind === 'comptime_float');
  const raw = argument(env, node, 0, isFloat ? forType(wanted) : NONE);
  const scalar = scalarOf(raw.type);
  if (scalar.kind === 'comptime_int') return coerce(env, raw, isFloat ? wanted : T.comptimeFloat, node);
  if (scalar.kind !== 'float' && scalar.kind !== 'comptime_float' && !isUnknown(raw)) fail(env, node, `\`@${node.name}\` of \`${typeName(raw.type)}\``);
  return raw;
}

function unary(apply: (value: number) => number): BuiltinHandler {
  return (env, node, location: ResultLocation) => {
    const operand = floatOperand(env, node, location);
    if (isUnknown(operand)) return operand;
    const value = mapScalar(operand, (one, type) => (one.kind === 'float' ? floatValue(type.kind === 'float' ? roundFloat(apply(one.float), type.bits) : apply(one.float)) : undefined));
    return builtinResult(env, node, operand.type, [operand], value);
  };
}

/** A rounding; for an integer result location it converts as well (since 0.16). */
function rounding(apply: (value: number) => number): BuiltinHandler {
  const toFloat = unary(apply);
  return (env, node, location) => {
    const wanted = wantedScalar(location);
    if (wanted === undefined || (scalarOf(wanted).kind !== 'int' && wanted.kind !== 'comptime_int')) return toFloat(env, node, location);
    const operand = argument(env, node, 0);
    if (isUnknown(operand)) return operand;
    const to = scalarOf(wanted);
    const value = mapScalar(operand, (one) => {
      if (one.kind !== 'float' || !Number.isFinite(one.float)) return undefined;
      const whole = int.normal(BigInt(apply(one.float)));
      return to.kind !== 'int' || int.fits(whole, to) ? intValue(whole) : undefined;
    });
    return builtinResult(env, node, wanted, [operand], value);
  };
}

const mulAdd: BuiltinHandler = (env, node) => {
  const type = typeExpr(env, argumentNode(env, node, 0));
  const args = [1, 2, 3].map((index) => argumentAs(env, node, index, type));
  const scalar = scalarOf(type);
  const one = (parts: readonly (Value | undefined)[]): Value | undefined => {
    const [a, b, c] = parts.map((part) => (part?.kind === 'float' ? part.float : undefined));
    if (a === undefined || b === undefined || c === undefined) return undefined;
    return floatValue(scalar.kind === 'float' ? roundFloat(a * b + c, scalar.bits) : a * b + c);
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
  sqrt: unary(Math.sqrt),
  sin: unary(Math.sin),
  cos: unary(Math.cos),
  tan: unary(Math.tan),
  exp: unary(Math.exp),
  exp2: unary((value) => 2 ** value),
  log: unary(Math.log),
  log2: unary(Math.log2),
  log10: unary(Math.log10),
  floor: rounding(Math.floor),
  ceil: rounding(Math.ceil),
  trunc: rounding(Math.trunc),
  round: rounding(roundAway),
  mulAdd,
};
