/** The edits that `repair.ts` tries for a stretch of tokens, the likeliest first. */
import type { SyntaxFault } from './ast.js';
import type { Token, TokenEdit } from './edit.js';
import {
  closingOf,
  copyWalk,
  finalCost,
  type NestingWalk,
  startWalk,
  type TokenLines,
  tokenLines,
  walkMissing,
  walkToken,
} from './nesting.js';
import { describeToken } from './parser.js';
import { kindName, Tok } from './token-kinds.js';
import { tokenize } from './tokenize.js';
import type { TokenTable } from './tokens.js';

/** The tokens `first` up to `last` (exclusive), and the one at which the parser gave up. */
export interface FaultyStretch {
  readonly first: number;
  readonly last: number;
  readonly fault: number;
}

/** So far around a place an edit is looked for, and so far behind it the layout is judged. */
const REACH = 800;
const HORIZON = 300;
/** Brackets nested more deeply are no program. */
const DEEPEST = 200;
/** So far behind the token at which it gives up the parser may have looked. */
const LOOKAHEAD = 2;

/** Edits in the order in which they should be tried, and how many of them the stretch needs at least. */
export interface Candidates {
  readonly edits: readonly TokenEdit[];
  readonly needed: number;
}

export function candidateEdits(text: string, tokens: TokenTable, stretch: FaultyStretch): Candidates {
  const quote = openString(text, tokens, stretch);
  if (quote !== undefined) return { edits: quoteEdits(text, tokens, quote), needed: 1 };
  const imbalances = imbalancesOf(tokens, stretch);
  const needed = imbalances.reduce((sum, { count }) => sum + count, 0);
  return { edits: bracketEdits(text, tokens, stretch, imbalances), needed };
}

// ---------------------------------------------------------------- brackets

const OPENING: readonly Tok[] = [Tok['{'], Tok['('], Tok['[']];

/** `bracket` is inserted before the token `at`, or the token `at` is dropped. */
interface BracketEdit {
  readonly at: number;
  readonly bracket: Tok | undefined;
  readonly cost: number;
}

function bracketEdits(
  text: string,
  tokens: TokenTable,
  stretch: FaultyStretch,
  imbalances: readonly Imbalance[],
): readonly TokenEdit[] {
  if (imbalances.length === 0) return [];
  const judge = createJudge(text, tokens, stretch);
  const edits: BracketEdit[] = [];
  for (let at = judge.from; at <= judge.to && judge.walkTo(at); at++) {
    for (const { missing, superfluous } of imbalances) {
      if (at < stretch.last && tokens.kinds[at] === superfluous) {
        edits.push({ at, bracket: undefined, cost: judge.cost(at, undefined) });
      }
      edits.push({ at, bracket: missing, cost: judge.cost(at, missing) });
    }
  }
  // Of equals the nearest to the fault.
  edits.sort((one, other) => one.cost - other.cost || other.at - one.at);
  return edits.map((edit) => bracketEdit(text, tokens, edit));
}

/** A kind of bracket of which `count` are missing, or superfluous on the other side. */
interface Imbalance {
  readonly missing: Tok;
  readonly superfluous: Tok;
  readonly count: number;
}

function imbalancesOf(tokens: TokenTable, stretch: FaultyStretch): readonly Imbalance[] {
  return OPENING.flatMap((opening) => {
    const closing = closingOf(opening) as Tok;
    const excess = occurrences(tokens, stretch, opening) - occurrences(tokens, stretch, closing);
    if (excess === 0) return [];
    return excess > 0
      ? [{ missing: closing, superfluous: opening, count: excess }]
      : [{ missing: opening, superfluous: closing, count: -excess }];
  });
}

function occurrences(tokens: TokenTable, { first, last }: FaultyStretch, kind: Tok): number {
  let found = 0;
  for (let token = first; token < last; token++) if (tokens.kinds[token] === kind) found++;
  return found;
}

/** Tells what an edit costs: how much the layout contradicts the brackets then. Edits are asked about from left to right. */
interface Judge {
  /** The first and the last token at which an edit is considered. */
  readonly from: number;
  readonly to: number;
  /** Goes on to the edits at `at`; false where brackets nest so deeply that it is no use. */
  readonly walkTo: (at: number) => boolean;
  readonly cost: (at: number, bracket: Tok | undefined) => number;
}

function createJudge(text: string, tokens: TokenTable, stretch: FaultyStretch): Judge {
  const { first, last } = stretch;
  const lines = tokenLines(text, tokens, first, last);
  const { from, to } = editWindow(tokens, lines, stretch);
  const horizon = Math.min(last, to + HORIZON);
  // What stands before an edit is the same for all that follow: one walk is kept, and copied for each edit.
  const walk = startWalk();
  let walked = first;
  const step = (some: NestingWalk, begin: number, end: number): void => {
    for (let token = begin; token < end; token++) walkToken(some, tokens.kinds[token] as Tok, lines, token - first);
  };
  return {
    from,
    to,
    walkTo: (at) => {
      step(walk, walked, at);
      walked = at;
      return walk.open.length <= DEEPEST;
    },
    cost: (at, bracket) => {
      const copy = copyWalk(walk);
      if (bracket !== undefined) walkMissing(copy, bracket, lines, at - 1 - first);
      step(copy, bracket === undefined ? at + 1 : at, horizon);
      return horizon === last ? finalCost(copy) : copy.cost;
    },
  };
}

/** Where edits are considered: in a long stretch around the place where the layout first contradicts the brackets. */
function editWindow(
  tokens: TokenTable,
  lines: TokenLines,
  { first, last, fault }: FaultyStretch,
): { readonly from: number; readonly to: number } {
  const to = Math.min(fault + LOOKAHEAD, last);
  if (to - first <= 2 * REACH) return { from: first, to };
  const walk = startWalk();
  let token = first;
  while (token < to && walk.cost === 0) {
    walkToken(walk, tokens.kinds[token] as Tok, lines, token - first);
    token++;
  }
  return { from: Math.max(first, token - REACH), to: Math.min(to, token + REACH) };
}

function bracketEdit(text: string, tokens: TokenTable, { at, bracket }: BracketEdit): TokenEdit {
  const start = tokens.starts[at] as number;
  const end = tokens.ends[at] as number;
  const found = describeToken(text, tokens, at);
  if (bracket === undefined) {
    const isOpening = closingOf(tokens.kinds[at] as Tok) !== undefined;
    const expected = `no ${found} here (nothing ${isOpening ? 'closes' : 'opens'} it)`;
    return { from: at, to: at + 1, tokens: [], fault: { start, end, found, expected } };
  }
  // Where the next token is on a later line the bracket is missing at the end of this one.
  const before = at === 0 ? 0 : (tokens.ends[at - 1] as number);
  const isAtLineEnd = text.slice(before, start).includes('\n');
  const fault: SyntaxFault = isAtLineEnd
    ? { start: before, end: before, found, expected: kindName(bracket) }
    : { start, end, found, expected: kindName(bracket) };
  const place = isAtLineEnd ? before : start;
  return { from: at, to: at, tokens: [{ kind: bracket, start: place, end: place }], fault };
}

// ---------------------------------------------------------------- quotes

/** The first string of a stretch that is not closed, if it is not behind the fault. */
function openString(text: string, tokens: TokenTable, { first, fault }: FaultyStretch): number | undefined {
  for (let token = first; token <= fault; token++) {
    if (tokens.kinds[token] === Tok.invalid && text.charAt(tokens.starts[token] as number) === '"') return token;
  }
  return undefined;
}

/** What may follow a string directly. */
const AFTER_STRING = /[\s,;:)\]}.+=]/;

/** The line is read with a quote more, at each place where a string can end; its first string may be the one that is not closed. */
function quoteEdits(text: string, tokens: TokenTable, open: number): readonly TokenEdit[] {
  const lineStart = text.lastIndexOf('\n', tokens.starts[open] as number) + 1;
  const lineEnd = tokens.ends[open] as number;
  let from = open;
  while (from > 0 && (tokens.starts[from - 1] as number) >= lineStart) from--;
  const line = text.slice(lineStart, lineEnd);
  const fault: SyntaxFault = {
    start: tokens.starts[open] as number,
    end: lineEnd,
    found: 'a string that is not closed',
    expected: "a closing '\"' on its line",
  };
  const edits: TokenEdit[] = [];
  for (let at = line.indexOf('"') + 1; at > 0 && at <= line.length; at++) {
    if (at < line.length && !AFTER_STRING.test(line.charAt(at))) continue;
    edits.push({ from, to: open + 1, tokens: tokensOfLine(line, at, lineStart), fault });
  }
  return edits;
}

/** The tokens of a line with a quote more at `at`, with their places in the text. */
function tokensOfLine(line: string, at: number, lineStart: number): readonly Token[] {
  const { tokens } = tokenize(`${line.slice(0, at)}"${line.slice(at)}`, undefined);
  const place = (offset: number): number => lineStart + (offset > at ? offset - 1 : offset);
  return Array.from({ length: tokens.length }, (_, index) => ({
    kind: tokens.kinds[index] as number,
    start: place(tokens.starts[index] as number),
    end: place(tokens.ends[index] as number),
  }));
}
