/** Explicit alignments. */
import type * as ast from '../syntax/ast.js';
import { type Env, fail } from './env.js';
import { comptimeExprAs } from './expr.js';
import { containerEnv } from './namespace.js';
import { T } from './pool.js';
import type { DeclRecord } from './records.js';

/** The value of an alignment expression, in bytes. */
export function alignmentValue(env: Env, node: ast.Expression): number {
  const operand = comptimeExprAs(env, node, T.u29);
  return operand.value?.kind === 'int' ? Number(operand.value.int) : fail(env, node, 'expected an alignment');
}
/** The alignment of a declaration, evaluated in its container. */
export function alignmentOf(env: Env, decl: DeclRecord, node: ast.Expression): number {
  return alignmentValue(containerEnv(env.cx, decl.container), node);
}
