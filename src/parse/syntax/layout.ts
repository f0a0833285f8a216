/**
 * Indentation as evidence, for texts whose braces do not balance.
 *
 * A forgotten brace moves everything after it into another block, or out of one; the parser by itself notices at the end of the file.
 * People indent what they mean: a closing brace that begins its line stands under the line that opened the block. So where braces do
 * not balance (and there only, since indentation means nothing to Zig), the text is parsed again with these tests.
 */
import { isFirstOnLine, lineIndent } from './lines.js';
import type { Parser } from './parser.js';
import { advance, here, peek, startOf, warn, warnAt } from './parser.js';
import { Tok } from './token-kinds.js';
import type { TokenTable } from './tokens.js';

export function areBracesBalanced(tokens: TokenTable): boolean {
  let level = 0;
  for (let index = 0; index < tokens.length; index++) {
    const kind = tokens.kinds[index];
    if (kind === Tok['{']) level++;
    else if (kind === Tok['}'] && --level < 0) return false;
  }
  return level === 0;
}

/** The indentation of a token that begins its line, else undefined. */
function ownIndent(text: string, offset: number): number | undefined {
  return isFirstOnLine(text, offset) ? lineIndent(text, offset) : undefined;
}

/** True where a member of the file begins in the first column: what indentation alone tells of a text. */
export function startsColumnMember(text: string, tokens: TokenTable, token: number): boolean {
  const start = tokens.starts[token] as number;
  if (start > 0 && text.charCodeAt(start - 1) !== NEW_LINE) return false;
  return isMemberAhead(tokens.kinds, token);
}

const NEW_LINE = 0x0a;

/** Notes that a container member begins at the next token. */
export function enterMember(p: Parser): void {
  p.construct = p.token;
  if (p.byLayout) p.memberIndent = lineIndent(p.text, here(p));
}

/**
 * True where the braces that token `opening` opened end: before a closing brace, the end of the file, or a member of a container outside
 * (one indented no deeper than `outerIndent`). `first` is the first token of the construct with the braces. A brace too many is skipped.
 */
export function endsBraces(p: Parser, opening: number, first: number, outerIndent: number): boolean {
  while (peek(p) === Tok['}']) {
    if (closing(p, opening, first) !== 'stray') return true;
    warnAt(p, p.token, "'}'", 'no closing brace here, by its indentation');
    advance(p);
  }
  return peek(p) === Tok.endOfFile || startsMemberOutside(p, outerIndent) || continuesOutside(p, opening, first);
}

/** True where a line goes on with what can only follow the missing closing brace: `;`, `,` or `)`, indented as the brace would be. */
function continuesOutside(p: Parser, opening: number, first: number): boolean {
  if (!p.byLayout) return false;
  const kind = peek(p);
  if (kind !== Tok[';'] && kind !== Tok[','] && kind !== Tok[')']) return false;
  return isFirstOnLine(p.text, here(p)) && closing(p, opening, first) === 'own';
}

/** Takes the closing brace; where it is missing, that is noted and nothing is taken. */
export function takeClosingBrace(p: Parser, opening: number, first: number): void {
  if (peek(p) === Tok['}'] && closing(p, opening, first) === 'own') advance(p);
  else warn(p, "'}'");
}

/** The braces' own, that of braces further out, or one too many. */
type Closing = 'own' | 'outer' | 'stray';

function closing(p: Parser, opening: number, first: number): Closing {
  const indent = p.byLayout ? ownIndent(p.text, here(p)) : undefined;
  if (indent === undefined) return 'own';
  const opened = Math.min(lineIndent(p.text, startOf(p, opening)), lineIndent(p.text, startOf(p, first)));
  if (indent === opened) return 'own';
  return indent < opened ? 'outer' : 'stray';
}

/** True where, by its indentation, a member begins that is no deeper than `outerIndent`. */
export function startsMemberOutside(p: Parser, outerIndent: number): boolean {
  if (!p.byLayout || !looksLikeMember(p)) return false;
  const indent = ownIndent(p.text, here(p));
  return indent !== undefined && indent <= outerIndent;
}

/** True where, by its indentation, a function body begins whose opening brace is missing. */
export function startsUnopenedBody(p: Parser): boolean {
  const indent = p.byLayout ? ownIndent(p.text, here(p)) : undefined;
  return indent !== undefined && indent > p.memberIndent;
}

function looksLikeMember(p: Parser): boolean {
  return isMemberAhead(p.kinds, p.token);
}

function isMemberAhead(kinds: Uint8Array, token: number): boolean {
  switch (kinds[token]) {
    case Tok.pub:
    case Tok.test:
    case Tok.export:
    case Tok.extern:
    case Tok.threadlocal:
    case Tok.noinline:
    case Tok.inline:
    case Tok.const:
    case Tok.var:
    case Tok.comptime:
      return true;
    case Tok.fn:
      return kinds[token + 1] === Tok.identifier;
    case Tok.identifier:
      return kinds[token + 1] === Tok[':'] && kinds[token + 2] !== Tok['{'];
    default:
      return false;
  }
}
