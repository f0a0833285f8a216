/** The blocks of branches: a value in tail position, or statements where there is none to yield. */
import * as rust from '../emit/build.js';
import type { Block, Expr, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { isVoid } from './local.js';
import { asBlock, isPlainBlock, type Lowered } from './lowered.js';
import { asStatements } from './statement.js';
import type { Tail } from './tail.js';

/** A block of statements, without a value. */
export function statementBlock(lowered: Lowered): Block {
  if (lowered.pre.length === 0 && isPlainBlock(lowered.expr)) return withoutTail(lowered.expr.block);
  return { statements: asStatements(lowered) };
}

function withoutTail(block: Block): Block {
  const { tail, ...rest } = block;
  return tail === undefined ? block : { ...rest, statements: [...block.statements, rust.exprStmt(tail)] };
}

/** A branch: the block of an arm that yields a value of the arm's type, or in tail position the value of the whole construct. */
export function armBlock(
  arm: ir.Expr | undefined,
  lowered: Lowered,
  tail: Tail | undefined,
  bind: readonly Statement[] = [],
): Block {
  const hasNoValue = arm === undefined || (isVoid(arm.type) && (tail === undefined || tail.isUnit || isJump(lowered)));
  const block = hasNoValue ? statementBlock(lowered) : asBlock(lowered);
  return bind.length === 0 ? block : { ...block, statements: [...bind, ...block.statements] };
}

function isJump(lowered: Lowered): boolean {
  return lowered.expr.kind === 'return' || lowered.expr.kind === 'break' || lowered.expr.kind === 'continue';
}

/** The body of a `match` arm. */
export function armExpr(lowered: Lowered): Expr {
  return lowered.pre.length === 0 ? lowered.expr : rust.blockExpr(asBlock(lowered));
}
