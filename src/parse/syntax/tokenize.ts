/**
 * Text to tokens and comments.
 *
 * The leaves of the grammar's tree say where tokens begin and which are keywords. Zig's tokenizer rules (`lexer.ts`) say how far a
 * token reaches, and read everything that the grammar does not give as Zig has it: see "Bridges" in `docs/syntax.md`. What lies between two
 * leaves is read by those rules too, so a stretch that the grammar could not parse, or a text that it never saw, loses nothing.
 */
import type { GrammarTree } from '../tree-sitter.js';
import type { Comment } from './ast.js';
import { keywordEnd } from './lexer.js';
import { addToken, createSink, finishTokens, lexRegion, readToken, type TokenSink } from './token-sink.js';
import type { TokenTable } from './tokens.js';

export interface Tokens {
  readonly tokens: TokenTable;
  readonly comments: readonly Comment[];
}

const BYTE_ORDER_MARK = 0xfeff;

/** Reads the whole text, with the help of the grammar's tree where there is one. */
export function tokenize(text: string, tree: GrammarTree | undefined): Tokens {
  const sink = createSink(text);
  const from = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const read = tree === undefined ? from : readLeaves(sink, from, tree);
  lexRegion(sink, read, text.length);
  return { tokens: finishTokens(sink), comments: sink.comments };
}

/** Reads up to the last leaf. Returns where the last token ends. */
function readLeaves(sink: TokenSink, from: number, tree: GrammarTree): number {
  const { length, starts, kinds } = tree;
  let at = from;
  for (let index = 0; index < length; index++) {
    const start = starts[index] as number;
    // A leaf inside a token that is read already: the parts of a string, the second `*` of `**`.
    if (start < at) continue;
    at = lexRegion(sink, at, start);
    // A leaf that the grammar's recovery made up may stand anywhere, also at the end.
    if (at !== start || at === sink.text.length) continue;
    const kind = kinds[index] as number;
    const end = kind === 0 ? -1 : keywordEnd(sink.text, start, kind);
    if (end < 0) {
      at = readToken(sink, start);
    } else {
      addToken(sink, kind, start, end);
      at = end;
    }
  }
  return at;
}
