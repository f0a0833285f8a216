/** Builtins for C: external symbols and variable arguments. They exist at run time only. */
import { fail, forType } from '../env.js';
import { comptimeExpr, exprAs, typeExpr } from '../expr.js';
import { bytesOperand } from '../literal.js';
import { runtime, toIr } from '../operand.js';
import { T } from '../pool.js';
import { readField, readString, stdType } from '../std-type.js';
import { argument, argumentNode, type BuiltinTable, builtinResult } from './handler.js';

export const cBuiltins: BuiltinTable = {
  /** `@extern(*T, .{ .name = "symbol" })`: the symbol's name is the only argument of the IR node. */
  extern: (env, node) => {
    const type = typeExpr(env, argumentNode(env, node, 0));
    const optionsType = stdType(env, 'std.builtin.ExternOptions', node);
    const options = comptimeExpr(env, argumentNode(env, node, 1), forType(optionsType));
    if (!options.value) return fail(env, node, 'the options of `@extern` must be known at comptime');
    const name = readString(env, readField(env, optionsType, options.value, 'name', node), node);
    const symbol = bytesOperand(env, new TextEncoder().encode(name), node);
    return runtime({ kind: 'builtin', type, node, name: node.name, args: [toIr(symbol)] });
  },
  cVaStart: (env, node) => builtinResult(env, node, stdType(env, 'std.builtin.VaList', node), [], undefined),
  cVaCopy: (env, node) =>
    builtinResult(env, node, stdType(env, 'std.builtin.VaList', node), [argument(env, node, 0)], undefined),
  cVaEnd: (env, node) => builtinResult(env, node, T.void, [argument(env, node, 0)], undefined),
  cVaArg: (env, node) => {
    const list = exprAs(env, argumentNode(env, node, 0), env.cx.pool.pointer(stdType(env, 'std.builtin.VaList', node)));
    return builtinResult(env, node, typeExpr(env, argumentNode(env, node, 1)), [list], undefined);
  },
};
