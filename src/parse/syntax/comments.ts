/** Which comments, and which blank lines, belong to a node: what later stages need to put every one of them where it stood. */
import type { Comment, SourceFile } from './ast.js';
import { tokenAt } from './positions.js';
import { Tok } from './token-kinds.js';

/** What has a place in the text: a node, a parameter, a field initialiser. */
export interface Spanned {
  readonly start: number;
  readonly end: number;
}

/** Index of the first comment that stands before the token `token` or a later one. */
function firstCommentBefore(file: SourceFile, token: number): number {
  let low = 0;
  let high = file.comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((file.comments[middle] as Comment).beforeToken < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All comments between the token before `token` and `token` itself. */
export function commentsBeforeToken(file: SourceFile, token: number): readonly Comment[] {
  const first = firstCommentBefore(file, token);
  let end = first;
  while (file.comments[end]?.beforeToken === token) end++;
  return first === end ? [] : file.comments.slice(first, end);
}

/** The comments on lines of their own directly before the node, doc comments included. */
export function leadingComments(file: SourceFile, node: Spanned): readonly Comment[] {
  const before = commentsBeforeToken(file, tokenAt(file, node.start));
  return before.length === 0 ? before : before.filter((comment) => comment.ownLine && comment.kind !== 'containerDoc');
}

/** The doc comments (`///`) of a declaration, field or parameter. */
export function docComments(file: SourceFile, node: Spanned): readonly Comment[] {
  return leadingComments(file, node).filter((comment) => comment.kind === 'doc');
}

/** The comment that follows the node on its line, perhaps after its comma or semicolon. */
export function trailingComment(file: SourceFile, node: Spanned): Comment | undefined {
  const { tokens } = file;
  let next = tokenAt(file, node.end);
  const separator = tokens.kinds[next];
  let end = node.end;
  if ((separator === Tok[';'] || separator === Tok[',']) && commentsBeforeToken(file, next).length === 0) {
    end = tokens.ends[next] as number;
    next++;
  }
  const comment = file.comments[firstCommentBefore(file, next)];
  if (comment === undefined || comment.beforeToken !== next || comment.ownLine) return undefined;
  return comment.start >= end ? comment : undefined;
}

/** The comments between the last member of `container` and its closing brace. */
export function danglingComments(file: SourceFile, container: Spanned): readonly Comment[] {
  const close = tokenAt(file, container.end) - 1;
  return commentsBeforeToken(file, close).filter((comment) => comment.ownLine);
}

/** True where a blank line stands before the node, or before the comments that lead it. */
export function blankLineBefore(file: SourceFile, node: Spanned): boolean {
  const first = leadingComments(file, node)[0];
  return first === undefined ? hasBlankLineBefore(file.text, node.start) : first.blankLinesBefore > 0;
}

/** True where a blank line ends at the offset. */
export function hasBlankLineBefore(text: string, offset: number): boolean {
  let lines = 0;
  for (let at = offset - 1; at >= 0; at--) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) lines++;
    else if (code !== 0x20 && code !== 0x09 && code !== 0x0d) break;
  }
  return lines > 1;
}
