/**
 * `var i: usize = a; while (i < n) : (i += 1) { … }` as `for i in a..n { … }`: where `i` is not otherwise assigned or addressed, nothing
 * reads it after the loop, and `n` does not change inside it.
 */
import * as rust from '../emit/build.js';
import type { Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { effectsOf } from './analysis/effects.js';
import { type IrNode, rootLocal, walkExpr, walkStatement } from './analysis/walk.js';
import { takeTrivia, triviaOf, withStatementTrivia } from './comments.js';
import type { Scope } from './context.js';
import { lowerExpr } from './expr.js';
import { bindingOf } from './local.js';
import { lowerLoop } from './loop.js';

interface RangeLoop {
  readonly local: ir.Local;
  readonly start: ir.Expr;
  readonly end: ir.Expr;
  readonly inclusive: boolean;
  readonly loop: ir.While;
}

/** Lowers the declaration at `index` together with the loop behind it; undefined where the two are no such pair. */
export function lowerRangeLoop(
  statements: readonly ir.Statement[],
  index: number,
  scope: Scope,
): readonly Statement[] | undefined {
  const range = match(statements, index);
  const declaration = statements[index];
  const loop = statements[index + 1];
  if (range === undefined || declaration === undefined || loop === undefined) return undefined;
  const above = takeTrivia(declaration.node, scope);
  const taken = takeTrivia(loop.node, scope);
  const start = lowerExpr(range.start, scope);
  const end = lowerExpr(range.end, scope);
  // `for` takes the step itself.
  const lowered = lowerLoop({ ...range.loop, continueExpression: undefined }, scope, undefined, (body, label) =>
    rust.forLoop(bindingOf(range.local, scope), rust.range(start.expr, end.expr, range.inclusive), body, label),
  );
  const trivia = triviaOf(taken, loop.node, scope);
  const first = triviaOf(above, declaration.node, scope);
  const leading = [
    ...(first.leading ?? []),
    ...(first.trailing === undefined ? [] : [{ text: first.trailing }]),
    ...(trivia.leading ?? []),
  ];
  const blankLineBefore = first.blankLineBefore === true;
  return withStatementTrivia([...start.pre, ...end.pre, ...lowered.pre, rust.exprStmt(lowered.expr)], {
    ...trivia,
    ...(leading.length > 0 ? { leading } : {}),
    blankLineBefore,
  });
}

function match(statements: readonly ir.Statement[], index: number): RangeLoop | undefined {
  const declaration = statements[index];
  const next = statements[index + 1];
  if (declaration?.kind !== 'let' || declaration.local.role !== 'var' || declaration.local.type.kind !== 'int')
    return undefined;
  if (next?.kind !== 'expr' || next.expr.kind !== 'while') return undefined;
  const { local, init } = declaration;
  const loop = next.expr;
  const bound = boundOf(loop, local);
  if (bound === undefined || loop.else !== undefined || (init.kind === 'coerce' && init.coercion === 'undefined'))
    return undefined;
  if (!stepsByOne(loop.continueExpression, local)) return undefined;
  const isStill =
    !changes(loop.body, local) && !statements.slice(index + 2).some((statement) => mentions(statement, local));
  if (!isStill || mentionsIn(bound.end, local) || !isInvariant(bound.end, loop.body)) return undefined;
  return { local, start: init, end: bound.end, inclusive: bound.inclusive, loop };
}

function isLoadOf(expr: ir.Expr, local: ir.Local): boolean {
  return expr.kind === 'load' && expr.place.kind === 'local' && expr.place.local === local;
}

function boundOf(loop: ir.While, local: ir.Local): { readonly end: ir.Expr; readonly inclusive: boolean } | undefined {
  const { condition } = loop;
  if (condition.kind !== 'bool' || condition.value.kind !== 'compare' || !isLoadOf(condition.value.left, local))
    return undefined;
  const { operator, right } = condition.value;
  if (right.type !== local.type) return undefined;
  return operator === '<' ? { end: right, inclusive: false } : undefined;
}

function stepsByOne(step: ir.Block | undefined, local: ir.Local): boolean {
  const [only, more] = step?.statements ?? [];
  if (only?.kind !== 'assign' || more !== undefined || only.operator !== '+') return false;
  const isOne = only.value.value?.kind === 'int' && Number(only.value.value.int) === 1;
  return only.place.kind === 'local' && only.place.local === local && isOne;
}

/** Whether the expression assigns the local or takes its address. */
function changes(expr: ir.Expr, local: ir.Local): boolean {
  return someNode(expr, (node) => isChangeOf(node, local));
}

function isChangeOf(node: IrNode, local: ir.Local): boolean {
  if (node.sort === 'expr') return node.expr.kind === 'addressOf' && rootLocal(node.expr.place) === local;
  if (node.sort !== 'statement') return false;
  const { statement } = node;
  if (statement.kind === 'assign') return rootLocal(statement.place) === local;
  return (
    statement.kind === 'destructure' &&
    statement.targets.some((target) => target !== undefined && 'kind' in target && rootLocal(target) === local)
  );
}

function someNode(expr: ir.Expr, test: (node: IrNode) => boolean): boolean {
  let found = false;
  walkExpr(expr, (node) => {
    found ||= test(node);
    return !found;
  });
  return found;
}

function mentionsIn(expr: ir.Expr, local: ir.Local): boolean {
  return someNode(expr, (node) => node.sort === 'place' && node.place.kind === 'local' && node.place.local === local);
}

function mentions(statement: ir.Statement, local: ir.Local): boolean {
  let found = false;
  walkStatement(statement, (node) => {
    found ||= node.sort === 'place' && node.place.kind === 'local' && node.place.local === local;
    return !found;
  });
  return found;
}

/** The bound gives the same at every iteration: a constant, or a local or a slice's length that the body does not change. */
function isInvariant(end: ir.Expr, body: ir.Expr): boolean {
  if (end.value !== undefined || !effectsOf(end).reads) return !effectsOf(end).writes;
  if (end.kind === 'coerce') return isInvariant(end.operand, body);
  if (end.kind !== 'load') return false;
  const place = end.place.kind === 'fieldPlace' && end.place.container.kind === 'pointer' ? end.place.base : end.place;
  return place.kind === 'local' && !changes(body, place.local);
}
