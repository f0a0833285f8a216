/** Blocks: their statements in order, the value in tail position, the rest behind a `defer`. */
import * as rust from '../emit/build.js';
import type { Block, Expr, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { danglingOf, takeTrivia, triviaOf, withStatementTrivia } from './comments.js';
import type { Scope } from './context.js';
import { lowerDeferred } from './defer.js';
import { lowerExpr } from './expr.js';
import { withFirstValues } from './first-values.js';
import type { TargetFrame } from './frames.js';
import { blockAsExpr } from './if.js';
import { isVoid } from './local.js';
import { isPlainBlock, isUnit, type Lowered, pure } from './lowered.js';
import { lowerRangeLoop } from './range-loop.js';
import { lowerStatement } from './statement.js';
import { type Tail, tailFor } from './tail.js';

/** A block as an expression. A `break` in tail position needs no label, and a block without label that it can do without has none. */
export function lowerBlockExpr(expr: ir.BlockExpr, scope: Scope, tail?: Tail): Lowered {
  const { block } = expr;
  const { label } = block;
  if (label?.isBroken !== true) {
    const content = lowerBlock(block, scope, tail);
    // A block that the author did not write may come down to its value.
    return pure(block.node.kind === 'block' ? rust.blockExpr(content) : blockAsExpr(content));
  }
  const hasValue = !isVoid(expr.type);
  const frame: TargetFrame = {
    kind: 'target',
    label,
    name: scope.body.names.label(label.name ?? 'block'),
    isLoop: false,
    onContinue: { kind: 'none' },
    used: false,
    hasValue,
    outer: scope.frames,
  };
  const content = lowerBlock(block, { ...scope, frames: frame }, { kind: 'break', label, isUnit: !hasValue });
  if (frame.used) return pure(rust.labeled(frame.name, content));
  const whole = rust.blockExpr(content);
  return pure(hasValue ? valueOfBlock(whole) : whole);
}

/** What is left of a block whose other exits are never taken is its value. */
function valueOfBlock(expr: Expr): Expr {
  if (!isPlainBlock(expr)) return expr;
  const { statements, tail, dangling } = expr.block;
  return statements.length === 0 && tail !== undefined && dangling === undefined ? valueOfBlock(tail) : expr;
}

export function lowerBlock(block: ir.Block, scope: Scope, tail?: Tail): Block {
  const statements = withFirstValues(block.statements, scope);
  const content = lowerStatements(statements, scope, tail, block.type.kind !== 'noreturn');
  const dangling = block.node.kind === 'block' ? danglingOf(block.node, scope) : [];
  return dangling.length === 0 ? content : { ...content, dangling };
}

/** Statements up to the end of their block. */
export function lowerStatements(
  statements: readonly ir.Statement[],
  scope: Scope,
  tail: Tail | undefined,
  reachesEnd: boolean,
): Block {
  const out: Statement[] = [];
  for (let index = 0; index < statements.length; index += 1) {
    const statement = statements[index] as ir.Statement;
    if (isCleanup(statement) && !scope.crate.representation.vanishes(statement)) {
      const block = lowerDeferred(statements.slice(index), scope, tail, reachesEnd);
      return { ...block, statements: [...out, ...block.statements] };
    }
    const loop = lowerRangeLoop(statements, index, scope);
    if (loop !== undefined) {
      out.push(...loop);
      index += 1;
      continue;
    }
    const isLast = index === statements.length - 1 && !scope.crate.representation.vanishes(statement);
    if (isLast && statement.kind === 'expr' && tailFor(statement.expr, tail) !== undefined) {
      return lowerLast(out, statement.expr, statement.node, scope, tail);
    }
    out.push(...lowerStatement(statement, scope));
  }
  return endOf(out, tail, reachesEnd);
}

function isCleanup(statement: ir.Statement): boolean {
  return statement.kind === 'defer' || statement.kind === 'errdefer';
}

/** What the function yields where its end is reached. */
export function endOf(statements: readonly Statement[], tail: Tail | undefined, reachesEnd: boolean): Block {
  return tail?.kind === 'return' && tail.end !== undefined && reachesEnd
    ? { statements, tail: tail.end }
    : { statements };
}

/** The last statement in tail position: its value is the block's. */
function lowerLast(
  out: readonly Statement[],
  expr: ir.Expr,
  node: ir.Statement['node'],
  scope: Scope,
  tail: Tail | undefined,
): Block {
  const trivia = takeTrivia(node, scope);
  const lowered = lowerExpr(expr, scope, tail);
  const own = triviaOf(trivia, node, scope);
  if (isUnit(lowered.expr)) return { statements: [...out, ...withStatementTrivia(lowered.pre, own)] };
  const [first] = lowered.pre;
  // A value of `()` is written as a statement, as people do; so is what never comes back.
  if (tail?.isUnit === true || isJump(lowered)) {
    return { statements: [...out, ...withStatementTrivia([...lowered.pre, rust.exprStmt(lowered.expr)], own)] };
  }
  if (first === undefined) return { statements: out, tail: { ...lowered.expr, ...own } };
  return { statements: [...out, ...withStatementTrivia(lowered.pre, own)], tail: lowered.expr };
}

function isJump(lowered: Lowered): boolean {
  const { kind } = lowered.expr;
  return kind === 'return' || kind === 'break' || kind === 'continue';
}
