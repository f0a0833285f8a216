/** Comments on lines of their own and at the end of lines. */
import type { Comment, Trivia } from '../rust-ast.js';
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

/** A statement or item with its comments above and behind it. */
export function withComments(node: Trivia, document: Doc): Doc {
  const { leading = [] } = node;
  const ended = withTrailing(document, node.trailing);
  if (leading.length === 0) return ended;
  return [commentLines(leading), hardline, node.blankLineAfterLeading === true ? hardline : '', ended];
}

/** The document with a comment at the end of its last line. */
function withTrailing(document: Doc, trailing: string | undefined): Doc {
  return trailing === undefined ? document : [document, ' ', commentDoc(trailing.trimEnd())];
}
