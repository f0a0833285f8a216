/**
 * What follows `=`, `:` or `=>`: on the same line if it fits, else the better of breaking inside and starting on the
 * next line.
 */
import { advance, fullLine, narrow, nestedLine, rightOverhead, type Shape, unlimited } from './shape.js';
import {
  type Doc,
  firstLineEndsWith,
  fits,
  hardline,
  indent,
  isMultiline,
  lastLineWidth,
  newlineCount,
  textOf,
  totalWidth,
} from './text.js';

export type Layout = (shape: Shape) => Doc | undefined;

export type NextLine = 'default' | 'withoutIndent' | 'allowOverflow';

/** `left` (ending in its operator) with the right side behind or below it. */
export function layoutAssignment(
  left: Doc,
  right: Layout,
  shape: Shape,
  nextLine: NextLine = 'default',
): Doc | undefined {
  const used = lastLineWidth(left, shape.indent) - (isMultiline(left) ? shape.indent : 0);
  const sameLine = advance(shape, used + 1) ?? { ...shape, width: 0, offset: shape.offset + used + 1 };
  const chosen = chooseRight(right, sameLine, nextLine);
  return chosen === undefined ? undefined : [left, chosen];
}

function chooseRight(right: Layout, shape: Shape, nextLine: NextLine): Doc | undefined {
  const same = right(shape);
  if (same !== undefined && textOf(same) === '') return '';
  if (same !== undefined && !isMultiline(same) && totalWidth(same) <= shape.width) return [' ', same];
  const nextShape = nextLineShape(shape, nextLine);
  const next = nextShape === undefined ? undefined : right(nextShape);
  if (same !== undefined) {
    if (next === undefined || nextShape === undefined || !fits(next, nextShape)) return [' ', same];
    return preferNextLine(same, next, nextLine) ? indent([hardline, next]) : [' ', same];
  }
  if (next !== undefined) return indent([hardline, next]);
  if (nextLine !== 'allowOverflow') return undefined;
  const overflowing = right(unlimited(shape));
  return overflowing === undefined ? undefined : [' ', overflowing];
}

function nextLineShape(shape: Shape, nextLine: NextLine): Shape | undefined {
  if (nextLine === 'withoutIndent') return narrow(fullLine(shape), shape.indent);
  return narrow(nestedLine(shape), rightOverhead(shape));
}

/** Whether the form that starts on the next line is so much better that a line is worth it. */
export function preferNextLine(same: Doc, next: Doc, nextLine: NextLine): boolean {
  return (
    nextLine === 'withoutIndent' ||
    !isMultiline(next) ||
    newlineCount(same) > newlineCount(next) + 1 ||
    ['(', '{', '['].some((open) => firstLineEndsWith(same, open) && !firstLineEndsWith(next, open))
  );
}
