/** Kinds of token, by the terms of `std.zig.Token`: a name class, a keyword, or a punctuation mark by its own text. */
export type TokenClass = 'identifier' | 'builtin' | 'number' | 'char' | 'string' | 'multilineLine' | 'keyword' | 'punctuation' | 'docComment' | 'containerDocComment' | 'invalid';

/** All tokens of a file in the order of the text, as parallel typed arrays (millions of tokens must stay cheap). */
export interface TokenTable {
  readonly length: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Numeric token kinds; the table of their names is in the parser. */
  readonly kinds: Uint8Array;
}
