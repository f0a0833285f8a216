/** `if`: on a bool, an optional, an error union; decided at comptime, only the arm that is taken. */
import * as rust from '../emit/build.js';
import type { Block, Expr, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { adapt } from './adapt.js';
import { walkBlock, walkExpr } from './analysis/walk.js';
import { armBlock, armExpr } from './arm.js';
import { type LoweredCondition, lowerCondition } from './condition.js';
import type { Scope } from './context.js';
import { lowerExpr } from './expr.js';
import { captureOf, isUsed, isVoid } from './local.js';
import { after, isPlainBlock, type Lowered, pure } from './lowered.js';
import { lowerPlaceOrValue, receiver } from './place.js';
import { outermostPointer } from './representation/type-repr.js';
import { type Tail, tailFor } from './tail.js';

export function lowerIf(expr: ir.If, scope: Scope, tail?: Tail): Lowered {
  const own = tailFor(expr, tail);
  if (expr.taken !== undefined) return lowerTaken(expr, scope, own);
  const condition = lowerCondition(expr.condition, scope, isLent(expr, scope));
  const then = lowerArm(expr, expr.then, scope, own);
  const block = armBlock(expr.then, then, own, condition.bind);
  if (condition.isAlways) return after(condition.pre, pure(rust.blockExpr(block)));
  const errorCapture = expr.condition.kind === 'errorUnion' ? expr.condition.errorCapture : undefined;
  if (errorCapture !== undefined && isUsed(errorCapture, scope))
    return lowerMatch(expr, condition, block, errorCapture, scope, own);
  const otherwise = expr.else === undefined ? undefined : lowerElse(expr, scope, own);
  return after(condition.pre, pure(rust.ifElse(condition.test, block, otherwise)));
}

/** Whether the optional `&mut` of a variable is looked at and used again, without another value in between. */
function isLent({ condition, then }: ir.If, { crate, body }: Scope): boolean {
  if (condition.kind !== 'optional' || condition.byPointer || condition.operand.kind !== 'load') return false;
  const { place } = condition.operand;
  if (place.kind !== 'local' || outermostPointer(crate.representation.place(place))?.mode !== 'refMut') return false;
  const whole = body.instance === undefined ? undefined : crate.representation.body(body.instance);
  let mentions = 0;
  let isReplaced = false;
  if (whole !== undefined)
    walkBlock(whole, (node) => {
      if (node.sort === 'place' && node.place.kind === 'local' && node.place.local === place.local) mentions += 1;
      return true;
    });
  if (then !== undefined)
    walkExpr(then, (node) => {
      if (node.sort === 'statement' && node.statement.kind === 'assign')
        isReplaced ||= node.statement.place.kind === 'local' && node.statement.place.local === place.local;
      return true;
    });
  return mentions > 1 && !isReplaced;
}

/** An arm, held as the whole `if` is. */
function lowerArm(expr: ir.If, arm: ir.Expr | undefined, scope: Scope, tail: Tail | undefined): Lowered {
  if (arm === undefined) return pure(rust.unit);
  return adapt(lowerExpr(arm, scope, tail), arm, scope.crate.representation.expr(expr), scope);
}

/** The else branch: a block, or another `if` behind `else`. Nothing where it would be empty. */
function lowerElse(expr: ir.If, scope: Scope, tail: Tail | undefined): Block | Expr | undefined {
  const lowered = lowerArm(expr, expr.else, scope, tail);
  if (lowered.pre.length === 0 && lowered.expr.kind === 'if') return lowered.expr;
  const block = armBlock(expr.else, lowered, tail);
  const isEmpty = block.statements.length === 0 && block.tail === undefined && block.dangling === undefined;
  return isEmpty && (expr.else === undefined || isVoid(expr.else.type)) ? undefined : block;
}

/** Both payload and error are captured. */
function lowerMatch(
  expr: ir.If,
  condition: LoweredCondition,
  then: Block,
  errorCapture: ir.Local,
  scope: Scope,
  tail: Tail | undefined,
): Lowered {
  if (condition.scrutinee === undefined || condition.success === undefined)
    throw new Error('an error union is matched');
  const otherwise = lowerArm(expr, expr.else, scope, tail);
  const failure = rust.tupleStructPattern('Err', captureOf(errorCapture, scope));
  const elseBody = armExpr(otherwise);
  const isNothing = then.statements.length === 0 && then.tail === undefined && then.dangling === undefined;
  if (isNothing && isVoid(expr.type)) {
    return after(condition.pre, pure(rust.ifLet(failure, condition.scrutinee, armBlock(expr.else, otherwise, tail))));
  }
  const arms = [rust.arm(condition.success, blockAsExpr(then)), rust.arm(failure, elseBody)];
  return after(condition.pre, pure(rust.match(condition.scrutinee, arms)));
}

/** A block with nothing but a value is the value. */
export function blockAsExpr(block: Block): Expr {
  return block.statements.length === 0 && block.tail !== undefined && block.dangling === undefined
    ? block.tail
    : rust.blockExpr(block);
}

function lowerTaken(expr: ir.If, scope: Scope, tail: Tail | undefined): Lowered {
  const arm = expr.taken === 'then' ? expr.then : expr.else;
  const lowered = lowerArm(expr, arm, scope, tail);
  const bind = expr.taken === 'then' ? takenCapture(expr.condition, scope) : [];
  if (bind.length === 0) return lowered;
  const { pre, expr: value } = lowered;
  if (isPlainBlock(value)) {
    const { block } = value;
    return pure(rust.blockExpr({ ...block, statements: [...bind, ...pre, ...block.statements] }));
  }
  const statements = [...bind, ...pre];
  return pure(
    rust.blockExpr(
      isVoid(expr.type) ? rust.block([...statements, rust.exprStmt(value)]) : rust.block(statements, value),
    ),
  );
}

/** The payload of an optional that is known to be there. */
function takenCapture(condition: ir.Condition, scope: Scope): readonly Statement[] {
  if (condition.kind === 'bool' || condition.capture === undefined || !isUsed(condition.capture, scope)) return [];
  const { capture, byPointer, operand } = condition;
  if (operand.type.kind === 'pointer') {
    const pointer = lowerPlaceOrValue(operand, 'read', scope);
    return [...pointer.pre, rust.let_(captureOf(capture, scope), pointer.expr)];
  }
  const isMutable = capture.type.kind === 'pointer' && !capture.type.isConst;
  const lowered = lowerPlaceOrValue(operand, byPointer ? (isMutable ? 'borrowMut' : 'borrow') : 'read', scope);
  const optional = byPointer
    ? rust.method(receiver(lowered.expr, isMutable), isMutable ? 'as_mut' : 'as_ref')
    : lowered.expr;
  return [...lowered.pre, rust.let_(captureOf(capture, scope), rust.method(optional, 'unwrap'))];
}
