/** Blocks: `{ … }`, labelled, `unsafe`, `const`. */

import type { ExprPosition } from '../expr.js';
import { layoutExpr } from '../expr.js';
import { commentLines } from '../layout/comments.js';
import { blockContext, type Context } from '../layout/context.js';
import { withUnsafeMark } from '../layout/marks.js';
import { advance, lineShape, type Shape, tabWidth } from '../layout/shape.js';
import {
  type Doc,
  displayWidth,
  hardline,
  indent,
  isMultiline,
  lastLineWidth,
  newlineCount,
  shift,
  totalWidth,
} from '../layout/text.js';
import type { Block, BlockExpr, UnsafeExpr } from '../rust-ast.js';
import { layoutStatements } from '../statement.js';
import { isEmptyBlock, onlyExpression } from './facts.js';

/** `{`, the statements on lines of their own, `}`. `prefix` stands before the brace. */
export function layoutBlock(block: Block, prefix: string, context: Context, shape: Shape): Doc | undefined {
  if (isEmptyBlock(block)) return shape.width >= 2 ? `${prefix}{}` : [prefix, '{', hardline, '}'];
  const inner = layoutStatements(block, blockContext(context), lineShape(shape.indent + tabWidth));
  return [prefix, '{', indent([hardline, inner, commentsAtEnd(block, inner, context)]), hardline, '}'];
}

/**
 * The block of an `if` with an `else` behind it. Where a comment ends its last line, rustfmt takes those below it for
 * comments on the `else`.
 */
export function layoutThenBlock(block: Block, context: Context, shape: Shape): Doc | undefined {
  const { dangling = [], ...rest } = block;
  const last = block.tail ?? block.statements.at(-1);
  if (dangling.length === 0 || last?.trailing === undefined) return layoutBlock(block, '', context, shape);
  const inner = layoutStatements(rest, blockContext(context), lineShape(shape.indent + tabWidth));
  return ['{', indent([hardline, inner]), hardline, blankBefore(block), commentLines(dangling), hardline, '}'];
}

/** The comments before the closing brace. The style of 2021 aligns them with one that ends the line above. */
function commentsAtEnd(block: Block, inner: Doc, context: Context): Doc {
  const { dangling = [] } = block;
  if (dangling.length === 0) return '';
  const comments: Doc = [inner === '' ? '' : hardline, blankBefore(block), commentLines(dangling)];
  const trailing = (block.tail ?? block.statements.at(-1))?.trailing;
  const aligns = context.edition === '2021' && trailing !== undefined && dangling[0]?.blankLineBefore !== true;
  return aligns ? shift(lastLineWidth(inner, 0) - displayWidth(`//${trailing.trimEnd()}`), comments) : comments;
}

/** An empty line above the comments before the closing brace. */
function blankBefore(block: Block): Doc {
  const follows = block.statements.length > 0 || block.tail !== undefined;
  return follows && block.dangling?.[0]?.blankLineBefore === true ? hardline : '';
}

/** A block as an operand: on one line if it is one expression that fits. */
export function layoutInlineBlock(
  block: Block,
  prefix: string,
  context: Context,
  shape: Shape,
  maySingleLine = true,
): Doc | undefined {
  const lines = layoutBlock(block, prefix, context, shape);
  if (lines === undefined || !maySingleLine || isEmptyBlock(block) || newlineCount(lines) > 2) return lines;
  return layoutSingleLineBlock(block, prefix, context, shape) ?? lines;
}

function layoutSingleLineBlock(block: Block, prefix: string, context: Context, shape: Shape): Doc | undefined {
  const only = onlyExpression(block);
  const behind = advance(shape, prefix.length);
  if (only === undefined || behind === undefined) return undefined;
  const laidOut = layoutExpr(only, context, behind, tailPosition(context, only.kind));
  if (laidOut === undefined || isMultiline(laidOut)) return undefined;
  const document: Doc = [prefix, '{ ', laidOut, ' }'];
  return totalWidth(document) <= shape.width ? document : undefined;
}

/** The last expression of a block is an operand since the style of 2024, except for jumps. */
export function tailPosition(context: Context, kind: string): ExprPosition {
  const jumps = kind === 'return' || kind === 'break' || kind === 'continue';
  return context.edition === '2024' && !jumps ? 'operand' : 'statement';
}

export function layoutBlockExpr(
  expr: BlockExpr,
  context: Context,
  shape: Shape,
  position: ExprPosition,
): Doc | undefined {
  const label = expr.label === undefined ? '' : `'${expr.label}: `;
  const maySingleLine = (expr.attributes ?? []).length === 0;
  if (expr.const === true) {
    const block = layoutInlineBlock(expr.block, label, context, shape, maySingleLine);
    return block === undefined ? undefined : ['const ', block];
  }
  return position === 'statement'
    ? layoutBlock(expr.block, label, context, shape)
    : layoutInlineBlock(expr.block, label, context, shape, maySingleLine);
}

export function layoutUnsafe(expr: UnsafeExpr, context: Context, shape: Shape): Doc | undefined {
  const block = layoutInlineBlock(expr.block, 'unsafe ', context, shape, (expr.attributes ?? []).length === 0);
  return block === undefined ? undefined : withUnsafeMark(expr.reason, expr.origin, block);
}
