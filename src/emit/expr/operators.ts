/** Unary, binary, assignment, cast and range expressions. */
import type { AssignExpr, BinaryExpr, CastExpr, Expr, RangeExpr } from '../rust-ast.js';
import { layoutExpr } from '../expr.js';
import { layoutAssignment } from '../layout/assign.js';
import type { Context } from '../layout/context.js';
import { layoutPair } from '../layout/pair.js';
import { type Shape, advance, fullLine, narrow, nestBlock, rightOverhead, tabWidth, usedWidth } from '../layout/shape.js';
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

interface Operand {
  readonly expr: Expr;
  /** As the first of the operands, or at the start of a continuation line. */
  readonly document: Doc | undefined;
}

export function layoutBinary(expr: BinaryExpr, context: Context, shape: Shape): Doc | undefined {
  const operands = flatten(expr, context, shape);
  const lets = operands.filter((operand) => operand.expr.kind === 'let').length;
  const flattened =
    (lets > 0 && !isShortLetChain(operands) ? undefined : layoutOperandsOnLine(expr, operands, context, shape)) ??
    layoutOperandsOnLines(expr, operands, context, shape);
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
function flatten(expr: BinaryExpr, context: Context, shape: Shape): readonly Operand[] {
  const exprs: Expr[] = [];
  let node: Expr = expr;
  while (node.kind === 'binary' && node.operator === expr.operator) {
    exprs.unshift(node.right);
    node = node.left;
  }
  const continued = narrow(fullLine(nestBlock(shape)), rightOverhead(shape));
  const behindOperator = continued && advance(continued, expr.operator.length + 1);
  return [
    { expr: node, document: layoutExpr(node, context, shape) },
    ...exprs.map((operand) => ({ expr: operand, document: behindOperator && layoutExpr(operand, context, behindOperator) })),
  ];
}

/** `name && let …` may stay on one line. */
function isShortLetChain(operands: readonly Operand[]): boolean {
  const [first, second] = operands;
  return operands.length === 2 && first !== undefined && isNameOrBool(first.expr) && second?.expr.kind === 'let';
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

function layoutOperandsOnLine(expr: BinaryExpr, operands: readonly Operand[], context: Context, shape: Shape): Doc | undefined {
  let before: Doc = '';
  for (const { document } of operands.slice(0, -1)) {
    if (document === undefined || isMultiline(document) || textOf(before).length > shape.width) return undefined;
    before = [before, document, ` ${expr.operator} `];
  }
  const lastShape = advance(shape, lastLineWidth(before, shape.indent));
  const last = lastShape && layoutExpr(expr.right, context, lastShape);
  if (last === undefined) return undefined;
  const all: Doc = [before, last];
  if (firstLineWidth(all) > shape.width) return undefined;
  const opensBlock = textOf(last).startsWith('{');
  const longStart = textOf(last).startsWith('(') || textOf(before).length > tabWidth;
  if (isMultiline(all) && !opensBlock && longStart) return undefined;
  return ifFits(all, shape);
}

function layoutOperandsOnLines(expr: BinaryExpr, operands: readonly Operand[], context: Context, shape: Shape): Doc | undefined {
  const nested = narrow(fullLine(nestBlock(shape)), rightOverhead(shape));
  const [first, ...rest] = operands;
  if (nested === undefined || first?.document === undefined) return undefined;
  const operator = expr.operator;
  let document: Doc = first.document;
  for (const operand of rest) {
    const offset = isMultiline(document) ? 0 : usedWidth(shape);
    if (lastLineWidth(document, shape.indent) + offset <= usedWidth(nested)) {
      const lineShape = advance(shape, operator.length + 2 + trimmedLastLineWidth(document));
      const sameLine = lineShape && layoutExpr(operand.expr, context, lineShape);
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
