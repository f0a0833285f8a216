/**
 * Comments and blank lines of a body. Each statement takes the comments above it, the one at the end of its line, and those inside it
 * that nothing nested has taken; a block takes those before its closing brace. So none is lost and none moves across a statement.
 */
import type { Comment, Statement, Trivia } from '../emit/rust-ast.js';
import type * as ast from '../parse/syntax/ast.js';
import {
  blankLineBefore,
  danglingComments,
  leadingComments,
  type Spanned,
  trailingComment,
} from '../parse/syntax/comments.js';
import type { Scope } from './context.js';

function claim(comments: readonly ast.Comment[], scope: Scope): readonly ast.Comment[] {
  const free = comments.filter((comment) => !scope.body.claimed.has(comment));
  for (const comment of free) scope.body.claimed.add(comment);
  return free;
}

/** A Zig comment as a Rust comment; doc comments of locals become plain ones. */
export function rustComment(comment: ast.Comment): Comment {
  return { text: comment.text, blankLineBefore: comment.blankLinesBefore > 0 };
}

/** Comments inside a node that no nested node has taken. */
function leftover(node: Spanned, scope: Scope): readonly ast.Comment[] {
  const { comments } = scope.file.source;
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.start ?? 0) < node.start) low = middle + 1;
    else high = middle;
  }
  const inside: ast.Comment[] = [];
  for (let index = low; (comments[index]?.start ?? node.end) < node.end; index += 1)
    inside.push(comments[index] as ast.Comment);
  return claim(inside, scope);
}

/** The comments and the blank line of a node that stands on lines of its own; taken before what is inside it is lowered. */
export interface NodeTrivia {
  readonly leading: readonly ast.Comment[];
  readonly trailing: ast.Comment | undefined;
  readonly blankLineBefore: boolean;
}

export function takeTrivia(node: Spanned, scope: Scope): NodeTrivia {
  const { source } = scope.file;
  const leading = claim(leadingComments(source, node), scope);
  const after = trailingComment(source, node);
  const [trailing] = after === undefined ? [] : claim([after], scope);
  return { leading, trailing, blankLineBefore: blankLineBefore(source, node) };
}

/** The trivia of the Rust node, with what was left inside the Zig node. */
export function triviaOf(taken: NodeTrivia, node: Spanned, scope: Scope): Trivia {
  const comments = [...taken.leading, ...leftover(node, scope)].map(rustComment);
  return {
    ...(comments.length > 0
      ? { leading: comments.map((comment, index) => (index === 0 ? { text: comment.text } : comment)) }
      : {}),
    ...(taken.trailing === undefined ? {} : { trailing: taken.trailing.text }),
    ...(taken.blankLineBefore ? { blankLineBefore: true } : {}),
    origin: { file: scope.file.path, offset: node.start },
  };
}

/** Puts a Zig statement's comments on the Rust statements that it became; on one of their own where it became none. */
export function withStatementTrivia(statements: readonly Statement[], trivia: Trivia): readonly Statement[] {
  const [first, ...rest] = statements;
  const { trailing, ...above } = trivia;
  if (first === undefined) {
    const lines = [...(trivia.leading ?? []), ...(trailing === undefined ? [] : [{ text: trailing }])];
    return lines.length === 0
      ? []
      : [{ kind: 'comment', leading: lines, ...(trivia.blankLineBefore === true ? { blankLineBefore: true } : {}) }];
  }
  const last = rest.at(-1);
  const end = trailing === undefined ? {} : { trailing };
  if (last === undefined) return [{ ...first, ...above, ...end }];
  return [{ ...first, ...above }, ...rest.slice(0, -1), { ...last, ...end }];
}

/** The comments before the closing brace of a block. */
export function danglingOf(node: Spanned, scope: Scope): readonly Comment[] {
  return claim(danglingComments(scope.file.source, node), scope).map(rustComment);
}
