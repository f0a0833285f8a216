/** `while`: on a bool, an optional (`while let`), an error union. */
import * as rust from '../emit/build.js';
import type { Block, Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { isReadOnly } from './analysis/read-only.js';
import { statementBlock } from './arm.js';
import { lowerCondition } from './condition.js';
import { type Scope, unported } from './context.js';
import { lowerExpr } from './expr.js';
import { captureOf } from './local.js';
import { lowerLoop } from './loop.js';
import { after, asExpr, type Lowered } from './lowered.js';
import type { Tail } from './tail.js';

export function lowerWhile(expr: ir.While, scope: Scope, tail?: Tail): Lowered {
  const { condition } = expr;
  if (condition.kind === 'bool' && condition.value.value?.kind === 'bool') {
    // The answer is known; asking may trap nevertheless.
    const asked = isReadOnly(condition.value) ? [] : askedFor(condition.value, scope);
    if (!condition.value.value.bool) return after(asked, lowerNever(expr, scope, tail));
    const loop = (body: Block, label: string | undefined) => rust.loop(bound(body, asked), label);
    return lowerLoop(expr, scope, tail, loop, true);
  }
  if (condition.kind === 'errorUnion') return lowerErrorLoop(expr, condition, scope, tail);
  const head = lowerCondition(condition, scope);
  const test = asExpr({ pre: head.pre, expr: head.test });
  return lowerLoop(expr, scope, tail, (body, label) =>
    rust.whileLoop(test, { ...body, statements: [...head.bind, ...body.statements] }, label),
  );
}

function askedFor(condition: ir.Expr, scope: Scope): Block['statements'] {
  const { pre, expr } = lowerExpr(condition, scope);
  return [...pre, rust.let_('_', expr)];
}

/** The condition is false from the start: what remains is the `else`. */
function lowerNever(expr: ir.While, scope: Scope, tail: Tail | undefined): Lowered {
  return expr.else === undefined ? { pre: [], expr: rust.unit } : lowerExpr(expr.else, scope, tail);
}

/** `while (errorUnion) |x| … else |e| …`: the error ends the loop and runs the `else`. */
function lowerErrorLoop(
  expr: ir.While,
  condition: Extract<ir.Condition, { kind: 'errorUnion' }>,
  scope: Scope,
  tail: Tail | undefined,
): Lowered {
  const head = lowerCondition(condition, scope);
  const { scrutinee, success } = head;
  if (scrutinee === undefined || success === undefined)
    return unported('a loop over an error union without errors', expr.node);
  const test: Expr = rust.letCondition(success, scrutinee);
  if (condition.errorCapture === undefined || expr.else === undefined) {
    const whole = asExpr({ pre: head.pre, expr: test });
    return lowerLoop(expr, scope, tail, (body, label) => rust.whileLoop(whole, bound(body, head.bind), label));
  }
  const otherwise = statementBlock(lowerExpr(expr.else, scope));
  const failure = rust.tupleStructPattern('Err', captureOf(condition.errorCapture, scope));
  const leave: Block = { ...otherwise, statements: [...otherwise.statements, rust.exprStmt(rust.break_())] };
  return lowerLoop({ ...expr, else: undefined }, scope, tail, (body, label) => {
    const arms = [rust.arm(success, rust.blockExpr(bound(body, head.bind))), rust.arm(failure, rust.blockExpr(leave))];
    return rust.loop(rust.block([...head.pre, rust.exprStmt(rust.match(scrutinee, arms))]), label);
  });
}

function bound(body: Block, bind: Block['statements']): Block {
  return { ...body, statements: [...bind, ...body.statements] };
}
