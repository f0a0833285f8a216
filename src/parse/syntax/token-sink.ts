/** Collects tokens into growing typed arrays, and comments into a list, in the order of the text. */
import type { Comment, CommentKind } from './ast.js';
import { commentEnd, isCommentAt, scan, scanInvalid, scanToken, skipSpace } from './lexer.js';
import { Tok } from './token-kinds.js';
import type { TokenTable } from './tokens.js';

export interface TokenSink {
  readonly text: string;
  length: number;
  starts: Uint32Array;
  ends: Uint32Array;
  kinds: Uint8Array;
  readonly comments: Comment[];
}

/** An empty sink; `text` is the whole file. */
export function createSink(text: string): TokenSink {
  const capacity = (text.length >> 2) + 16;
  return {
    text,
    length: 0,
    starts: new Uint32Array(capacity),
    ends: new Uint32Array(capacity),
    kinds: new Uint8Array(capacity),
    comments: [],
  };
}

export function addToken(sink: TokenSink, kind: Tok, start: number, end: number): void {
  if (sink.length === sink.kinds.length) grow(sink);
  const index = sink.length++;
  sink.starts[index] = start;
  sink.ends[index] = end;
  sink.kinds[index] = kind;
}

function grow(sink: TokenSink): void {
  const capacity = sink.kinds.length * 2;
  const starts = new Uint32Array(capacity);
  const ends = new Uint32Array(capacity);
  const kinds = new Uint8Array(capacity);
  starts.set(sink.starts);
  ends.set(sink.ends);
  kinds.set(sink.kinds);
  sink.starts = starts;
  sink.ends = ends;
  sink.kinds = kinds;
}

/** Adds the comment that begins at `start`; one with a byte that Zig forbids becomes an invalid token. Returns where it ends. */
function addComment(sink: TokenSink, start: number): number {
  const { text } = sink;
  const end = commentEnd(text, start);
  if (end < 0) {
    addToken(sink, scanInvalid(text, start), start, scan.end);
    return scan.end;
  }
  const kind = commentKind(text, start);
  const lines = lineEndsBefore(text, start);
  sink.comments.push({
    kind,
    text: text.slice(start + (kind === 'line' ? 2 : 3), end),
    start,
    end,
    ownLine: lines > 0,
    blankLinesBefore: lines > 0 ? lines - 1 : 0,
    beforeToken: sink.length,
  });
  return end;
}

/** `//!` documents the container, `///` what follows; `////` and more slashes are plain comments. */
function commentKind(text: string, start: number): CommentKind {
  const third = text.charAt(start + 2);
  if (third === '!') return 'containerDoc';
  return third === '/' && text.charAt(start + 3) !== '/' ? 'doc' : 'line';
}

/** Number of line ends in the white space before `at`; the beginning of the file counts as one. */
function lineEndsBefore(text: string, at: number): number {
  let lines = 0;
  for (let index = at - 1; index >= 0; index--) {
    const char = text.charCodeAt(index);
    if (char === 0x0a) lines++;
    else if (char !== 0x20 && char !== 0x09 && char !== 0x0d) return char === 0xfeff && index === 0 ? lines + 1 : lines;
  }
  return lines + 1;
}

/** Reads the token or comment that begins at `at`. Returns where it ends. */
export function readToken(sink: TokenSink, at: number): number {
  const { text } = sink;
  if (isCommentAt(text, at)) return addComment(sink, at);
  addToken(sink, scanToken(text, at), at, scan.end);
  return scan.end;
}

/** Reads the tokens and comments that begin in `from`…`to`. Returns the first position behind them that is no white space. */
export function lexRegion(sink: TokenSink, from: number, to: number): number {
  let at = skipSpace(sink.text, from);
  while (at < to) at = skipSpace(sink.text, readToken(sink, at));
  return at;
}

/** Closes the table with the end of the file. The arrays are cut to size, so that a file holds no more than it needs. */
export function finishTokens(sink: TokenSink): TokenTable {
  const { length } = sink;
  addToken(sink, Tok.endOfFile, sink.text.length, sink.text.length);
  return {
    length,
    starts: sink.starts.slice(0, length + 1),
    ends: sink.ends.slice(0, length + 1),
    kinds: sink.kinds.slice(0, length + 1),
  };
}
