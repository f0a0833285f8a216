/** Comments on lines of their own and at the end of lines. */
import type { Comment } from '../rust-ast.js';
import { commentDoc, type Doc, hardline } from './text.js';

/** The comments, one a line, empty lines between them kept; no line break at the end. */
export function commentLines(comments: readonly Comment[]): Doc {
  return comments.map(
    (comment, position): Doc => [
      position === 0 ? '' : hardline,
      position > 0 && comment.blankLineBefore === true ? hardline : '',
      commentDoc(comment.text.trimEnd()),
    ],
  );
}

/** The comments above what follows them. */
export function commentsAbove(comments: readonly Comment[] | undefined, followed: Doc): Doc {
  return comments === undefined || comments.length === 0 ? followed : [commentLines(comments), hardline, followed];
}

/** The document with a comment at the end of its last line. */
export function withTrailing(document: Doc, trailing: string | undefined): Doc {
  return trailing === undefined ? document : [document, ' ', commentDoc(trailing.trimEnd())];
}
