/**
 * The tokens of Rust text, with `$name` and `$name...` for metavariables. Comments are tokens of their own, so that
 * the parser can attach them. Multi-character operators are single tokens; the parser splits `>>`, `&&` and `||`
 * where the grammar wants their halves.
 */
import { TemplateError } from './error.js';

export type TokenKind =
  | 'name'
  | 'meta'
  | 'metaVariadic'
  | 'lifetime'
  | 'int'
  | 'float'
  | 'char'
  | 'byte'
  | 'str'
  | 'rawStr'
  | 'byteStr'
  | 'rawByteStr'
  | 'cStr'
  | 'punctuation'
  | 'comment'
  | 'docComment'
  | 'innerDocComment'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** The characters of the token; of names without `r#`, of comments what follows the slashes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Line breaks between the previous token and this one. */
  readonly newlinesBefore: number;
  /** A name written with `r#`, which is never a keyword. */
  readonly isRaw?: boolean;
}

const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ['innerDocComment', /\/\/!([^\n]*)/y],
  ['docComment', /\/\/\/(?!\/)([^\n]*)/y],
  ['comment', /\/\/([^\n]*)/y],
  ['rawByteStr', /br(#*)"([\s\S]*?)"\1/y],
  ['rawStr', /r(#*)"([\s\S]*?)"\1/y],
  ['byteStr', /b"((?:[^"\\]|\\[\s\S])*)"/y],
  ['cStr', /c"((?:[^"\\]|\\[\s\S])*)"/y],
  ['byte', /b'((?:[^'\\]|\\[^\n])[^']*)'/y],
  ['metaVariadic', /\$([A-Za-z_]\w*)\.\.\./y],
  ['meta', /\$([A-Za-z_]\w*)/y],
  ['name', /r#([\p{L}_][\p{L}\p{N}_]*)/uy],
  ['name', /([\p{L}_][\p{L}\p{N}_]*)/uy],
  ['char', /'((?:[^'\\\n]|\\(?:u\{[0-9a-fA-F_]+\}|x[0-9a-fA-F]{2}|[^\n])))'/uy],
  ['lifetime', /'([\p{L}_][\p{L}\p{N}_]*)/uy],
  ['str', /"((?:[^"\\]|\\[\s\S])*)"/y],
  ['int', /(0x[0-9a-fA-F_]+(?:[ui](?:8|16|32|64|128|size))?|0[ob][0-7_]+(?:[ui](?:8|16|32|64|128|size))?)/y],
  ['float', /(\d[\d_]*(?:\.\d[\d_]*(?:[eE][+-]?[\d_]+)?|\.(?![.\p{L}_])|[eE][+-]?\d[\d_]*)(?:f32|f64)?)/uy],
  ['int', /(\d[\d_]*(?:[ui](?:8|16|32|64|128|size)|f32|f64)?)/y],
  [
    'punctuation',
    /(<<=|>>=|\.\.\.|\.\.=|::|->|=>|==|!=|<=|>=|&&|\|\||\+=|-=|\*=|\/=|%=|\^=|&=|\|=|<<|>>|\.\.|[-+*/%^!&|=<>@.,;:#$?~(){}[\]])/y,
  ],
];

/** All tokens, the last one of kind `end`. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  for (;;) {
    const start = skipSpace(source, position);
    const newlinesBefore = countNewlines(source, position, start);
    if (start >= source.length) {
      tokens.push({ kind: 'end', text: '', start, end: start, newlinesBefore });
      return tokens;
    }
    const token = nextToken(source, start, newlinesBefore);
    tokens.push(token);
    position = token.end;
  }
}

function skipSpace(source: string, position: number): number {
  let end = position;
  while (end < source.length && /\s/.test(source.charAt(end))) end += 1;
  return end;
}

function countNewlines(source: string, start: number, end: number): number {
  let count = 0;
  for (let index = start; index < end; index += 1) if (source.charAt(index) === '\n') count += 1;
  return count;
}

function nextToken(source: string, start: number, newlinesBefore: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = start;
    const match = pattern.exec(source);
    if (match === null) continue;
    const text = match[match.length - 1] ?? '';
    const isRaw = kind === 'name' && match[0].startsWith('r#');
    return { kind, text, start, end: start + match[0].length, newlinesBefore, ...(isRaw ? { isRaw } : {}) };
  }
  throw new TemplateError(`unexpected character ${JSON.stringify(source.charAt(start))}`, start);
}
