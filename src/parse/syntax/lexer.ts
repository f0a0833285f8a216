/**
 * Zig's tokenizer rules (`std.zig.Tokenizer`), one token at a time, over the original text.
 *
 * tree-sitter says where tokens are; this file says exactly which token stands at a place, and reads the stretches where the grammar
 * gives no token. The result of a scan is the kind; the end is left in `scan.end`, so that no object is made per token.
 */
import { FIRST_KEYWORD, KIND_BY_LEXEME, LEXEMES, Tok } from './token-kinds.js';

/** Character classes, one bit each. */
const NAME_START = 1;
const NAME_PART = 2;
const DIGIT = 4;
const CONTROL = 8;
const SPACE = 16;

const CLASS = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(char)) CLASS[code] = NAME_START | NAME_PART;
  if (/[0-9]/.test(char)) CLASS[code] = NAME_PART | DIGIT;
  if ((code < 0x20 && code !== 0x0a) || code === 0x7f) CLASS[code] = CONTROL;
  if (/[ \n\t\r]/.test(char)) CLASS[code] = (CLASS[code] as number) | SPACE;
}

function isClass(code: number, mask: number): boolean {
  return code < 128 && ((CLASS[code] as number) & mask) !== 0;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const BACKSLASH = 0x5c;
const SLASH = 0x2f;
const AT = 0x40;
const PERIOD = 0x2e;
const PLUS = 0x2b;
const MINUS = 0x2d;
const ASTERISK = 0x2a;

/** Where the last scan ended. */
export const scan = { end: 0 };

/** The first position from `from` on that is no white space. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (isClass(text.charCodeAt(at), SPACE)) at++;
  return at;
}

export function isSpaceAt(text: string, at: number): boolean {
  return isClass(text.charCodeAt(at), SPACE);
}

/** True where a comment (`//`) begins. */
export function isCommentAt(text: string, at: number): boolean {
  return text.charCodeAt(at) === SLASH && text.charCodeAt(at + 1) === SLASH;
}

/** The end of the comment that begins at `from` (exclusive, without the line end), or -1 where it has a byte Zig forbids. */
export function commentEnd(text: string, from: number): number {
  let at = from + 2;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) return at;
    if (!isClass(code, CONTROL)) continue;
    if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) return at;
    return -1;
  }
  return at;
}

/** The token at `from`, which must be a position where a token begins (no space, no comment). */
export function scanToken(text: string, from: number): Tok {
  const code = text.charCodeAt(from);
  if (isClass(code, NAME_START)) return scanWord(text, from);
  if (isClass(code, DIGIT)) return scanNumber(text, from);
  if (code === QUOTE) return scanQuoted(text, from, QUOTE, Tok.string);
  if (code === APOSTROPHE) return scanQuoted(text, from, APOSTROPHE, Tok.char);
  if (code === AT) return scanAt(text, from);
  if (code === BACKSLASH) return scanMultilineLine(text, from);
  if (from >= text.length) {
    scan.end = from;
    return Tok.endOfFile;
  }
  return scanPunctuation(text, from);
}

/** Everything up to the line end is one invalid token; the tokenizer starts afresh there. */
export function scanInvalid(text: string, from: number): Tok {
  const lineEnd = text.indexOf('\n', from + 1);
  scan.end = lineEnd < 0 ? text.length : lineEnd;
  return Tok.invalid;
}

// ---------------------------------------------------------------- words

/**
 * Keywords by a perfect hash of length and three letters: a word is compared with one candidate at most. The factors were searched for;
 * that they separate all keywords is checked when the module loads.
 */
const KEYWORD_SLOTS = 256;
const keywordSlots = new Uint8Array(KEYWORD_SLOTS);

function keywordSlot(text: string, from: number, to: number): number {
  const length = to - from;
  const first = text.charCodeAt(from);
  const middle = text.charCodeAt(from + (length >> 1));
  const last = text.charCodeAt(to - 1);
  return (length * 42 + first * 25 + middle * 51 + last * 14) & (KEYWORD_SLOTS - 1);
}

for (let kind = FIRST_KEYWORD; kind < LEXEMES.length; kind++) {
  const word = LEXEMES[kind] as string;
  const slot = keywordSlot(word, 0, word.length);
  if (keywordSlots[slot] !== 0) throw new Error(`keyword table: ${word} collides`);
  keywordSlots[slot] = kind;
}

/** The kind of the word between two positions: a keyword's, or `identifier`. */
function wordKind(text: string, from: number, to: number): Tok {
  const length = to - from;
  if (length < 2 || length > 11) return Tok.identifier;
  const kind = keywordSlots[keywordSlot(text, from, to)] as number;
  if (kind === 0) return Tok.identifier;
  const keyword = LEXEMES[kind] as string;
  return keyword.length === length && text.startsWith(keyword, from) ? kind : Tok.identifier;
}

/** The end of the keyword of this kind at `from`, or -1 where another word (or none) stands. */
export function keywordEnd(text: string, from: number, kind: Tok): number {
  const keyword = LEXEMES[kind] as string;
  const end = from + keyword.length;
  return text.startsWith(keyword, from) && !isClass(text.charCodeAt(end), NAME_PART) ? end : -1;
}

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (isClass(text.charCodeAt(at), NAME_PART)) at++;
  return at;
}

function scanWord(text: string, from: number): Tok {
  scan.end = wordEnd(text, from);
  return wordKind(text, from, scan.end);
}

/** `@name`, `@"quoted name"`. */
function scanAt(text: string, from: number): Tok {
  const next = text.charCodeAt(from + 1);
  if (next === QUOTE) return scanQuoted(text, from + 1, QUOTE, Tok.identifier);
  if (isClass(next, NAME_START)) {
    scan.end = wordEnd(text, from + 1);
    return Tok.builtin;
  }
  if (next === LINE_FEED || from + 1 >= text.length) {
    scan.end = from + 1;
    return Tok.invalid;
  }
  return scanInvalid(text, from + 1);
}

// ---------------------------------------------------------------- literals

/** A number as the tokenizer bounds it; whether it is a number that Zig accepts is for `literals.ts`. */
function scanNumber(text: string, from: number): Tok {
  let at = from + 1;
  let seenPeriod = false;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isClass(code, NAME_PART)) {
      at++;
      const isExponent = (code | 0x20) === 0x65 || (code | 0x20) === 0x70;
      const sign = text.charCodeAt(at);
      if (isExponent && (sign === PLUS || sign === MINUS)) {
        at++;
        // After a signed exponent no period may follow, as after a period.
        seenPeriod = true;
      }
    } else if (code === PERIOD && !seenPeriod && isClass(text.charCodeAt(at + 1), NAME_PART)) {
      at++;
      seenPeriod = true;
    } else {
      break;
    }
  }
  scan.end = at;
  return Tok.number;
}

/** A literal between quotes that opens at `open`; it must close on its line and hold no control characters. */
function scanQuoted(text: string, open: number, quote: number, kind: Tok): Tok {
  let at = open + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      scan.end = at + 1;
      return kind;
    }
    if (code === BACKSLASH) at++;
    const checked = code === BACKSLASH ? text.charCodeAt(at) : code;
    if (checked === LINE_FEED) break;
    if (isClass(checked, CONTROL)) return scanInvalid(text, at);
  }
  scan.end = Math.min(at, text.length);
  return Tok.invalid;
}

/** The end of the `\\` line that begins at `from`, or -1 where it has a byte that Zig forbids. */
function multilineEnd(text: string, from: number): number {
  let at = from + 2;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) return at;
    if (!isClass(code, CONTROL)) continue;
    return code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? at : -1;
  }
  return at;
}

function scanMultilineLine(text: string, from: number): Tok {
  if (text.charCodeAt(from + 1) === BACKSLASH) {
    const end = multilineEnd(text, from);
    if (end < 0) return scanInvalid(text, from);
    scan.end = end;
    return Tok.multilineLine;
  }
  if (text.charCodeAt(from + 1) === LINE_FEED) {
    scan.end = from + 1;
    return Tok.invalid;
  }
  return scanInvalid(text, from);
}

// ---------------------------------------------------------------- punctuation

/** Longest match through a trie over the lexemes: `trie[state * 128 + code]` is the next state, `accept[state]` its kind. */
const TRIE_STATES = 128;
const trie = new Uint8Array(TRIE_STATES * 128);
const accept = new Uint8Array(TRIE_STATES);
let trieStates = 1;
for (const [lexeme, kind] of KIND_BY_LEXEME) {
  if (kind >= FIRST_KEYWORD) continue;
  let state = 0;
  for (const char of lexeme) {
    const slot = state * 128 + char.charCodeAt(0);
    if (trie[slot] === 0) trie[slot] = trieStates++;
    state = trie[slot] as number;
  }
  accept[state] = kind;
}

function scanPunctuation(text: string, from: number): Tok {
  let state = 0;
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    const next = code < 128 ? (trie[state * 128 + code] as number) : 0;
    if (next === 0) break;
    state = next;
    at++;
  }
  if (state === 0) return scanInvalid(text, from);
  scan.end = at;
  const kind = accept[state] as Tok;
  return kind === Tok['.*'] && text.charCodeAt(at) === ASTERISK ? Tok.invalidPeriodAsterisks : kind;
}
