/**
 * Where parsing goes on after a fault.
 *
 * Zig's own parser skips to a semicolon or to a keyword that can begin a declaration. That loses its way where the fault lies inside
 * braces (they are counted from the fault on, not from the beginning of the construct) and at `const` in a type. So here braces are counted from
 * the first token of the construct, and a keyword counts only where it is fresh: first on its line, or directly after `;`, `,` or a brace.
 */
import type { ErrorNode } from './ast.js';
import { skipDocs } from './docs.js';
import { startsMemberOutside } from './layout.js';
import { isFirstOnLine } from './lines.js';
import type { Parser } from './parser.js';
import { advance, kindAt, peek, peekAt, previousEnd, startOf } from './parser.js';
import { KIND_COUNT, Tok } from './token-kinds.js';

/** The node of the tokens from `first` to the last taken one. */
export function errorNode(p: Parser, first: number): ErrorNode {
  return { kind: 'error', start: startOf(p, first), end: Math.max(previousEnd(p), startOf(p, first)), main: first };
}

function kindSet(kinds: readonly Tok[]): Uint8Array {
  const set = new Uint8Array(KIND_COUNT);
  for (const kind of kinds) set[kind] = 1;
  return set;
}

const OPENERS = kindSet([Tok['('], Tok['['], Tok['{']]);
const CLOSERS = kindSet([Tok[')'], Tok[']'], Tok['}']]);

const MEMBER_KEYWORDS = kindSet([
  Tok.test,
  Tok.comptime,
  Tok.pub,
  Tok.export,
  Tok.extern,
  Tok.inline,
  Tok.noinline,
  Tok.threadlocal,
  Tok.const,
  Tok.var,
  Tok.fn,
]);

/** Keywords that begin a statement and never continue one. */
const STATEMENT_KEYWORDS = kindSet([Tok.const, Tok.var, Tok.defer, Tok.errdefer]);

/** What can begin a statement on the line after a closing brace, as opposed to continuing the one with the brace. */
const STATEMENT_STARTS = kindSet([
  Tok.identifier,
  Tok.builtin,
  Tok.const,
  Tok.var,
  Tok.defer,
  Tok.errdefer,
  Tok.if,
  Tok.while,
  Tok.for,
  Tok.switch,
  Tok.inline,
  Tok.comptime,
  Tok.return,
  Tok.break,
  Tok.continue,
  Tok.try,
  Tok['{'],
]);

/** True where a declaration can begin: not so for `const` in `*const T`. */
export function startsDeclaration(p: Parser): boolean {
  return MEMBER_KEYWORDS[peek(p)] === 1 && isFresh(p);
}

function isFresh(p: Parser): boolean {
  if (p.token === 0) return true;
  switch (kindAt(p, p.token - 1)) {
    case Tok[';']:
    case Tok[',']:
    case Tok['{']:
    case Tok['}']:
      return true;
    default:
      return isFirstOnLine(p.text, startOf(p, p.token));
  }
}

/** `name:`, `name,` or `name =` where a field can begin. */
function startsField(p: Parser): boolean {
  if (peek(p) !== Tok.identifier || !isFresh(p)) return false;
  const after = peekAt(p, 1);
  return after === Tok[':'] || after === Tok[','] || after === Tok['='];
}

/** How many braces are open at the next token, of those opened since `first`. */
function openBraces(p: Parser, first: number): number {
  let level = 0;
  for (let token = first; token < p.token; token++) {
    const kind = kindAt(p, token);
    if (kind === Tok['{']) level++;
    else if (kind === Tok['}'] && level > 0) level--;
  }
  return level;
}

/** Goes on behind the statement that began at `first`, or before the brace that closes the block. */
export function skipToNextStatement(p: Parser, first: number): void {
  let level = openBraces(p, first);
  while (!startsMemberOutside(p, p.memberIndent)) {
    const kind = peek(p);
    if (kind === Tok.endOfFile || (level === 0 && endsStatement(p, kind, first))) break;
    advance(p);
    if (kind === Tok['{']) level++;
    if (kind === Tok['}']) level--;
    if (level === 0 && kind === Tok[';']) break;
    if (
      level === 0 &&
      kind === Tok['}'] &&
      STATEMENT_STARTS[peek(p)] === 1 &&
      isFirstOnLine(p.text, startOf(p, p.token))
    )
      break;
  }
  skipDocs(p);
}

function endsStatement(p: Parser, kind: Tok, first: number): boolean {
  if (kind === Tok['}']) return true;
  return p.token > first && STATEMENT_KEYWORDS[kind] === 1 && isFirstOnLine(p.text, startOf(p, p.token));
}

/** Goes on behind the member that began at `first`, or before the brace that closes the container. */
export function skipToNextMember(p: Parser, first: number): void {
  let level = openBraces(p, first);
  let brackets = 0;
  while (!startsMemberOutside(p, p.memberIndent)) {
    const kind = peek(p);
    if (kind === Tok.endOfFile || (level === 0 && (kind === Tok['}'] || (p.token > first && startsMember(p))))) break;
    advance(p);
    if (kind === Tok['{']) level++;
    if (kind === Tok['}']) level--;
    if (level > 0) continue;
    if (OPENERS[kind] === 1) brackets++;
    if (CLOSERS[kind] === 1 && brackets > 0) brackets--;
    if (kind === Tok[';'] || (kind === Tok[','] && brackets === 0)) break;
  }
  skipDocs(p);
}

/** True where a declaration or a field can begin. */
export function startsMember(p: Parser): boolean {
  return startsDeclaration(p) || startsField(p);
}

/** Goes on behind the item of a list in braces that began at `first`: behind its comma, or before the closing brace. */
export function skipToNextItem(p: Parser, first: number): void {
  let level = 0;
  for (let token = first; token < p.token; token++) level = nextLevel(level, kindAt(p, token));
  while (!startsMemberOutside(p, p.memberIndent)) {
    const kind = peek(p);
    if (kind === Tok.endOfFile || (level === 0 && CLOSERS[kind] === 1)) break;
    advance(p);
    level = nextLevel(level, kind);
    if (level === 0 && kind === Tok[',']) break;
  }
  skipDocs(p);
}

function nextLevel(level: number, kind: Tok): number {
  if (OPENERS[kind] === 1) return level + 1;
  return CLOSERS[kind] === 1 && level > 0 ? level - 1 : level;
}
