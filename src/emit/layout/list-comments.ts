/** Comments at the ends of list elements, and behind the last. */
import type { Comment } from '../rust-ast.js';
import { commentLines } from './comments.js';
import type { ListElement, ListFormat } from './list.js';
import { pageWidth } from './shape.js';
import { type Doc, displayWidth, hardline, isMultiline, lastLineWidth, shift, totalWidth } from './text.js';

/** Says, element by element, how many spaces stand before its comment. */
export interface TrailingCommentAligner {
  readonly spaces: (position: number, noSeparator: boolean) => string;
  /** For an element without comment. */
  readonly skip: () => string;
}

/**
 * Comments of neighbouring one-line elements start in one column: a group takes in elements as long as they leave
 * room for a comment as long as the first.
 */
export function trailingCommentAligner(elements: readonly ListElement[], format: ListFormat): TrailingCommentAligner {
  const { separator = ',' } = format;
  let column: number | undefined;
  const spaces = (position: number, noSeparator: boolean): string => {
    const { document = '', trailing = '', leading = [] } = elements[position] ?? { document: undefined };
    if (leading.length > 0) column = undefined;
    const isLast = position === elements.length - 1;
    const written = lastLineWidth([document, noSeparator ? '' : separator], 0);
    const before = (position === 0 ? 0 : format.shape.indent) + written;
    const commentWidth = displayWidth(trailing.trimEnd()) + 2;
    const group = () =>
      isLast || isMultiline(document) ? undefined : groupWidth(elements, position, before + commentWidth, format);
    const padding = () => Math.max(0, (column ?? 0) - totalWidth(document));
    column ??= group();
    if (commentWidth + before + padding() + 1 > pageWidth) column = group();
    const extra = noSeparator && column !== undefined && separator !== '' ? 1 : 0;
    const count = 1 + padding() + extra;
    if (endsGroup(elements, position, format)) column = undefined;
    return ' '.repeat(count);
  };
  const skip = () => {
    column = undefined;
    return ' ';
  };
  return { spaces, skip };
}

/** Whether an empty line follows. */
function endsGroup(elements: readonly ListElement[], position: number, format: ListFormat): boolean {
  return format.keepBlankLines === true && elements[position + 1]?.blankLineBefore === true;
}

/** The width of the widest element of the group that begins at `start`. */
function groupWidth(elements: readonly ListElement[], start: number, overhead: number, format: ListFormat): number {
  let widest = 0;
  for (const [offset, { document = '', leading, trailing }] of elements.slice(start).entries()) {
    const width = totalWidth(document);
    const otherGroup = (leading?.length ?? 0) > 0 || isMultiline(document);
    if (offset > 0 && (otherGroup || trailing === undefined || width + overhead > pageWidth)) return widest;
    widest = Math.max(widest, width);
    if (endsGroup(elements, start + offset, format)) return widest;
  }
  return widest;
}

export interface ListEnd {
  /** Column behind the last element where a comment would begin. */
  readonly column: number;
  /** A separator ends the last line. */
  readonly separated: boolean;
  /** A comment ends the last line. */
  readonly commented: boolean;
}

/**
 * The comments behind the last element. They stand on lines of their own; but below a comment at its end, and behind
 * an element without a separator, rustfmt takes them for the rest of that comment.
 */
export function danglingComments(dangling: readonly Comment[], end: ListEnd): Doc {
  const [first, ...rest] = dangling;
  if (first === undefined) return '';
  if (end.commented) return shift(end.column, [hardline, blankAbove(first), commentLines(dangling)]);
  if (end.separated) return [hardline, blankAbove(first), commentLines(dangling)];
  const below: Doc = rest[0] === undefined ? '' : [hardline, blankAbove(rest[0]), commentLines(rest)];
  return [' ', commentLines([first]), shift(end.column, below)];
}

function blankAbove(comment: Comment): Doc {
  return comment.blankLineBefore === true ? hardline : '';
}
