/** `match` and its arms. */

import { layoutAttributes } from '../attribute.js';
import { layoutExpr } from '../expr.js';
import { preferNextLine } from '../layout/assign.js';
import { blockContext, type Context } from '../layout/context.js';
import { layoutList, vertical } from '../layout/list.js';
import {
  advance,
  budget,
  fullLine,
  lineShape,
  narrow,
  nestBlock,
  nestedLine,
  type Shape,
  tabWidth,
  usedWidth,
} from '../layout/shape.js';
import {
  type Doc,
  firstLineWidth,
  hardline,
  indent,
  isMultiline,
  lastLineIsExtendable,
  textOf,
  totalWidth,
  trimmedLastLineWidth,
  widthBeyond,
} from '../layout/text.js';
import { layoutPattern } from '../pattern.js';
import type { Expr, MatchArm, MatchExpr } from '../rust-ast.js';
import { conditionOf } from './control-flow.js';
import { danglingOnly } from './dangling.js';
import { isEmptyBlock, isPlainBlock, onlyExpression } from './facts.js';

export function layoutMatch(expr: MatchExpr, context: Context, shape: Shape): Doc | undefined {
  const scrutineeShape = advance({ ...shape, width: budget(shape, usedWidth(shape)) }, 6);
  if (scrutineeShape === undefined) return undefined;
  const scrutinee = layoutExpr(expr.scrutinee, context, scrutineeShape);
  if (scrutinee === undefined) return undefined;
  const tooLong = isMultiline(scrutinee) || totalWidth(scrutinee) + 2 > scrutineeShape.width;
  const head: Doc = ['match ', scrutinee, tooLong && !lastLineIsExtendable(scrutinee) ? hardline : ' '];
  const dangling = expr.dangling ?? [];
  if (expr.arms.length === 0)
    return dangling.length === 0 ? ['match ', scrutinee, ' {}'] : danglingOnly([head, '{'], dangling, '}');
  const armShape = fullLine(nestBlock(shape));
  const arms = expr.arms.map((arm) => ({
    document: layoutArm(arm, context, armShape),
    leading: arm.leading,
    trailing: arm.trailing,
    blankLineBefore: arm.blankLineBefore,
  }));
  const list = layoutList(arms, {
    tactic: vertical,
    trailing: 'never',
    separator: '',
    keepBlankLines: true,
    dangling,
    shape: armShape,
  });
  if (list === undefined) return undefined;
  return [head, '{', indent([hardline, list]), hardline, '}'];
}

function layoutArm(arm: MatchArm, context: Context, shape: Shape): Doc | undefined {
  const label = arm.body.kind === 'block' && arm.body.label !== undefined ? arm.body.label.length + 3 : 0;
  const patternShape = narrow(shape, 5 + label);
  const pattern = patternShape && layoutPattern(arm.pattern, context, patternShape);
  if (pattern === undefined) return undefined;
  const guard = arm.guard === undefined ? '' : layoutGuard(arm.guard, pattern, context, shape);
  if (guard === undefined) return undefined;
  const attributes = arm.attributes ?? [];
  const laidOut = attributes.length === 0 ? '' : layoutAttributes(attributes, context, shape);
  if (laidOut === undefined) return undefined;
  const head: Doc = [laidOut, laidOut === '' ? '' : hardline, pattern, guard];
  return layoutBody({ head, hasBrokenGuard: isMultiline(guard), body: arm.body, context, shape });
}

function layoutGuard(guard: Expr, pattern: Doc, context: Context, shape: Shape): Doc | undefined {
  const patternWidth = trimmedLastLineWidth(pattern);
  const mustBreak = isMultiline(pattern) && patternWidth > tabWidth;
  const behind = advance(shape, patternWidth + 4);
  const sameLineShape = behind && narrow(behind, 5);
  if (!mustBreak && sameLineShape !== undefined) {
    const sameLine = layoutExpr(guard, context, sameLineShape);
    if (sameLine !== undefined && (!isMultiline(sameLine) || patternWidth <= tabWidth)) return [' if ', sameLine];
  }
  const nested = advance(nestedLine(shape), 3);
  const nextLineShape = nested && narrow(nested, 5);
  const nextLine = nextLineShape && layoutExpr(guard, context, nextLineShape);
  return nextLine === undefined ? undefined : indent([hardline, 'if ', nextLine]);
}

interface ArmBody {
  readonly head: Doc;
  readonly hasBrokenGuard: boolean;
  readonly body: Expr;
  readonly context: Context;
  readonly shape: Shape;
}

/** The body behind `=>`, or in braces below it, whichever rustfmt prefers. */
function layoutBody(arm: ArmBody): Doc | undefined {
  const { head, context, shape } = arm;
  const headWidth = widthBeyond(head, shape) + 4;
  const { body, mayOpen } = flattenBody(arm.body, context, advance(shape, headWidth));
  const isBlock = isPlainBlock(body);
  const isEmpty = isBlock && (body.kind === 'block' || body.kind === 'unsafe') && isEmptyBlock(body.block);
  const comma = body.kind === 'block' && isBlock ? '' : ',';
  const onSameLine = (laidOut: Doc): Doc => [head, ' => ', laidOut, comma];
  const forbidSameLine = (arm.hasBrokenGuard && !isEmpty) || (body.attributes ?? []).length > 0;
  const behind = advance(shape, headWidth);
  const sameLineShape = behind && narrow(behind, comma.length);
  const sameLine =
    forbidSameLine || sameLineShape === undefined ? undefined : layoutArmExpr(body, context, sameLineShape);
  if (sameLine !== undefined && sameLineShape !== undefined) {
    if (isBlock || (!isMultiline(sameLine) && totalWidth(sameLine) <= sameLineShape.width)) return onSameLine(sameLine);
  }
  const nextLineShape = isBlock && !isEmpty ? lineShape(shape.indent, shape.page) : nestedLine(shape);
  const nextLine = layoutArmExpr(body, context, nextLineShape);
  const below = (laidOut: Doc): Doc =>
    layoutBelow({ head, body, isBlock, comma, context, onNewLine: forbidSameLine }, laidOut);
  if (sameLine === undefined) return nextLine === undefined ? undefined : below(nextLine);
  if (nextLine !== undefined && preferNextLine(sameLine, nextLine, 'default')) return below(nextLine);
  if (mayOpen && firstLineWidth(sameLine) <= (sameLineShape?.width ?? 0)) return onSameLine(sameLine);
  return nextLine !== undefined && isMultiline(sameLine) ? below(nextLine) : onSameLine(sameLine);
}

function layoutArmExpr(body: Expr, context: Context, shape: Shape): Doc | undefined {
  const laidOut = layoutExpr(body, context, shape, 'statement');
  const collapses = laidOut !== undefined && shape.width >= 2 && /^\{\s*\}$/.test(textOf(laidOut));
  return collapses ? '{}' : laidOut;
}

interface Below {
  readonly head: Doc;
  readonly body: Expr;
  readonly isBlock: boolean;
  readonly comma: string;
  readonly context: Context;
  readonly onNewLine: boolean;
}

function layoutBelow(arm: Below, laidOut: Doc): Doc {
  if (arm.isBlock) return [arm.head, ' =>', hardline, laidOut, arm.comma];
  if (arm.context.insideMacro) return [arm.head, ' =>', indent([hardline, laidOut]), ','];
  const jumps = arm.body.kind === 'return' || arm.body.kind === 'break' || arm.body.kind === 'continue';
  const semicolon = arm.context.edition === '2024' && jumps ? ';' : '';
  return [arm.head, ' =>', arm.onNewLine ? hardline : ' ', '{', indent([hardline, laidOut, semicolon]), hardline, '}'];
}

interface FlattenedBody {
  readonly body: Expr;
  /** Whether the body may begin behind `=>` and go on below. */
  readonly mayOpen: boolean;
}

/** Takes the braces off a body that is one expression in a block. */
function flattenBody(body: Expr, context: Context, shape: Shape | undefined): FlattenedBody {
  const only = flattenable(body, context);
  if (only === undefined) return { body, mayOpen: mayOpenBehindArrow(body) };
  if (isPlainBlock(only)) {
    return (only.attributes ?? []).length > 0 ? { body, mayOpen: true } : flattenBody(only, context, undefined);
  }
  const condition = shape && conditionOf(only, blockContext(context), shape);
  if (condition !== undefined && isMultiline(condition)) return { body, mayOpen: false };
  return { body: only, mayOpen: mayOpenBehindArrow(only) };
}

function flattenable(body: Expr, context: Context): Expr | undefined {
  if (body.kind !== 'block' || body.const === true || body.label !== undefined || context.insideMacro) return undefined;
  if ((body.attributes ?? []).length > 0) return undefined;
  const only = onlyExpression(body.block);
  return only?.kind === 'macro' ? undefined : only;
}

function mayOpenBehindArrow(expr: Expr): boolean {
  switch (expr.kind) {
    case 'loop':
    case 'match':
    case 'block':
    case 'unsafe':
    case 'closure':
    case 'array':
    case 'call':
    case 'methodCall':
    case 'macro':
    case 'struct':
    case 'tuple':
      return true;
    case 'ref':
    case 'rawRef':
    case 'try':
    case 'unary':
    case 'deref':
    case 'index':
    case 'cast':
      return mayOpenBehindArrow(expr.operand);
    default:
      return false;
  }
}
