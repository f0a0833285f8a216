/** Unary, binary, assignment, cast and range expressions. */

import { layoutExpr } from '../expr.js';
import { type Layout, layoutAssignment } from '../layout/assign.js';
import type { Context } from '../layout/context.js';
import { layoutPair } from '../layout/pair.js';
import {
  advance,
  fullLine,
  narrow,
  nestBlock,
  rightOverhead,
  type Shape,
  tabWidth,
  usedWidth,
} from '../layout/shape.js';
import {
  type Doc,
  firstLineWidth,
  hardline,
  ifFits,
  indent,
  isMultiline,
  lastLineWidth,
  textOf,
  trimmedLastLineWidth,
} from '../layout/text.js';
import type { AssignExpr, BinaryExpr, CastExpr, Expr, RangeExpr } from '../rust-ast.js';
import { layoutType } from '../type.js';

/** `-x`, `&mut x`, `return x`. */
export function layoutPrefixed(prefix: string, operand: Expr, context: Context, shape: Shape): Doc | undefined {
  const behind = advance(shape, prefix.length);
  const laidOut = behind && layoutExpr(operand, context, behind);
  return laidOut === undefined ? undefined : [prefix, laidOut];
}

export function layoutCast(expr: CastExpr, context: Context, shape: Shape): Doc | undefined {
  return layoutPair({
    left: (inner) => layoutExpr(expr.operand, context, inner),
    right: (inner) => layoutType(expr.type, context, inner),
    infix: ' as ',
    infixInFront: true,
    shape,
  });
}

export function layoutRange(expr: RangeExpr, context: Context, shape: Shape): Doc | undefined {
  const { start, end } = expr;
  const operator = expr.inclusive ? '..=' : '..';
  if (start !== undefined && end !== undefined) {
    const left = (inner: Shape) => layoutExpr(start, context, inner);
    const right = (inner: Shape) => layoutExpr(end, context, inner);
    return layoutPair({ left, right, infix: operator, infixInFront: true, shape });
  }
  if (end !== undefined) return layoutPrefixed(operator, end, context, shape);
  if (start === undefined) return operator;
  const room = narrow(shape, operator.length);
  const laidOut = room && layoutExpr(start, context, room);
  return laidOut === undefined ? undefined : [laidOut, operator];
}

export function layoutAssignExpr(expr: AssignExpr, context: Context, shape: Shape): Doc | undefined {
  const room = narrow(shape, expr.operator.length + 1);
  const target = room && layoutExpr(expr.target, context, room);
  if (target === undefined) return undefined;
  return layoutAssignment([target, ` ${expr.operator}`], (inner) => layoutExpr(expr.value, context, inner), shape);
}

export function layoutBinary(expr: BinaryExpr, context: Context, shape: Shape): Doc | undefined {
  const exprs = flatten(expr);
  const layouts = exprs.map(
    (operand): Layout =>
      (inner) =>
        layoutExpr(operand, context, inner),
  );
  const lets = exprs.filter((operand) => operand.kind === 'let').length;
  const mayStandOnLine = lets === 0 || isShortLetChain(exprs);
  const flattened = layoutOperands(expr.operator, layouts, mayStandOnLine, shape);
  if (flattened !== undefined) return flattened;
  return layoutPair({
    left: (inner) => layoutExpr(expr.left, context, inner),
    right: (inner) => layoutExpr(expr.right, context, inner),
    infix: ` ${expr.operator} `,
    infixInFront: true,
    shape,
  });
}

/** The operands of a chain of one operator, left to right. */
function flatten(expr: BinaryExpr): readonly Expr[] {
  const exprs: Expr[] = [];
  let node: Expr = expr;
  while (node.kind === 'binary' && node.operator === expr.operator) {
    exprs.unshift(node.right);
    node = node.left;
  }
  return [node, ...exprs];
}

/** `name && let …` may stay on one line. */
function isShortLetChain(exprs: readonly Expr[]): boolean {
  const [first, second] = exprs;
  return exprs.length === 2 && first !== undefined && isNameOrBool(first) && second?.kind === 'let';
}

function isNameOrBool(expr: Expr): boolean {
  switch (expr.kind) {
    case 'path':
      return expr.path.qualifiedSelf === undefined && expr.path.segments.length === 1;
    case 'literal':
      return expr.literal.kind === 'bool';
    case 'unary':
    case 'deref':
    case 'ref':
    case 'rawRef':
    case 'paren':
    case 'try':
      return isNameOrBool(expr.operand);
    default:
      return false;
  }
}

/** Operands with one operator between them: on one line, or one a line with the operator in front. */
function layoutOperands(
  operator: string,
  layouts: readonly Layout[],
  mayStandOnLine: boolean,
  shape: Shape,
): Doc | undefined {
  const continued = narrow(fullLine(nestBlock(shape)), rightOverhead(shape));
  const behindOperator = continued && advance(continued, operator.length + 1);
  const operands = layouts.map((layout, index): Operand => {
    return { layout, document: index === 0 ? layout(shape) : behindOperator && layout(behindOperator) };
  });
  const oneLine = mayStandOnLine ? layoutOnLine(operator, operands, shape) : undefined;
  return oneLine ?? (continued && layoutOnLines(operator, operands, continued, shape));
}

interface Operand {
  readonly layout: Layout;
  /** As the first of the operands, or at the start of a continuation line. */
  readonly document: Doc | undefined;
}

function layoutOnLine(operator: string, operands: readonly Operand[], shape: Shape): Doc | undefined {
  let before: Doc = '';
  for (const { document } of operands.slice(0, -1)) {
    if (document === undefined || isMultiline(document) || textOf(before).length > shape.width) return undefined;
    before = [before, document, ` ${operator} `];
  }
  const lastShape = advance(shape, lastLineWidth(before, shape.indent));
  const last = lastShape && operands.at(-1)?.layout(lastShape);
  if (last === undefined) return undefined;
  const all: Doc = [before, last];
  if (firstLineWidth(all) > shape.width) return undefined;
  const opensBlock = textOf(last).startsWith('{');
  const longStart = textOf(last).startsWith('(') || textOf(before).length > tabWidth;
  if (isMultiline(all) && !opensBlock && longStart) return undefined;
  return ifFits(all, shape);
}

function layoutOnLines(operator: string, operands: readonly Operand[], nested: Shape, shape: Shape): Doc | undefined {
  const [first, ...rest] = operands;
  if (first?.document === undefined) return undefined;
  let document: Doc = first.document;
  for (const operand of rest) {
    const offset = isMultiline(document) ? 0 : usedWidth(shape);
    if (lastLineWidth(document, shape.indent) + offset <= usedWidth(nested)) {
      const lineShape = advance(shape, operator.length + 2 + trimmedLastLineWidth(document));
      const sameLine = lineShape && operand.layout(lineShape);
      if (sameLine !== undefined) {
        document = [document, ` ${operator} `, sameLine];
        continue;
      }
    }
    if (operand.document === undefined) return undefined;
    document = [document, indent([hardline, `${operator} `, operand.document])];
  }
  return document;
}
