/** Float builtins: square root, trigonometry, logarithms, rounding, `@mulAdd`. */
import { fail, type ResultLocation, wantedType } from '../env.js';
import { typeExpr } from '../expr.js';
import { roundFloat } from '../float.js';
import { floatValue } from '../operand.js';
import { typeName } from '../print-type.js';
import { argument, argumentAs, argumentNode, builtinResult, type BuiltinHandler, type BuiltinTable, mapScalar } from './handler.js';

/** Zig rounds halves away from zero. */
const roundAway = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

function unary(apply: (value: number) => number): BuiltinHandler {
  return (env, node, location: ResultLocation) => {
    const wanted = wantedType(location);
    const operand = argument(env, node, 0, wanted?.kind === 'float' ? location : { kind: 'none' });
    const scalar = operand.type.kind === 'vector' ? operand.type.child : operand.type;
    if (scalar.kind !== 'float' && scalar.kind !== 'comptime_float' && scalar.kind !== 'comptime_int' && scalar.kind !== 'unknown') fail(env, node, `\`@${node.name}\` of \`${typeName(operand.type)}\``);
    const value = mapScalar(operand, (one, type) => (one.kind === 'float' ? floatValue(type.kind === 'float' ? roundFloat(apply(one.float), type.bits) : apply(one.float)) : undefined));
    return builtinResult(env, node, operand.type, [operand], value);
  };
}

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
  floor: unary(Math.floor),
  ceil: unary(Math.ceil),
  trunc: unary(Math.trunc),
  round: unary(roundAway),
  mulAdd: (env, node) => {
    const type = typeExpr(env, argumentNode(env, node, 0));
    const args = [1, 2, 3].map((index) => argumentAs(env, node, index, type));
    const [a, b, c] = args.map((arg) => (arg.value?.kind === 'float' ? arg.value.float : undefined));
    const value = a !== undefined && b !== undefined && c !== undefined ? floatValue(type.kind === 'float' ? roundFloat(a * b + c, type.bits) : a * b + c) : undefined;
    return builtinResult(env, node, type, args, value);
  },
};
