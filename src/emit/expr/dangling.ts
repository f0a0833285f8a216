import { commentLines } from '../layout/comments.js';
import { type Doc, hardline, indent } from '../layout/text.js';
import type { Comment } from '../rust-ast.js';

/** Delimiters with nothing but comments between them. */
export function danglingOnly(open: Doc, dangling: readonly Comment[], close: Doc): Doc {
  return [open, indent([hardline, commentLines(dangling)]), hardline, close];
}
