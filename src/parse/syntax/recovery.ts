/**
 * Where parsing goes on after a fault.
 *
 * Zig's own parser skips to a semicolon or to a keyword that can begin a declaration. That loses its way where the fault lies inside
 * braces (they are counted from the fault on, not from the beginning of the construct) and at `const` in a type. So here brackets are
 * matched from the first token of the construct, and a keyword counts only where it is fresh: first on its line, or directly after `;`, `,`
 * or a brace. A line that is indented like the construct, and could begin another one, begins it.
 */
import type { ErrorNode } from './ast.js';
import { skipDocs } from './docs.js';
import { startsMemberOutside } from './layout.js';
import { isFirstOnLine, lineIndent } from './lines.js';
import type { Parser } from './parser.js';
import { advance, kindAt, PARSE_FAILURE, peek, peekAt, previousEnd, startOf } from './parser.js';
import { KIND_COUNT, Tok } from './token-kinds.js';

/** The node of the tokens from `first` to the last taken one. */
export function errorNode(p: Parser, first: number): ErrorNode {
  return { kind: 'error', start: startOf(p, first), end: Math.max(previousEnd(p), startOf(p, first)), main: first };
}

/** What `build` makes; where it gives up, what `recover` makes instead, told the first token. */
export function parseOr<T>(p: Parser, build: (p: Parser) => T, recover: (p: Parser, first: number) => T): T {
  const { token, construct, depth, memberIndent } = p;
  const spellingCount = p.spellings.length;
  try {
    return build(p);
  } catch (failure) {
    if (failure !== PARSE_FAILURE) throw failure;
    p.spellings.length = spellingCount;
    p.construct = construct;
    p.depth = depth;
    p.memberIndent = memberIndent;
    return recover(p, token);
  }
}

function kindSet(kinds: readonly Tok[]): Uint8Array {
  const set = new Uint8Array(KIND_COUNT);
  for (const kind of kinds) set[kind] = 1;
  return set;
}

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

/** What can begin a statement. */
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

// ---------------------------------------------------------------- brackets

/** The closing brackets that are owed, the innermost last, and how many of them are braces. */
interface Brackets {
  readonly owed: Tok[];
  braces: number;
}

/** Brackets that are open at the next token, of those opened since `first`. */
function bracketsSince(p: Parser, first: number): Brackets {
  const brackets: Brackets = { owed: [], braces: 0 };
  for (let token = first; token < p.token; token++) track(brackets, kindAt(p, token));
  return brackets;
}

function track(brackets: Brackets, kind: Tok): void {
  switch (kind) {
    case Tok['(']:
      brackets.owed.push(Tok[')']);
      break;
    case Tok['[']:
      brackets.owed.push(Tok[']']);
      break;
    case Tok['{']:
      brackets.owed.push(Tok['}']);
      brackets.braces++;
      break;
    case Tok[')']:
    case Tok[']']:
      closeInside(brackets.owed, kind);
      break;
    case Tok['}']:
      while (brackets.owed.length > 0 && brackets.owed.pop() !== Tok['}']);
      brackets.braces = Math.max(0, brackets.braces - 1);
      break;
    default:
  }
}

/** Closes the pair of `kind`, with what was left open inside it; without a pair inside the innermost braces nothing changes. */
function closeInside(owed: Tok[], kind: Tok): void {
  for (let index = owed.length - 1; index >= 0 && owed[index] !== Tok['}']; index--) {
    if (owed[index] !== kind) continue;
    owed.length = index;
    return;
  }
}

// ---------------------------------------------------------------- skipping

/** Goes on behind the statement that began at `first`, or before the brace that closes the block. */
export function skipToNextStatement(p: Parser, first: number): void {
  const brackets = bracketsSince(p, first);
  while (!startsMemberOutside(p, p.memberIndent)) {
    const kind = peek(p);
    const isInside = brackets.braces > 0;
    if (kind === Tok.endOfFile || (!isInside && (kind === Tok['}'] || startsAligned(p, first)))) break;
    advance(p);
    track(brackets, kind);
    if (kind === Tok[';'] && !isInside) break;
  }
  skipDocs(p);
}

/** True where, on a line of its own and indented like `first`, another statement begins. */
function startsAligned(p: Parser, first: number): boolean {
  return STATEMENT_STARTS[peek(p)] === 1 && isAligned(p, first);
}

function isAligned(p: Parser, first: number): boolean {
  const start = startOf(p, p.token);
  return (
    p.token > first &&
    isFirstOnLine(p.text, start) &&
    lineIndent(p.text, start) === lineIndent(p.text, startOf(p, first))
  );
}

/** Goes on behind the member that began at `first`, or before the brace that closes the container. */
export function skipToNextMember(p: Parser, first: number): void {
  const brackets = bracketsSince(p, first);
  while (!startsMemberOutside(p, p.memberIndent)) {
    const kind = peek(p);
    const isInside = brackets.braces > 0;
    if (kind === Tok.endOfFile || (!isInside && (kind === Tok['}'] || (p.token > first && startsMember(p))))) break;
    advance(p);
    track(brackets, kind);
    if (!isInside && (kind === Tok[';'] || (kind === Tok[','] && brackets.owed.length === 0))) break;
  }
  skipDocs(p);
}

/** True where a declaration or a field can begin. */
export function startsMember(p: Parser): boolean {
  return startsDeclaration(p) || startsField(p);
}

/** Goes on before the comma or the parenthesis that ends the argument that began at `first`, if its line, or one in its brackets, has it. */
export function skipToNextArgument(p: Parser, first: number): void {
  const brackets = bracketsSince(p, first);
  while (peek(p) !== Tok.endOfFile && !startsDeclaration(p)) {
    const kind = peek(p);
    if (brackets.owed.length === 0 && (kind === Tok[','] || kind === Tok[')'] || kind === Tok['{'])) break;
    advance(p);
    track(brackets, kind);
  }
  skipDocs(p);
}

/** Goes on before the next `wanted` of this line; without one nothing is skipped. */
export function skipOnLine(p: Parser, wanted: Tok): boolean {
  for (let token = p.token; token < p.tokenCount; token++) {
    if (token > 0 && isFirstOnLine(p.text, startOf(p, token))) return false;
    if (kindAt(p, token) !== wanted) continue;
    p.token = token;
    skipDocs(p);
    return true;
  }
  return false;
}

/** Goes on behind the item of a list in braces that began at `first`: behind its comma, or before the closing brace. */
export function skipToNextItem(p: Parser, first: number): void {
  const brackets = bracketsSince(p, first);
  while (!startsMemberOutside(p, p.memberIndent)) {
    const kind = peek(p);
    const isInside = brackets.braces > 0;
    if (kind === Tok.endOfFile || (!isInside && (kind === Tok['}'] || isAligned(p, first)))) break;
    advance(p);
    track(brackets, kind);
    if (kind === Tok[','] && brackets.owed.length === 0) break;
  }
  skipDocs(p);
}
