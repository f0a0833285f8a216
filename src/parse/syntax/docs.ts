/**
 * Where doc comments may stand. They are comments here, not tokens, but Zig's parser refuses them in wrong places: `///` stands before
 * a declaration, field, parameter or error name, on a line of its own; `//!` at the beginning of a container.
 *
 * Parsing goes from left to right, so one pointer into the comments is enough: each place that allows a doc comment judges those
 * before it, and what is passed over without such a place is a fault.
 */
import type { Comment } from './ast.js';
import type { Parser } from './parser.js';
import { addFault } from './parser.js';

/** At the beginning of a container: the `//!` comments before the next token are in place, unless a `///` precedes them. */
export function takeContainerDocs(p: Parser): void {
  judgePassed(p);
  for (;;) {
    const comment = p.comments[p.nextComment];
    if (comment === undefined || comment.beforeToken !== p.token || comment.kind === 'doc') return;
    p.nextComment++;
  }
}

/** Before something documentable: the `///` comments before the next token are in place. */
export function takeDocs(p: Parser): void {
  judgeGroup(p, undefined);
}

/** Before a construct that cannot be documented: its `///` comments are faults that say so. */
export function refuseDocs(p: Parser, construct: string): void {
  judgeGroup(p, construct);
}

/** After recovery: comments in what was skipped are not judged. */
export function skipDocs(p: Parser): void {
  for (;;) {
    const comment = p.comments[p.nextComment];
    if (comment === undefined || comment.beforeToken >= p.token) return;
    p.nextComment++;
  }
}

/** At the end of the file: what is left has no place. */
export function finishDocs(p: Parser): void {
  for (; p.nextComment < p.comments.length; p.nextComment++) judgeUnattached(p, p.comments[p.nextComment] as Comment);
}

function judgeGroup(p: Parser, refusedBy: string | undefined): void {
  judgePassed(p);
  for (;;) {
    const comment = p.comments[p.nextComment];
    if (comment === undefined || comment.beforeToken !== p.token) return;
    if (comment.kind === 'containerDoc') judgeUnattached(p, comment);
    else if (comment.kind === 'doc') judgeDoc(p, comment, refusedBy);
    p.nextComment++;
  }
}

function judgeDoc(p: Parser, comment: Comment, refusedBy: string | undefined): void {
  if (refusedBy !== undefined) {
    misplaced(p, comment, `a plain comment (documentation comments cannot be attached to ${refusedBy})`);
  } else if (!comment.ownLine) {
    misplaced(p, comment, 'the documentation comment on a line of its own');
  }
}

/** Comments before tokens that are passed already: no place claimed them. */
function judgePassed(p: Parser): void {
  for (;;) {
    const comment = p.comments[p.nextComment];
    if (comment === undefined || comment.beforeToken >= p.token) return;
    judgeUnattached(p, comment);
    p.nextComment++;
  }
}

function judgeUnattached(p: Parser, comment: Comment): void {
  if (comment.kind === 'doc')
    misplaced(p, comment, 'a declaration, field, parameter or error name after the documentation comment');
  if (comment.kind === 'containerDoc') misplaced(p, comment, "'//!' at the beginning of a file or container only");
}

function misplaced(p: Parser, comment: Comment, expected: string): void {
  addFault(p, { start: comment.start, end: comment.end, found: 'a documentation comment', expected });
}
