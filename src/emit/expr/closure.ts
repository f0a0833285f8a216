/** Closures. Braces around a body that is one expression come and go by what the body is and whether it fits. */

import { layoutExpr } from '../expr.js';
import type { Context } from '../layout/context.js';
import { chooseTactic, layoutList } from '../layout/list.js';
import { advance, narrow, narrowOrZero, type Shape, unlimitedPage } from '../layout/shape.js';
import { type Doc, isMultiline, lastLineWidth, newlineCount, shift, totalWidth } from '../layout/text.js';
import { layoutSinglePattern } from '../pattern.js';
import type { ClosureExpr, ClosureParameter, Expr } from '../rust-ast.js';
import { layoutType } from '../type.js';
import { layoutBlock } from './block.js';
import { conditionOf } from './control-flow.js';
import { isEmptyBlock, leftmost, onlyExpression } from './facts.js';

interface Head {
  readonly document: Doc;
  /** The room behind the parameters. */
  readonly bodyShape: Shape;
}

export function layoutClosure(expr: ClosureExpr, context: Context, shape: Shape): Doc | undefined {
  const head = layoutHead(expr, context, shape);
  if (head === undefined) return undefined;
  const { body } = expr;
  if (body.kind !== 'block' && body.kind !== 'unsafe') {
    return (
      onHeadLine(body, head.document, context, head.bodyShape) ??
      inBlock(body, head.document, context, head.bodyShape) ??
      leftAlone(body, head, context)
    );
  }
  if (isEmptyBlock(body.block)) {
    const empty = layoutExpr(body, context, shape);
    return empty === undefined ? undefined : [head.document, ' ', empty];
  }
  const withoutBraces =
    expr.result === undefined && !context.insideMacro ? withoutBlock(body, head, context, shape) : undefined;
  if (withoutBraces !== undefined) return withoutBraces;
  const block = layoutExpr(body, context, head.bodyShape);
  return block === undefined ? undefined : [head.document, ' ', block];
}

/** Where rustfmt gives up, the body spans lines behind the parameters after all. */
function leftAlone(body: Expr, head: Head, context: Context): Doc | undefined {
  if (head.bodyShape.page !== unlimitedPage) return undefined;
  const laidOut = layoutExpr(body, context, head.bodyShape);
  return laidOut === undefined ? undefined : [head.document, ' ', laidOut];
}

/** A closure that is opened up as the last argument of a call. */
export function layoutLastClosure(expr: ClosureExpr, context: Context, shape: Shape): Doc | undefined {
  const body = lastClosureBody(expr, context);
  const head = layoutHead(expr, context, shape);
  if (head === undefined || isMultiline(head.document)) return undefined;
  if (blockIsForced(body, context)) return layoutForced(expr, body, head, context, shape);
  const condition = conditionOf(body, context, head.bodyShape);
  if (condition !== undefined && (isMultiline(condition) || totalWidth(condition) > head.bodyShape.width)) {
    return inBlock(body, head.document, context, head.bodyShape);
  }
  return layoutExpr(expr, context, shape);
}

function lastClosureBody(expr: ClosureExpr, context: Context): Expr {
  const { body } = expr;
  if (body.kind !== 'block' || body.const === true || body.label !== undefined || context.insideMacro) return body;
  return onlyExpression(body.block) ?? body;
}

function layoutForced(expr: ClosureExpr, body: Expr, head: Head, context: Context, shape: Shape): Doc | undefined {
  const block = inBlock(body, head.document, context, head.bodyShape);
  if (block === undefined || expr.result !== undefined || newlineCount(block) + 1 > 7) return block;
  const oneLine = onHeadLine(body, head.document, context, shape);
  return oneLine !== undefined && !isMultiline(oneLine) ? oneLine : block;
}

/** `|a, b: T| -> R`. */
function layoutHead(expr: ClosureExpr, context: Context, shape: Shape): Head | undefined {
  const prefix = expr.move ? 'move ' : '';
  const behindPrefix = advance(shape, prefix.length);
  const nested = behindPrefix && narrow(behindPrefix, 4);
  const parameterShape = nested && advance(nested, 1);
  if (nested === undefined || parameterShape === undefined) return undefined;
  const result = expr.result === undefined ? '' : layoutType(expr.result, context, parameterShape);
  if (result === undefined) return undefined;
  const arrow: Doc = result === '' ? '' : ['-> ', result];
  // Parameters that span lines are aligned with the first, not with the block.
  const column = parameterShape.offset;
  const aligned: Shape = { ...parameterShape, indent: parameterShape.indent + column, offset: 0 };
  const elements = expr.parameters.map((parameter) => ({ document: layoutParameter(parameter, context, aligned) }));
  const tactic = chooseTactic(elements, Math.max(0, nested.width - (totalWidth(arrow) + 1)));
  const room = narrowOrZero(aligned, totalWidth(arrow) + 1);
  const list = layoutList(elements, { tactic, trailing: 'never', shape: room });
  if (list === undefined) return undefined;
  const document: Doc = [prefix, '|', shift(column, list), '|', result === '' ? '' : ' ', arrow];
  const bodyShape = advance(shape, lastLineWidth(document, shape.indent) + 1);
  return bodyShape === undefined ? undefined : { document, bodyShape };
}

function layoutParameter(parameter: ClosureParameter, context: Context, shape: Shape): Doc | undefined {
  const pattern = layoutSinglePattern(parameter.pattern, context, shape);
  if (pattern === undefined || parameter.type === undefined) return pattern;
  const type = layoutType(parameter.type, context, shape);
  return type === undefined ? undefined : [pattern, ': ', type];
}

function withoutBlock(body: Expr, head: Head, context: Context, shape: Shape): Doc | undefined {
  const inner = innermost(body, head.document);
  return blockIsForced(inner, context)
    ? inBlock(inner, head.document, context, shape)
    : onHeadLine(inner, head.document, context, head.bodyShape);
}

/** The expression in as many plain blocks as there are. */
function innermost(expr: Expr, head: Doc): Expr {
  if (expr.kind !== 'block' || expr.const === true || expr.label !== undefined || isMultiline(head)) return expr;
  const only = onlyExpression(expr.block);
  return only === undefined || (only.attributes ?? []).length > 0 ? expr : innermost(only, head);
}

/** The body behind the parameters; only some kinds may span lines there. */
function onHeadLine(body: Expr, head: Doc, context: Context, shape: Shape): Doc | undefined {
  const laidOut = layoutExpr(body, context, shape);
  if (laidOut === undefined) return undefined;
  if (isMultiline(laidOut) && !maySpanLines(body) && !context.insideMacro) return undefined;
  return [head, ' ', laidOut];
}

function maySpanLines(expr: Expr): boolean {
  switch (expr.kind) {
    case 'match':
    case 'unsafe':
    case 'loop':
    case 'struct':
      return true;
    case 'block':
      return expr.const !== true;
    case 'ref':
    case 'rawRef':
    case 'try':
    case 'unary':
    case 'deref':
    case 'cast':
      return maySpanLines(expr.operand);
    default:
      return false;
  }
}

/** The body in braces. Not if the braces would turn the start of the body into a statement of its own. */
function inBlock(body: Expr, head: Doc, context: Context, shape: Shape): Doc | undefined {
  if (isOperatorLike(body) && startsWithBlock(body)) return undefined;
  const block = layoutBlock({ statements: [], tail: body }, '', context, shape);
  return block === undefined ? undefined : [head, ' ', block];
}

function isOperatorLike(expr: Expr): boolean {
  switch (expr.kind) {
    case 'call':
    case 'binary':
    case 'cast':
    case 'assign':
    case 'field':
    case 'tupleField':
    case 'index':
    case 'range':
    case 'try':
      return true;
    default:
      return false;
  }
}

function startsWithBlock(expr: Expr): boolean {
  switch (leftmost(expr).kind) {
    case 'if':
    case 'match':
    case 'block':
    case 'unsafe':
    case 'while':
    case 'loop':
    case 'for':
      return true;
    default:
      return false;
  }
}

function blockIsForced(expr: Expr, context: Context): boolean {
  if (context.insideMacro) return false;
  switch (expr.kind) {
    case 'if':
    case 'while':
    case 'for':
      return true;
    case 'loop':
      return context.edition === '2024';
    case 'ref':
    case 'rawRef':
    case 'try':
    case 'unary':
    case 'deref':
    case 'cast':
      return blockIsForced(expr.operand, context);
    default:
      return false;
  }
}
