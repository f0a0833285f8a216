/** Edits of a token table: how a text is read that has a token too many or too few. The text itself stays as it is. */
import type { Comment, SyntaxFault } from './ast.js';
import type { TokenTable } from './tokens.js';

export interface Token {
  readonly kind: number;
  readonly start: number;
  readonly end: number;
}

/** The tokens `from` up to `to` (exclusive) are read as `tokens`; `fault` says so to the reader. */
export interface TokenEdit {
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly Token[];
  readonly fault: SyntaxFault;
}

/** The tokens `first` up to `last` (exclusive) as a table of their own, edited; the end of the file follows. */
export function editTokens(table: TokenTable, first: number, last: number, edit: TokenEdit | undefined): TokenTable {
  const from = edit?.from ?? last;
  const to = edit?.to ?? last;
  const added = edit?.tokens ?? [];
  const length = last - first - (to - from) + added.length;
  const result = {
    length,
    starts: new Uint32Array(length + 1),
    ends: new Uint32Array(length + 1),
    kinds: new Uint8Array(length + 1),
  };
  copyTokens(table, first, from, result, 0);
  added.forEach((token, index) => {
    const at = from - first + index;
    result.starts[at] = token.start;
    result.ends[at] = token.end;
    result.kinds[at] = token.kind;
  });
  copyTokens(table, to, last, result, from - first + added.length);
  const end = table.starts[last] as number;
  result.starts[length] = end;
  result.ends[length] = end;
  return result;
}

function copyTokens(table: TokenTable, from: number, to: number, target: TokenTable, at: number): void {
  target.starts.set(table.starts.subarray(from, to), at);
  target.ends.set(table.ends.subarray(from, to), at);
  target.kinds.set(table.kinds.subarray(from, to), at);
}

/** The comments of a text whose tokens were edited. */
export function editComments(comments: readonly Comment[], edit: TokenEdit): readonly Comment[] {
  const shift = edit.tokens.length - (edit.to - edit.from);
  const place = edit.tokens[0]?.start ?? edit.fault.end;
  return comments.map((comment) => {
    const { beforeToken, start } = comment;
    const isBefore = beforeToken < edit.from || (beforeToken === edit.from && start < place);
    if (isBefore) return comment;
    return { ...comment, beforeToken: Math.max(edit.from, beforeToken + shift) };
  });
}
