/**
 * Separated lists: on one line, one element a line, or filled. The choice looks at the widths of the elements laid
 * out for the vertical form.
 */
import type { Comment } from '../rust-ast.js';
import { commentLines } from './comments.js';
import { danglingComments, type ListEnd, trailingCommentAligner } from './list-comments.js';
import type { Shape } from './shape.js';
import { commentDoc, type Doc, hardline, isMultiline, lastLineWidth, textOf, totalWidth } from './text.js';

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
  /** Comments behind the last element. */
  readonly dangling?: readonly Comment[] | undefined;
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
    const body: Doc = [element.document ?? '', separate && !inFront ? separator : ''];
    const spaces = element.trailing === undefined ? aligner.skip() : aligner.spaces(position, last && !separate);
    const comment: Doc = element.trailing === undefined ? '' : [spaces, commentDoc(element.trailing.trimEnd())];
    return [
      position === 0 ? '' : breakBefore(position, element, format),
      element.leading !== undefined && element.leading.length > 0 ? [commentLines(element.leading), hardline] : '',
      separate && inFront ? `${separator.trim()} ` : '',
      body,
      comment,
      last ? danglingComments(format.dangling ?? [], listEnd(body, spaces, element)) : '',
    ];
  });
}

function listEnd(body: Doc, spaces: string, element: ListElement): ListEnd {
  return {
    column: lastLineWidth(body, 0) + spaces.length,
    separated: textOf(body).endsWith(','),
    commented: element.trailing !== undefined,
  };
}

function breakBefore(position: number, element: ListElement, format: ListFormat): Doc {
  const { tactic } = format;
  if (tactic.kind === 'horizontal') return ' ';
  if (tactic.kind === 'formatMacro') return position < tactic.before || position > tactic.before + 1 ? ' ' : hardline;
  return element.blankLineBefore === true && format.keepBlankLines === true ? [hardline, hardline] : hardline;
}

/**
 * As many elements on a line as fit. A comment ends its line; one above an element ends the line of the element
 * before, which is where rustfmt puts it.
 */
function filledList(elements: readonly ListElement[], format: ListFormat): Doc {
  const { separator = ',', shape } = format;
  const inFront = format.separatorInFront === true;
  const parts: Doc[] = [];
  let column = 0;
  let trailing = format.trailing === 'always';
  let mustBreak = false;
  const asWritten = elements.map((element, position) =>
    position === 0 ? element : { ...element, leading: undefined },
  );
  const aligner = trailingCommentAligner(asWritten, format);
  elements.forEach(({ document = '', leading = [], trailing: comment }, position) => {
    const last = position === elements.length - 1;
    let separate = inFront ? position > 0 : !last || trailing;
    const width = totalWidth(document) + (separate ? separator.length : 0);
    if (leading.length > 0) {
      parts.push(position === 0 ? '' : ' ', commentLines(leading));
      mustBreak = true;
    }
    if (mustBreak || (column > 0 && column + 1 + width > shape.width)) {
      parts.push(hardline);
      column = 0;
      mustBreak = false;
      if (format.endsWithNewline === true) trailing = true;
    } else if (column > 0) {
      parts.push(' ');
      column += 1;
    }
    if (last && format.endsWithNewline === true) separate = format.trailing !== 'never';
    column += width;
    parts.push(separate && inFront ? `${separator.trim()} ` : '', document, separate && !inFront ? separator : '');
    const spaces = comment === undefined ? aligner.skip() : aligner.spaces(position, last && !separate);
    if (comment !== undefined) {
      parts.push(spaces, commentDoc(comment.trimEnd()));
      mustBreak = true;
    }
    if (last) {
      const end = { column: column + 1, separated: separate, commented: comment !== undefined };
      parts.push(danglingComments(format.dangling ?? [], end));
    }
  });
  return parts;
}
