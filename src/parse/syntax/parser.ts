/**
 * The state of the recursive-descent builder, and the primitives that every construct is written with.
 *
 * The builder follows `std.zig.Parse`: the constructs have the same precedences, the same look-ahead and the same points where an error is
 * only noted (`warn`) or gives up the construct (`fail`, caught where a member or a statement begins).
 */
import type { Comment, Name, SpellingUse, SyntaxFault } from './ast.js';
import { isSpaceAt } from './lexer.js';
import { decodeQuotedName } from './literals.js';
import { kindName, LEXEMES, Tok } from './token-kinds.js';
import type { TokenTable } from './tokens.js';

export interface Parser {
  readonly text: string;
  readonly kinds: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly tokenCount: number;
  /** Index of the next token. */
  token: number;
  /** True where the first fault ends the parse (`repair.ts`). */
  readonly isTrial: boolean;
  /** Nesting of constructs, bounded so that no input overflows the stack. */
  depth: number;
  readonly faults: SyntaxFault[];
  /** Spellings met that not every version of Zig has (`spellings.ts`). */
  readonly spellings: SpellingUse[];
  /** The token of the last fault: what goes wrong directly after it is no news. */
  faultToken: number;
  readonly comments: readonly Comment[];
  /** Index of the first comment whose place is not judged yet (`docs.ts`). */
  nextComment: number;
  /** True where braces do not balance and indentation tells which one is missing (`layout.ts`). */
  readonly byLayout: boolean;
  /** Indentation of the container member being parsed; -1 outside of all. */
  memberIndent: number;
  /** First token of the statement or member being parsed. */
  construct: number;
}

/** Thrown by `fail` and caught where recovery begins: one object, without a stack trace, since it carries nothing. */
export const PARSE_FAILURE: unique symbol = Symbol('parse failure');

/** Thrown at the first fault of a trial. */
export const TRIAL_FAILURE: unique symbol = Symbol('trial failure');

/** So many tokens must have been taken since a fault for the next one to count as another. */
const FAULT_DISTANCE = 3;

/**
 * How deep constructs may nest, in units of about one stack frame: 256 parentheses, 128 structs, 1,024 branches of one `else if` chain. No
 * sensible program nests deeper, and every later stage recurses over the same nesting.
 */
const MAX_DEPTH = 2048;
/** What one level of a construct counts. */
export const EXPRESSION_DEPTH = 8;
export const BRANCH_DEPTH = 2;

/** By the tokens alone; with indentation as evidence for braces (`layout.ts`); or up to the first fault. */
export type Reading = 'tokens' | 'layout' | 'trial';

export function createParser(text: string, tokens: TokenTable, comments: readonly Comment[], reading: Reading): Parser {
  return {
    text,
    kinds: tokens.kinds,
    starts: tokens.starts,
    ends: tokens.ends,
    tokenCount: tokens.length,
    token: 0,
    depth: 0,
    faults: [],
    spellings: [],
    faultToken: -FAULT_DISTANCE,
    comments,
    nextComment: 0,
    byLayout: reading === 'layout',
    isTrial: reading === 'trial',
    memberIndent: -1,
    construct: 0,
  };
}

// ---------------------------------------------------------------- looking

/** The kind of the next token. */
export function peek(p: Parser): Tok {
  return p.kinds[p.token] as number;
}

/** The kind of the token `ahead` of the next one. */
export function peekAt(p: Parser, ahead: number): Tok {
  const index = p.token + ahead;
  return index < p.tokenCount ? (p.kinds[index] as number) : Tok.endOfFile;
}

export function kindAt(p: Parser, token: number): Tok {
  return p.kinds[token] as number;
}

export function startOf(p: Parser, token: number): number {
  return p.starts[token] as number;
}

export function endOf(p: Parser, token: number): number {
  return p.ends[token] as number;
}

/** Where the next token begins. */
export function here(p: Parser): number {
  return p.starts[p.token] as number;
}

/** Where the last taken token ends. */
export function previousEnd(p: Parser): number {
  return p.token === 0 ? 0 : (p.ends[p.token - 1] as number);
}

export function tokenText(p: Parser, token: number): string {
  return p.text.slice(p.starts[token], p.ends[token]);
}

/** True where the next token is the (plain) name `word`. */
export function isWord(p: Parser, word: string): boolean {
  return peek(p) === Tok.identifier && here(p) + word.length === p.ends[p.token] && p.text.startsWith(word, here(p));
}

// ---------------------------------------------------------------- taking

/** Takes the next token whatever it is; the end of the file is never passed. */
export function advance(p: Parser): number {
  const taken = p.token;
  if (taken < p.tokenCount) p.token = taken + 1;
  return taken;
}

/** Takes the next token if it is of this kind. */
export function eat(p: Parser, kind: Tok): boolean {
  if (p.kinds[p.token] !== kind) return false;
  advance(p);
  return true;
}

/** Takes a token of this kind or gives up the construct. */
export function expect(p: Parser, kind: Tok): number {
  if (p.kinds[p.token] !== kind) return fail(p, kindName(kind));
  return advance(p);
}

export function expectName(p: Parser): Name {
  return nameAt(p, expect(p, Tok.identifier));
}

/** The name of the identifier token at `token`. */
export function nameAt(p: Parser, token: number): Name {
  const start = p.starts[token] as number;
  const end = p.ends[token] as number;
  const written = p.text.slice(start, end);
  if (p.text.charCodeAt(start) !== 0x40) return { text: written, token, start, end, quoted: false };
  return { text: decodeQuotedName(written.slice(2, -1)), token, start, end, quoted: true };
}

// ---------------------------------------------------------------- faults

/** Notes that `expected` should stand at the next token. Where that is on a later line, the place is the end of the last token. */
export function warn(p: Parser, expected: string): void {
  const token = p.token;
  const isNews = token - p.faultToken >= FAULT_DISTANCE || token < p.faultToken;
  p.faultToken = token;
  if (!isNews) return;
  const found = describe(p, token);
  const before = token - 1;
  if (before >= 0 && p.text.slice(p.ends[before], p.starts[token]).includes('\n')) {
    const end = p.ends[before] as number;
    addFault(p, { start: end, end, found, expected });
  } else {
    addFault(p, { start: p.starts[token] as number, end: p.ends[token] as number, found, expected });
  }
}

/** Notes a fault of tokens that were read already. */
export function warnAt(p: Parser, token: number, found: string, expected: string): void {
  addFault(p, { start: p.starts[token] as number, end: p.ends[token] as number, found, expected });
}

/** Notes the fault and gives up the construct. */
export function fail(p: Parser, expected: string): never {
  warn(p, expected);
  throw PARSE_FAILURE;
}

/** One fault per place. */
export function addFault(p: Parser, fault: SyntaxFault): void {
  if (p.isTrial) throw TRIAL_FAILURE;
  if (p.faults.at(-1)?.start !== fault.start) p.faults.push(fault);
}

/** How a fault names the token it found. */
export function describe(p: Parser, token: number): string {
  return describeToken(p.text, p, token);
}

export function describeToken(
  text: string,
  { kinds, starts, ends }: Pick<TokenTable, 'kinds' | 'starts' | 'ends'>,
  token: number,
): string {
  const kind = kinds[token] as Tok;
  const written = text.slice(starts[token], ends[token]);
  if (kind === Tok.invalid) return describeInvalid(written.charAt(0));
  if (kind === Tok.identifier || kind === Tok.builtin || kind === Tok.number) return `'${written}'`;
  return kindName(kind);
}

function describeInvalid(first: string): string {
  switch (first) {
    case '"':
    case '@':
      return 'a string that is not closed or has an invalid byte';
    case "'":
      return 'a character literal that is not closed or has an invalid byte';
    case '/':
      return 'a comment with an invalid byte';
    default:
      return 'invalid bytes';
  }
}

/** One level deeper; nesting beyond the bound is a fault of the text. `leave` undoes it, and recovery restores the level it knew. */
export function enter(p: Parser, depth: number): void {
  if (p.depth >= MAX_DEPTH) fail(p, 'constructs nested less deeply');
  p.depth += depth;
}

export function leave(p: Parser, depth: number): void {
  p.depth -= depth;
}

/** Zig wants white space on both sides of a binary operator or on neither; `&&` is a trap for C programmers. */
export function checkOperatorSpace(p: Parser, operator: number): void {
  const start = p.starts[operator] as number;
  const end = p.ends[operator] as number;
  if (p.kinds[operator] === Tok['&'] && p.text.charCodeAt(end) === 0x26) {
    warnAt(p, operator, "'&&'", "'and' for the logical operation, ' & &' for the bitwise one");
  } else if (isSpaceAt(p.text, start - 1) !== isSpaceAt(p.text, end)) {
    const operatorText = LEXEMES[p.kinds[operator] as number] as string;
    warnAt(
      p,
      operator,
      `'${operatorText}' with white space on one side only`,
      'white space on both sides or on neither',
    );
  }
}
