/** What the end of a loop's body does by itself need not be said: `continue` as the last thing of an iteration. */
import type { Block, ElseBranch, Expr, LifetimeName, Statement } from '../emit/rust-ast.js';
import { isPlainBlock } from './lowered.js';

/** The body of a loop without the `continue`s that it ends with; `label` is the loop's. */
export function withoutLastContinue(body: Block, label: LifetimeName): Block {
  const last = body.statements.at(-1);
  if (body.tail !== undefined) return { ...body, tail: ending(body.tail, label) };
  if (last?.kind !== 'expr') return body;
  const before = body.statements.slice(0, -1);
  if (isContinue(last.expr, label) && !hasComments(last)) return { ...body, statements: before };
  return { ...body, statements: [...before, { ...last, expr: ending(last.expr, label) }] };
}

function isContinue(expr: Expr, label: LifetimeName): boolean {
  return expr.kind === 'continue' && (expr.label === undefined || expr.label === label);
}

function hasComments(statement: Statement): boolean {
  return (statement.leading?.length ?? 0) > 0 || statement.trailing !== undefined;
}

function ending(expr: Expr, label: LifetimeName): Expr {
  switch (expr.kind) {
    case 'match':
      return { ...expr, arms: expr.arms.map((arm) => ({ ...arm, body: ending(arm.body, label) })) };
    case 'if':
      return { ...expr, then: withoutLastContinue(expr.then, label), else: expr.else && endingElse(expr.else, label) };
    case 'block':
      return isPlainBlock(expr) ? { ...expr, block: withoutLastContinue(expr.block, label) } : expr;
    default:
      return expr;
  }
}

function endingElse(branch: ElseBranch, label: LifetimeName): ElseBranch {
  if (branch.kind === 'block') return { ...branch, block: withoutLastContinue(branch.block, label) };
  return ending(branch, label) as ElseBranch;
}
