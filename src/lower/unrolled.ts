/** `inline for` and `inline while`: one block per iteration, each with its own types. */
import * as rust from '../emit/build.js';
import type { Block, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { lowerBlock } from './block.js';
import type { Scope } from './context.js';
import { lowerExpr } from './expr.js';
import type { TargetFrame } from './frames.js';
import { isVoid } from './local.js';
import { after, asBlock, isPlainBlock, type Lowered, opened, pure, spliced } from './lowered.js';
import { asStatements } from './statement.js';
import { type Tail, tailFor } from './tail.js';

export function lowerUnrolled(expr: ir.Unrolled, scope: Scope, tail?: Tail): Lowered {
  const hasValue = !isVoid(expr.type);
  const frame: TargetFrame = {
    kind: 'target',
    label: expr.label,
    name: scope.body.names.label(expr.label.name ?? 'search'),
    isLoop: false,
    onContinue: { kind: 'none' },
    used: false,
    hasValue,
    outer: scope.frames,
  };
  const iterations = expr.iterations.flatMap((iteration) => lowerIteration(expr, iteration, frame, scope));
  const own = frame.used ? undefined : tailFor(expr, tail);
  const otherwise = expr.else === undefined ? pure(rust.unit) : lowerExpr(expr.else, scope, tailFor(expr.else, own));
  if (own !== undefined && expr.else !== undefined && !hasValue) return opened(after(iterations, otherwise));
  const block = hasValue
    ? asBlock({ pre: [...iterations, ...otherwise.pre], expr: otherwise.expr })
    : { statements: [...iterations, ...asStatements(otherwise)] };
  if (frame.used) return pure(rust.labeled(frame.name, block));
  return hasValue ? pure(rust.blockExpr(block)) : { pre: block.statements, expr: rust.unit };
}

/** An iteration; `continue` leaves its block. */
function lowerIteration(
  expr: ir.Unrolled,
  iteration: ir.Block,
  outer: TargetFrame,
  scope: Scope,
): readonly Statement[] {
  const frame: TargetFrame = {
    ...outer,
    onContinue: { kind: 'leaveBody', name: scope.body.names.label('next'), used: false },
  };
  const content = lowerBlock(
    iteration,
    { ...scope, frames: frame },
    { kind: 'continue', label: expr.label, isUnit: true },
  );
  if (frame.used) outer.used = true;
  if (frame.onContinue.kind === 'leaveBody' && frame.onContinue.used) {
    return [rust.exprStmt(rust.labeled(frame.onContinue.name, content))];
  }
  return spliced(pure(rust.blockExpr(onlyBlock(content))));
}

/** A block in which there is only another one is that one. */
function onlyBlock(block: Block): Block {
  const [only, more] = block.statements;
  if (only?.kind !== 'expr' || more !== undefined || block.tail !== undefined || block.dangling !== undefined)
    return block;
  const isBare = only.leading === undefined && only.trailing === undefined && isPlainBlock(only.expr);
  return isBare && isPlainBlock(only.expr) ? only.expr.block : block;
}
