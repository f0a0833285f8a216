/** What the handlers of builtin functions share. */

import type { Type } from '../../ir/types.js';
import type { Value } from '../../ir/values.js';
import type * as ast from '../../syntax/ast.js';
import { type Env, fail, type ResultLocation, wantedType, withMode } from '../env.js';
import { comptimeExprAs, expr, exprAs } from '../expr.js';
import { onlyValue } from '../one-value.js';
import { isNoReturn, known, type Operand, toIr } from '../operand.js';
import { T } from '../pool.js';
import { mentionsSkolem } from '../skolem.js';

export type BuiltinHandler = (env: Env, node: ast.BuiltinCall, location: ResultLocation) => Operand;
export type BuiltinTable = Readonly<Record<string, BuiltinHandler>>;

/** Argument `index`, analysed with no wanted type. */
export function argument(
  env: Env,
  node: ast.BuiltinCall,
  index: number,
  location: ResultLocation = { kind: 'none' },
): Operand {
  return expr(env, argumentNode(env, node, index), location);
}
export function argumentNode(env: Env, node: ast.BuiltinCall, index: number): ast.Expression {
  return node.args[index] ?? fail(env, node, `\`@${node.name}\` needs ${index + 1} arguments`);
}
export function argumentAs(env: Env, node: ast.BuiltinCall, index: number, type: Type): Operand {
  return exprAs(env, argumentNode(env, node, index), type);
}
/** Argument `index` as an integer known at comptime. */
export function comptimeInt(env: Env, node: ast.BuiltinCall, index: number, type: Type = T.comptimeInt): number {
  const operand = comptimeExprAs(env, argumentNode(env, node, index), type);
  return operand.value?.kind === 'int'
    ? Number(operand.value.int)
    : fail(env, node, 'expected an integer known at comptime');
}
/** Argument `index` as a string known at comptime. */
export function comptimeString(env: Env, node: ast.BuiltinCall, index: number): string {
  const operand = comptimeExprAs(env, argumentNode(env, node, index), env.cx.pool.slice(T.u8, true));
  return operand.value ? stringOf(env, operand.value, node) : fail(env, node, 'expected a string known at comptime');
}
/** The text of a slice of bytes. */
export function stringOf(env: Env, value: Value, node: ast.Node): string {
  return new TextDecoder().decode(bytesOfSlice(env, value, node));
}
export function bytesOfSlice(env: Env, value: Value, node: ast.Node): Uint8Array {
  if (value.kind !== 'slice') return fail(env, node, 'expected a string known at comptime');
  const bytes = new Uint8Array(value.length);
  for (let index = 0; index < value.length; index++) {
    const element = loadPointer(env, elementPointer(value.pointer, index), T.u8, node);
    bytes[index] = element?.kind === 'int' ? Number(element.int) : 0;
  }
  return bytes;
}

/** The type that a cast takes from its result location: behind optionals and error unions. */
export function castTarget(env: Env, node: ast.BuiltinCall, location: ResultLocation): Type {
  let type = wantedType(location);
  while (type?.kind === 'optional' || type?.kind === 'errorUnion')
    type = type.kind === 'optional' ? type.child : type.payload;
  if (type && mentionsSkolem(type)) fail(env, node, `\`@${node.name}\` to a type parameter`);
  return type ?? fail(env, node, `\`@${node.name}\` must know its result type`);
}

/** A builtin that is left for run time, with its value where that is known. */
export function builtinResult(
  env: Env,
  node: ast.BuiltinCall,
  type: Type,
  args: readonly Operand[],
  folded: Value | undefined,
): Operand {
  const stop = args.find(isNoReturn);
  if (stop) return stop;
  const value = folded ?? onlyValue(env, type, node);
  if (env.mode === 'comptime')
    return value
      ? known(type, value, node)
      : fail(env, node, `\`@${node.name}\` of values that are not known at comptime`);
  return { type, value, node, ir: { kind: 'builtin', type, node, name: node.name, args: args.map(toIr), value } };
}
/** Applies `fold` to a known scalar, or to each element of a known vector. */
export function mapScalar(operand: Operand, fold: (value: Value, type: Type) => Value | undefined): Value | undefined {
  const { type, value } = operand;
  if (!value || value.kind === 'undefined') return value;
  if (type.kind !== 'vector') return fold(value, type);
  const elements: Value[] = [];
  for (const element of elementsOf(value, type.length, type)) {
    const one = fold(element, type.child);
    if (!one) return undefined;
    elements.push(one);
  }
  return { kind: 'aggregate', elements, shared: false };
}

import { elementPointer, elementsOf, loadPointer } from '../memory.js';

export { withMode };
