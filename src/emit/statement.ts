/** Statements, and the lines of a block. */

import { layoutAttributes } from './attribute.js';
import { layoutInlineBlock, tailPosition } from './expr/block.js';
import { isBlockLike } from './expr/facts.js';
import { endsInSemicolon, layoutExpr } from './expr.js';
import { layoutItem } from './item.js';
import { layoutAssignment } from './layout/assign.js';
import { commentLines, withComments } from './layout/comments.js';
import type { Context } from './layout/context.js';
import { withOrigin } from './layout/marks.js';
import { advance, fullLine, narrow, type Shape, unlimitedLine, widthLimits } from './layout/shape.js';
import { type Doc, hardline, isMultiline, lastLineWidth, textOf, totalWidth } from './layout/text.js';
import { layoutSinglePattern } from './pattern.js';
import type { Block, ExprStatement, LetStatement, Statement, StatementKind, Trivia } from './rust-ast.js';
import { layoutType } from './type.js';

type StatementOf<K extends StatementKind> = Extract<Statement, { readonly kind: K }>;
type StatementLayout<K extends StatementKind> = (
  statement: StatementOf<K>,
  context: Context,
  shape: Shape,
  isLast: boolean,
) => Doc | undefined;

/** The statements and the tail of a block, one below the other. */
export function layoutStatements(block: Block, context: Context, shape: Shape): Doc {
  const lines: Doc[] = [];
  block.statements.forEach((statement, index) => {
    const isLast = index === block.statements.length - 1 && block.tail === undefined;
    lines.push(lineBreak(lines.length === 0, statement), layoutWithComments(statement, context, shape, isLast));
  });
  const { tail } = block;
  if (tail !== undefined) {
    const position = tailPosition(context, tail.kind);
    const laidOut = orUnlimited((room) => layoutExpr(tail, context, room, position), shape);
    const ended: Doc = endsInSemicolon(tail) ? [laidOut, ';'] : laidOut;
    const document = withComments(tail, withOrigin(tail.origin, ended));
    lines.push(lineBreak(lines.length === 0, tail), document);
  }
  return lines.length === 0 ? '' : lines;
}

function lineBreak(isFirst: boolean, trivia: Trivia): Doc {
  if (isFirst) return '';
  return trivia.blankLineBefore === true ? [hardline, hardline] : hardline;
}

/**
 * The layout in the room there is, else on a line without end: where nothing fits, rustfmt leaves the statement as
 * it finds it.
 */
function orUnlimited(layout: (shape: Shape) => Doc | undefined, shape: Shape): Doc {
  const document = layout(shape) ?? layout(unlimitedLine(shape.indent));
  if (document === undefined) throw new Error('a layout failed although its room was unlimited');
  return document;
}

function layoutWithComments(statement: Statement, context: Context, shape: Shape, isLast: boolean): Doc {
  if (statement.kind === 'comment') return commentLines(statement.leading ?? []);
  const layout = (room: Shape) => layoutStatement(statement, context, room, isLast);
  const document = withOrigin(statement.origin, orUnlimited(layout, shape));
  return withComments(statement, document);
}

function layoutStatement(statement: Statement, context: Context, shape: Shape, isLast: boolean): Doc | undefined {
  // The table's entry for a kind takes the statement of that kind; TypeScript cannot correlate the two.
  const layout = statementLayouts[statement.kind] as StatementLayout<StatementKind>;
  return layout(statement, context, shape, isLast);
}

const statementLayouts: { readonly [K in StatementKind]: StatementLayout<K> } = {
  let: layoutLet,
  expr: layoutExprStatement,
  item: (statement, context, shape) => layoutItem(statement.item, context, shape.indent),
  comment: (statement) => commentLines(statement.leading ?? []),
  meta: (statement) => `$${statement.name}...;`,
};

function layoutExprStatement(
  statement: ExprStatement,
  context: Context,
  shape: Shape,
  isLast: boolean,
): Doc | undefined {
  const { expr } = statement;
  const loops = expr.kind === 'while' || expr.kind === 'for' || expr.kind === 'loop';
  const semicolon = !isBlockLike(expr) || (statement.semicolon === true && !loops);
  const position = isLast && !semicolon ? tailPosition(context, expr.kind) : 'statement';
  const room = semicolon ? narrow(shape, 1) : shape;
  const laidOut = room && layoutExpr(expr, context, room, position);
  return laidOut === undefined ? undefined : semicolon ? [laidOut, ';'] : laidOut;
}

function layoutLet(statement: LetStatement, context: Context, shape: Shape): Doc | undefined {
  const attributes = statement.attributes ?? [];
  const above = attributes.length === 0 ? '' : layoutAttributes(attributes, context, shape);
  const behind = advance(shape, 4);
  const patternShape = behind && narrow(behind, 1);
  const pattern = patternShape && layoutSinglePattern(statement.pattern, context, patternShape);
  if (above === undefined || pattern === undefined) return undefined;
  const left = layoutTyped(['let ', pattern], pattern, statement, context, shape);
  const room = narrow(shape, 1);
  if (left === undefined || room === undefined) return undefined;
  const { value } = statement;
  const declared =
    value === undefined ? left : layoutAssignment(left, (inner) => layoutExpr(value, context, inner), room);
  if (declared === undefined) return undefined;
  const whole = statement.else === undefined ? declared : layoutElse(declared, pattern, statement.else, context, shape);
  return whole === undefined ? undefined : [above, above === '' ? '' : hardline, whole, ';'];
}

function layoutTyped(
  left: Doc,
  pattern: Doc,
  statement: LetStatement,
  context: Context,
  shape: Shape,
): Doc | undefined {
  const end = statement.value === undefined ? '' : ' =';
  if (statement.type === undefined) return [left, end];
  const line = isMultiline(pattern) ? fullLine(shape) : shape;
  const behind = advance(line, lastLineWidth(left, shape.indent) + 2);
  const typeShape = behind && narrow(behind, 2);
  const type = typeShape && layoutType(statement.type, context, typeShape);
  return type === undefined ? undefined : [left, ': ', type, end];
}

/** `… else { … }` behind a `let`. */
function layoutElse(declared: Doc, pattern: Doc, block: Block, context: Context, shape: Shape): Doc | undefined {
  const onNewLine = isMultiline(pattern) || !elseStaysOnLine(declared, shape);
  const head: Doc = [declared, onNewLine ? hardline : ' ', 'else '];
  const available = Math.max(0, Math.min(shape.width, widthLimits.singleLineLetElse) - textOf(head).length);
  const maySingleLine = !onNewLine && available > 0 && !isMultiline(head);
  const laidOut = layoutInlineBlock(block, '', context, shape, maySingleLine);
  if (laidOut === undefined) return undefined;
  const tooLong = maySingleLine && !isMultiline(laidOut) && totalWidth(laidOut) + 1 > available;
  const broken = tooLong ? layoutInlineBlock(block, '', context, shape, false) : laidOut;
  return broken === undefined ? undefined : [head, broken];
}

function elseStaysOnLine(declared: Doc, shape: Shape): boolean {
  const text = textOf(declared);
  if (!text.includes('\n')) return shape.width - 1 - text.length >= 7;
  const last = text.slice(text.lastIndexOf('\n') + 1);
  return /[)\]}]$/.test(last) && !/^\s/.test(last);
}
