/** Classes of token, by the terms of `std.zig.Token`; doc comments are comments, not tokens. */
export type TokenClass =
  | 'identifier'
  | 'builtin'
  | 'number'
  | 'char'
  | 'string'
  | 'multilineLine'
  | 'keyword'
  | 'punctuation'
  | 'invalid'
  | 'endOfFile';

/** All tokens of a file in the order of the text, as parallel typed arrays (millions of tokens must stay cheap). */
export interface TokenTable {
  /** Number of tokens. The arrays hold one entry more, the end of the file. */
  readonly length: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Numeric token kinds; `token-kinds.ts` names them. */
  readonly kinds: Uint8Array;
}
