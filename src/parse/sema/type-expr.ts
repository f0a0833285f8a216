/** Type expressions with operands: arrays and pointers. */
import type * as ast from '../syntax/ast.js';
import { alignmentValue } from './alignment.js';
import { type Env, fail } from './env.js';
import { comptimeExprAs, typeExpr } from './expr.js';
import { type Operand, typeOperand } from './operand.js';
import { T } from './pool.js';

const intOf = (env: Env, node: ast.Expression, operand: Operand): number =>
  operand.value?.kind === 'int' ? Number(operand.value.int) : fail(env, node, 'expected an integer');

export function analyseArrayType(env: Env, node: ast.ArrayType): Operand {
  if (!node.length) return fail(env, node, '`[_]T` needs an initialiser to count');
  const count = comptimeExprAs(env, node.length, T.usize);
  const lengthParam = count.value?.kind === 'skolem' ? count.value : undefined;
  const length = lengthParam ? Number.NaN : intOf(env, node.length, count);
  const child = typeExpr(env, node.child);
  const sentinel = node.sentinel && comptimeExprAs(env, node.sentinel, child).value;
  return typeOperand(env.cx.pool.array(child, length, sentinel, lengthParam), node);
}

export function analysePointerType(env: Env, node: ast.PointerType): Operand {
  const child = typeExpr(env, node.child);
  const sentinel = node.sentinel && comptimeExprAs(env, node.sentinel, child).value;
  const align = node.align ? alignmentValue(env, node.align) : 0;
  const bitOffset = node.bitOffset ? intOf(env, node.bitOffset, comptimeExprAs(env, node.bitOffset, T.u16)) : 0;
  const hostSize = node.hostSize ? intOf(env, node.hostSize, comptimeExprAs(env, node.hostSize, T.u16)) : 0;
  const { size, isConst, isVolatile } = node;
  const isAllowzero = node.isAllowzero || size === 'c';
  return typeOperand(
    env.cx.pool.pointer(child, { size, isConst, isVolatile, isAllowzero, align, sentinel, bitOffset, hostSize }),
    node,
  );
}
