/** Comments of items: doc comments stay doc comments, the others stand above the item. Each is taken once. */
import type { Comment, Item } from '../../emit/rust-ast.js';
import type { ProgramFile } from '../../parse/ir/program.js';
import type * as ast from '../../parse/syntax/ast.js';
import {
  blankLineBefore,
  docComments,
  hasBlankLineBefore,
  leadingComments,
  type Spanned,
  trailingComment,
} from '../../parse/syntax/comments.js';

export interface ItemTrivia {
  readonly docs?: readonly string[];
  readonly leading?: readonly Comment[];
  readonly trailing?: string;
  readonly blankLineBefore?: boolean;
  readonly blankLineAfterLeading?: boolean;
  readonly origin?: { readonly file: string; readonly offset: number };
}

/** The comments of one file that have found their item. */
export type Claimed = Set<ast.Comment>;

/** The comments above a declaration and behind it. */
export function itemTrivia(file: ProgramFile, node: Spanned, claimed: Claimed): ItemTrivia {
  const above = leadingComments(file.source, node).filter((comment) => !claimed.has(comment));
  const after = trailingComment(file.source, node);
  const behind = after !== undefined && !claimed.has(after) ? after : undefined;
  for (const comment of above) claimed.add(comment);
  if (behind !== undefined) claimed.add(behind);
  const docs = above.filter((comment) => comment.kind === 'doc').map((comment) => comment.text);
  const leading = above.filter((comment) => comment.kind === 'line');
  return {
    ...(docs.length > 0 ? { docs } : {}),
    ...(leading.length > 0 ? { leading: leading.map(plainComment) } : {}),
    ...(isDetached(file, node, leading) ? { blankLineAfterLeading: true } : {}),
    ...(behind === undefined ? {} : { trailing: behind.text }),
    ...(blankLineBefore(file.source, node) ? { blankLineBefore: true } : {}),
    origin: { file: file.path, offset: node.start },
  };
}

/** Whether a blank line stands between the comments and what they stand above, its documentation included. */
function isDetached({ source }: ProgramFile, node: Spanned, leading: readonly ast.Comment[]): boolean {
  const last = leading.at(-1);
  if (last === undefined) return false;
  const doc = docComments(source, node).find((comment) => comment.start > last.start);
  return doc === undefined ? hasBlankLineBefore(source.text, node.start) : doc.blankLinesBefore > 0;
}

function plainComment(comment: ast.Comment, index: number): Comment {
  return index > 0 && comment.blankLinesBefore > 0
    ? { text: comment.text, blankLineBefore: true }
    : { text: comment.text };
}

/** Comments of a container that belong to no item: they stand where the declaration was that vanished. */
export function looseComments(file: ProgramFile, comments: readonly ast.Comment[]): Item {
  const [first] = comments;
  return {
    kind: 'comment',
    leading: comments.map(plainComment),
    ...(first !== undefined && first.blankLinesBefore > 0 ? { blankLineBefore: true } : {}),
    origin: { file: file.path, offset: first?.start ?? 0 },
  };
}
