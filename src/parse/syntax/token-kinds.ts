/**
 * The kinds of token: `std.zig.Token.Tag` without the doc comments, which are comments here.
 *
 * A member of fixed spelling is named by that spelling, so `Tok['=>']` reads as what it is and the reverse mapping of the enum is
 * the table of lexemes. The numbers are grouped (varying text, punctuation, keywords), so that a class is a range test.
 */
import type { TokenClass, TokenTable } from './tokens.js';

export enum Tok {
  endOfFile,
  invalid,
  /** `.**`, which Zig's tokenizer singles out. */
  invalidPeriodAsterisks,
  identifier,
  builtin,
  number,
  char,
  string,
  /** One line of a `\\` literal. */
  multilineLine,
  '!',
  '|',
  '||',
  '|=',
  '=',
  '==',
  '=>',
  '!=',
  '(',
  ')',
  ';',
  '%',
  '%=',
  '{',
  '}',
  '[',
  ']',
  '.',
  '.*',
  '..',
  '...',
  '^',
  '^=',
  '+',
  '++',
  '+=',
  '+%',
  '+%=',
  '+|',
  '+|=',
  '-',
  '-=',
  '-%',
  '-%=',
  '-|',
  '-|=',
  '*',
  '*=',
  '**',
  '*%',
  '*%=',
  '*|',
  '*|=',
  '->',
  ':',
  '/',
  '/=',
  ',',
  '&',
  '&=',
  '?',
  '<',
  '<=',
  '<<',
  '<<=',
  '<<|',
  '<<|=',
  '>',
  '>=',
  '>>',
  '>>=',
  '~',
  addrspace,
  align,
  allowzero,
  and,
  anyframe,
  anytype,
  asm,
  break,
  callconv,
  catch,
  comptime,
  const,
  continue,
  defer,
  else,
  enum,
  errdefer,
  error,
  export,
  extern,
  fn,
  for,
  if,
  inline,
  linksection,
  noalias,
  noinline,
  nosuspend,
  opaque,
  or,
  orelse,
  packed,
  pub,
  resume,
  return,
  struct,
  suspend,
  switch,
  test,
  threadlocal,
  try,
  union,
  unreachable,
  var,
  volatile,
  while,
}

/** The first kind of punctuation, and of keyword (`async`, `await` and `usingnamespace` are names by now). */
const FIRST_PUNCTUATION: number = Tok['!'];
export const FIRST_KEYWORD: number = Tok.addrspace;
export const KIND_COUNT = Tok.while + 1;

/** The lexeme by kind; empty for kinds whose text varies. */
export const LEXEMES: readonly string[] = Array.from({ length: KIND_COUNT }, (_, kind) =>
  kind < FIRST_PUNCTUATION ? '' : (Tok[kind] as string),
);

/** The kind of every fixed lexeme. */
export const KIND_BY_LEXEME: ReadonlyMap<string, Tok> = new Map(
  LEXEMES.map((lexeme, kind): [string, Tok] => [lexeme, kind]).filter(([lexeme]) => lexeme !== ''),
);

const VARYING_NAMES: readonly string[] = [
  'end of file',
  'invalid bytes',
  "'.**'",
  'an identifier',
  'a builtin function',
  'a number literal',
  'a character literal',
  'a string literal',
  'a multiline string literal',
];

/** What a fault calls a kind of token, much as Zig's own messages do. */
export function kindName(kind: Tok): string {
  return VARYING_NAMES[kind] ?? `'${LEXEMES[kind]}'`;
}

const VARYING_CLASSES: readonly TokenClass[] = [
  'endOfFile',
  'invalid',
  'invalid',
  'identifier',
  'builtin',
  'number',
  'char',
  'string',
  'multilineLine',
];

/** The class of the token at `index`. */
export function tokenClass(tokens: TokenTable, index: number): TokenClass {
  const kind = tokens.kinds[index] ?? Tok.endOfFile;
  return VARYING_CLASSES[kind] ?? (kind < FIRST_KEYWORD ? 'punctuation' : 'keyword');
}
