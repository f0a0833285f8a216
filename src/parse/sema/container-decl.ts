/** `struct {…}`, `enum {…}`, `union {…}`, `opaque {…}` as expressions. */

import type { TupleElement } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import type { Env } from './env.js';
import { comptimeExprAs, typeExpr } from './expr.js';
import { instantiateContainer } from './namespace.js';
import { type Operand, typeOperand } from './operand.js';

export function analyseContainerDecl(env: Env, node: ast.ContainerDecl): Operand {
  return typeOperand(isTuple(node) ? tupleType(env, node) : instantiateContainer(env, node, undefined), node);
}

/** A struct whose fields have no names is a tuple: a structural type. */
export function isTuple(node: ast.ContainerDecl): boolean {
  const fields = node.members.filter((member) => member.kind === 'containerField');
  return node.keyword === 'struct' && fields.length > 0 && fields.every((field) => field.name === undefined);
}

function tupleType(env: Env, node: ast.ContainerDecl) {
  const elements: TupleElement[] = [];
  for (const member of node.members) {
    if (member.kind !== 'containerField' || !member.type) continue;
    const type = typeExpr(env, member.type);
    elements.push({
      type,
      value: member.isComptime && member.value ? comptimeExprAs(env, member.value, type).value : undefined,
    });
  }
  return env.cx.pool.tuple(elements);
}
