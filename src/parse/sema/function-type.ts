/** Function types: `fn (A) B`, and the calling conventions of all versions. */

import type { FnTypeParam, Type } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import { type Env, fail } from './env.js';
import { typeExpr } from './expr.js';
import { type Operand, typeOperand } from './operand.js';
import { T } from './pool.js';

export function analyseFnProto(env: Env, node: ast.FnProto): Operand {
  const params = node.params.map(
    (param): FnTypeParam => ({
      type: param.type && typeExpr(env, param.type),
      isComptime: param.isComptime,
      isNoalias: param.isNoalias,
    }),
  );
  const returnType = node.returnType ? typeExpr(env, node.returnType) : T.void;
  const result: Type = node.inferredErrors ? env.cx.pool.errorUnion(T.anyerror, returnType) : returnType;
  return typeOperand(env.cx.pool.fn(params, result, callconvOf(env, node.callconv), node.varargs), node);
}

/** The name of a calling convention: `auto`, `c`, `inline`, `naked`… (`.C` of older versions is `.c`). */
export function callconvOf(env: Env, node: ast.Expression | undefined): string {
  if (!node) return 'auto';
  const name = conventionName(node) ?? fail(env, node, 'this calling convention is not supported');
  switch (name) {
    case 'C':
    case 'c':
    case 'winapi':
      return 'c';
    case 'Unspecified':
    case 'auto':
      return 'auto';
    default:
      return name.toLowerCase();
  }
}

function conventionName(node: ast.Expression): string | undefined {
  switch (node.kind) {
    case 'enumLiteral':
      return node.name.text;
    case 'fieldAccess':
      return node.name.text;
    case 'structInit':
      return node.fields[0]?.name.text;
    case 'if':
      return 'c';
    case 'call':
      return 'c';
    default:
      return undefined;
  }
}
