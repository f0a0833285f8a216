/** `@export(&declaration, .{ .name = "symbol" })`: gives a declaration a symbol for others. */
import type { Value } from '../../ir/values.js';
import { knownFunction } from '../call.js';
import { type Env, fail, forType, NONE } from '../env.js';
import { comptimeExpr } from '../expr.js';
import { bytesOperand } from '../literal.js';
import { known, type Operand, runtime, toIr, VOID } from '../operand.js';
import { T } from '../pool.js';
import type { DeclRecord } from '../records.js';
import { readField, readString, stdType } from '../std-type.js';
import { argumentNode, type BuiltinHandler } from './handler.js';

export const exportSymbol: BuiltinHandler = (env, node) => {
  const target = comptimeExpr(env, argumentNode(env, node, 0), NONE);
  const optionsType = stdType(env, 'std.builtin.ExportOptions', node);
  const options = comptimeExpr(env, argumentNode(env, node, 1), forType(optionsType));
  if (!target.value || !options.value) return fail(env, node, '`@export` of something that is not known at comptime');
  const name = readString(env, readField(env, optionsType, options.value, 'name', node), node);
  const fn = knownFunction(target);
  if (fn) env.cx.enqueue(fn);
  const exported = fn?.decl ?? declOf(target.value);
  if (exported && !exported.exportNames.includes(name)) exported.exportNames.push(name);
  return exported || env.mode !== 'runtime' ? known(T.void, VOID, node) : unnamed(env, target, name, node);
};

function declOf(value: Value): DeclRecord | undefined {
  const isWhole = value.kind === 'pointer' && value.path.length === 0;
  return isWhole && value.base.kind === 'decl' ? (value.base.decl as DeclRecord) : undefined;
}

/** A value without a declaration of its own gets one where it is exported: the pointer to it and the symbol are the arguments. */
function unnamed(env: Env, target: Operand, symbol: string, node: Operand['node']): Operand {
  const name = bytesOperand(env, new TextEncoder().encode(symbol), node);
  return runtime({ kind: 'builtin', type: T.void, node, name: 'export', args: [toIr(target), toIr(name)] });
}
