/**
 * What the loops have in common: labels, the continue expression, `else`, and loops that yield a value.
 *
 * A continue expression that no `continue` meets ends the body. Else the body is a labelled block inside the loop, and `continue` leaves
 * that block. A loop with an `else` or a value is a labelled block around the Rust loop, which `break` leaves; `loop` yields by itself.
 */
import * as rust from '../emit/build.js';
import type { Block, Expr, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { statementBlock } from './arm.js';
import { lowerBlock } from './block.js';
import type { Scope } from './context.js';
import { lowerExpr } from './expr.js';
import type { ContinueForm, TargetFrame } from './frames.js';
import { isVoid } from './local.js';
import { after, asBlock, type Lowered, opened, pure, spliced } from './lowered.js';
import { asStatements } from './statement.js';
import { type Tail, tailFor } from './tail.js';

/** Makes the Rust loop from its body and label. */
export type MakeLoop = (body: Block, label: string | undefined) => Expr;

type Loop = ir.While | ir.For;

/** Lowers a loop; `make` writes its head. An endless one is left by `break` only. */
export function lowerLoop(
  loop: Loop,
  scope: Scope,
  tail: Tail | undefined,
  make: MakeLoop,
  isEndless = false,
): Lowered {
  const isBlock = !isEndless && (loop.else !== undefined || !isVoid(loop.type));
  return isBlock ? lowerLoopInBlock(loop, scope, tail, make) : lowerPlainLoop(loop, scope, make);
}

function continueForm(loop: Loop, name: string, scope: Scope): ContinueForm {
  const step = loop.kind === 'while' ? loop.continueExpression : undefined;
  const isNeeded = loop.label.isContinued && step !== undefined && !isWithoutMeaning(step, scope);
  return isNeeded
    ? { kind: 'leaveBody', name: scope.body.names.label('next'), used: false }
    : { kind: 'continue', name, used: false };
}

function lowerPlainLoop(loop: Loop, scope: Scope, make: MakeLoop): Lowered {
  const name = scope.body.names.label(loop.label.name ?? 'outer');
  const onContinue = continueForm(loop, name, scope);
  const frame: TargetFrame = {
    kind: 'target',
    label: loop.label,
    name,
    isLoop: true,
    onContinue,
    used: false,
    hasValue: !isVoid(loop.type),
    outer: scope.frames,
  };
  const body = loopBody(loop, frame, { ...scope, frames: frame });
  const isLabelled = frame.used || (onContinue.kind === 'continue' && onContinue.used);
  return pure(make(body, isLabelled ? name : undefined));
}

/** A loop that yields a value, or has an `else`: a block that `break` leaves, with the `else` behind the loop. */
function lowerLoopInBlock(loop: Loop, scope: Scope, tail: Tail | undefined, make: MakeLoop): Lowered {
  const hasValue = !isVoid(loop.type);
  const loopName = scope.body.names.label('each');
  const onContinue = continueForm(loop, loopName, scope);
  const frame: TargetFrame = {
    kind: 'target',
    label: loop.label,
    name: scope.body.names.label(loop.label.name ?? 'search'),
    isLoop: false,
    onContinue,
    used: false,
    hasValue,
    outer: scope.frames,
  };
  const body = loopBody(loop, frame, { ...scope, frames: frame });
  const isLabelled = onContinue.kind === 'continue' && onContinue.used;
  const head = rust.exprStmt(make(body, isLabelled ? loopName : undefined));
  // The `else` is in tail position where the loop is, and where nothing but the `else` leaves it.
  const own = frame.used ? undefined : tailFor(loop, tail);
  // Inside of the labelled block, what leaves an outer loop needs that loop's label.
  const elseScope = frame.used ? { ...scope, frames: frame } : scope;
  const otherwise =
    loop.else === undefined ? pure(rust.unit) : lowerExpr(loop.else, elseScope, tailFor(loop.else, own));
  if (own !== undefined && loop.else !== undefined && !hasValue) return opened(after([head], otherwise));
  const block = hasValue
    ? asBlock({ pre: [head, ...otherwise.pre], expr: otherwise.expr })
    : { statements: [head, ...asStatements(otherwise)] };
  if (frame.used) return pure(rust.labeled(frame.name, block));
  return hasValue ? pure(rust.blockExpr(block)) : { pre: block.statements, expr: rust.unit };
}

/** The body with what follows it in each iteration. */
function loopBody(loop: Loop, frame: TargetFrame, scope: Scope): Block {
  const step = loop.kind === 'while' ? loop.continueExpression : undefined;
  const tail: Tail = { kind: 'continue', label: loop.label, isUnit: true };
  if (step === undefined || isWithoutMeaning(step, scope)) return statementBlock(lowerExpr(loop.body, scope, tail));
  const { onContinue } = frame;
  const content = statementBlock(lowerExpr(loop.body, scope, onContinue.kind === 'leaveBody' ? tail : undefined));
  const isLeft = onContinue.kind === 'leaveBody' && onContinue.used;
  const reachesEnd = loop.body.type.kind !== 'noreturn' || loop.label.isContinued;
  const after = reachesEnd ? stepOf(step, scope) : [];
  if (!isLeft) return { ...content, statements: [...content.statements, ...after] };
  return { statements: [rust.exprStmt(rust.labeled(onContinue.name, content)), ...after] };
}

/** The continue expression; the block that groups several assignments goes. */
function stepOf(step: ir.Block, scope: Scope): readonly Statement[] {
  const { statements } = lowerBlock(step, scope);
  const [only, more] = statements;
  return only?.kind === 'expr' && more === undefined && only.leading === undefined
    ? spliced(pure(only.expr))
    : statements;
}

function isWithoutMeaning(step: ir.Block, scope: Scope): boolean {
  return step.statements.every((statement) => scope.crate.representation.vanishes(statement));
}
