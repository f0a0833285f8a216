/**
 * Separated lists: on one line, one element a line, or filled. The choice looks at the widths of the elements laid
 * out for the vertical form.
 */
import type { Comment } from '../rust-ast.js';
import { commentLines } from './comments.js';
import { pageWidth, type Shape } from './shape.js';
import { commentDoc, type Doc, displayWidth, hardline, isMultiline, lastLineWidth, totalWidth } from './text.js';

export interface ListElement {
  /** `undefined`: does not fit; the list fails with it. */
  readonly document: Doc | undefined;
  readonly leading?: readonly Comment[] | undefined;
  readonly trailing?: string | undefined;
  readonly blankLineBefore?: boolean | undefined;
}

export type ListTactic =
  | { readonly kind: 'horizontal' }
  | { readonly kind: 'vertical' }
  | { readonly kind: 'mixed' }
  /** `assert!` and its like: `before` arguments on a line, the format string, its arguments on a line. */
  | { readonly kind: 'formatMacro'; readonly before: number };

export const horizontal: ListTactic = { kind: 'horizontal' };
export const vertical: ListTactic = { kind: 'vertical' };
export const mixed: ListTactic = { kind: 'mixed' };

/** When a separator follows the last element. */
export type TrailingSeparator = 'always' | 'never' | 'vertical';

export interface ListFormat {
  readonly tactic: ListTactic;
  readonly trailing: TrailingSeparator;
  readonly separator?: string;
  /** The separator stands before the elements when the list is broken (`|` between patterns). */
  readonly separatorInFront?: boolean;
  /** A line break follows the list, so a filled list ends in a separator too. */
  readonly endsWithNewline?: boolean;
  readonly keepBlankLines?: boolean;
  readonly shape: Shape;
}

function hasComment(element: ListElement): boolean {
  return element.trailing !== undefined || (element.leading !== undefined && element.leading.length > 0);
}

/** Horizontal if everything fits into `width`, else `otherwise`. Comments demand lines. */
export function chooseTactic(
  elements: readonly ListElement[],
  width: number,
  separatorWidth = 2,
  otherwise = vertical,
): ListTactic {
  if (elements.some(hasComment)) return vertical;
  let total = separatorWidth * Math.max(0, elements.length - 1);
  for (const { document } of elements) {
    if (document === undefined) continue;
    if (isMultiline(document)) return otherwise;
    total += totalWidth(document);
  }
  return total <= width ? horizontal : otherwise;
}

/** The list without delimiters. `undefined` if an element failed. */
export function layoutList(elements: readonly ListElement[], format: ListFormat): Doc | undefined {
  if (elements.some((element) => element.document === undefined)) return undefined;
  return format.tactic.kind === 'mixed' ? filledList(elements, format) : linedList(elements, format);
}

function linedList(elements: readonly ListElement[], format: ListFormat): Doc {
  const { tactic, separator = ',' } = format;
  const inFront = format.separatorInFront === true;
  const trailing = format.trailing === 'always' || (format.trailing === 'vertical' && tactic.kind === 'vertical');
  const aligner = trailingCommentAligner(elements, format);
  return elements.map((element, position): Doc => {
    const last = position === elements.length - 1;
    const separate = inFront ? position > 0 : !last || trailing;
    const behind = separate && !inFront ? separator : '';
    return [
      position === 0 ? '' : breakBefore(position, element, format),
      element.leading !== undefined && element.leading.length > 0 ? [commentLines(element.leading), hardline] : '',
      separate && inFront ? `${separator.trim()} ` : '',
      element.document ?? '',
      behind,
      aligner(position, behind, last && !separate && separator !== ''),
    ];
  });
}

function breakBefore(position: number, element: ListElement, format: ListFormat): Doc {
  const { tactic } = format;
  if (tactic.kind === 'horizontal') return ' ';
  if (tactic.kind === 'formatMacro') return position < tactic.before || position > tactic.before + 1 ? ' ' : hardline;
  return element.blankLineBefore === true && format.keepBlankLines === true ? [hardline, hardline] : hardline;
}

type Aligner = (position: number, separator: string, noSeparator: boolean) => Doc;

/**
 * Writes the comments at the ends of the elements, in their order. Those of neighbouring one-line elements start in
 * one column: a group takes in elements as long as they leave room for a comment as long as the first.
 */
function trailingCommentAligner(elements: readonly ListElement[], format: ListFormat): Aligner {
  let column: number | undefined;
  return (position, separator, noSeparator) => {
    const { document = '', trailing, leading } = elements[position] ?? { document: undefined };
    if ((leading?.length ?? 0) > 0) column = undefined;
    if (trailing === undefined) {
      column = undefined;
      return '';
    }
    const isLast = position === elements.length - 1;
    const before = (position === 0 ? 0 : format.shape.indent) + lastLineWidth([document, separator], 0);
    const commentWidth = displayWidth(trailing.trimEnd()) + 2;
    const group = () =>
      isLast || isMultiline(document) ? undefined : groupWidth(elements, position, before + commentWidth, format);
    const padding = () => Math.max(0, (column ?? 0) - totalWidth(document));
    column ??= group();
    if (commentWidth + before + padding() + 1 > pageWidth) column = group();
    const extra = noSeparator && column !== undefined ? 1 : 0;
    const spaces = ' '.repeat(1 + padding() + extra);
    if (format.keepBlankLines === true && elements[position + 1]?.blankLineBefore === true) column = undefined;
    return [spaces, commentDoc(trailing.trimEnd())];
  };
}

/** The width of the widest element of the group that begins at `start`. */
function groupWidth(elements: readonly ListElement[], start: number, overhead: number, format: ListFormat): number {
  let widest = 0;
  for (const [offset, { document = '', leading, trailing }] of elements.slice(start).entries()) {
    const width = totalWidth(document);
    const otherGroup = (leading?.length ?? 0) > 0 || isMultiline(document);
    if (offset > 0 && (otherGroup || trailing === undefined || width + overhead > pageWidth)) return widest;
    widest = Math.max(widest, width);
    if (format.keepBlankLines === true && elements[start + offset + 1]?.blankLineBefore === true) return widest;
  }
  return widest;
}

function filledList(elements: readonly ListElement[], format: ListFormat): Doc {
  const { separator = ',', shape } = format;
  const parts: Doc[] = [];
  let column = 0;
  let trailing = format.trailing === 'always';
  elements.forEach(({ document = '' }, position) => {
    const last = position === elements.length - 1;
    let separate = format.separatorInFront === true ? position > 0 : !last || trailing;
    const width = totalWidth(document) + (separate ? separator.length : 0);
    if (column > 0 && column + 1 + width > shape.width) {
      parts.push(hardline);
      column = 0;
      if (format.endsWithNewline === true) trailing = true;
    } else if (column > 0) {
      parts.push(' ');
      column += 1;
    }
    if (last && format.endsWithNewline === true) separate = format.trailing !== 'never';
    column += width;
    const inFront = format.separatorInFront === true;
    parts.push(separate && inFront ? `${separator.trim()} ` : '', document, separate && !inFront ? separator : '');
  });
  return parts;
}
