/**
 * `async` and `await` of Zig before 0.15. They are plain names by now, so they count as operators only where a name could not stand:
 * directly before the beginning of another operand.
 */
import type { Expression } from './ast.js';
import { expectPrefix } from './expression.js';
import { isSpaceAt } from './lexer.js';
import type { Parser } from './parser.js';
import { advance, endOf, fail, here, peekAt } from './parser.js';
import { noteSpelling } from './spellings.js';
import { parseSuffixed } from './suffix.js';
import { Tok } from './token-kinds.js';

const LETTER_A = 0x61;
const LENGTH = 5;

/** True where `async` or `await` at the next token (an identifier) is the operator of old Zig. */
export function startsAsync(p: Parser): boolean {
  const start = here(p);
  if (p.text.charCodeAt(start) !== LETTER_A || endOf(p, p.token) - start !== LENGTH) return false;
  if (!p.text.startsWith('async', start) && !p.text.startsWith('await', start)) return false;
  switch (peekAt(p, 1)) {
    case Tok.identifier:
    case Tok.builtin:
    case Tok.try:
    case Tok.nosuspend:
    case Tok.comptime:
      return true;
    case Tok['&']:
      return isSpaceAt(p.text, start + LENGTH) && !isSpaceAt(p.text, endOf(p, p.token + 1));
    default:
      return false;
  }
}

/** `async f()`. */
export function parseAsync(p: Parser): Expression {
  const start = here(p);
  const main = advance(p);
  noteSpelling(p, 'asyncOperator', main);
  const child = parseSuffixed(p) ?? fail(p, 'a function call');
  return { kind: 'async', start, end: child.end, main, child };
}

/** `await frame`. */
export function parseAwait(p: Parser): Expression {
  const start = here(p);
  const main = advance(p);
  noteSpelling(p, 'awaitOperator', main);
  const child = expectPrefix(p);
  return { kind: 'await', start, end: child.end, main, child };
}
