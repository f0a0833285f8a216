/**
 * How well the brackets of a stretch of tokens agree with its layout.
 *
 * People indent what they mean: a bracket that is closed on a later line is closed under the line that opened it, what it holds stands
 * deeper, and the items it holds stand under each other. Each place where a reading of the brackets contradicts that counts; of several
 * readings the one with the least contradictions is what the author meant.
 */
import { isFirstOnLine, lineIndent } from './lines.js';
import { Tok } from './token-kinds.js';
import type { TokenTable } from './tokens.js';

/** The lines of the tokens `first`, `first + 1`, …. */
export interface TokenLines {
  /** Indentation of the token's line. */
  readonly indents: Int32Array;
  /** 1 where the token is the first on its line. */
  readonly isFirst: Uint8Array;
  /** Which line, counted from the first token's. */
  readonly lines: Uint32Array;
}

/** Looks up the lines of the tokens `first` up to `last` (exclusive). */
export function tokenLines(text: string, tokens: TokenTable, first: number, last: number): TokenLines {
  const indents = new Int32Array(last - first);
  const isFirst = new Uint8Array(last - first);
  const lines = new Uint32Array(last - first);
  let line = 0;
  for (let index = 0; index < last - first; index++) {
    const start = tokens.starts[first + index] as number;
    const begins = index === 0 || isFirstOnLine(text, start);
    if (begins && index > 0) line++;
    isFirst[index] = begins ? 1 : 0;
    indents[index] = begins ? lineIndent(text, start) : (indents[index - 1] as number);
    lines[index] = line;
  }
  return { indents, isFirst, lines };
}

/** A bracket that is open. */
interface OpenBracket {
  readonly closing: Tok;
  readonly indent: number;
  readonly line: number;
  /** Indentation of its items; -1 while none was met. */
  contentIndent: number;
}

/** A walk over tokens: the brackets that are open, and what contradicted the layout so far. */
export interface NestingWalk {
  readonly open: OpenBracket[];
  cost: number;
  /** The kind of the token before. */
  previous: Tok;
}

/** A bracket without a partner, or with one of another kind. */
const UNPAIRED = 6;
const MISPLACED = 2;
const SUSPICIOUS = 1;

export function startWalk(): NestingWalk {
  return { open: [], cost: 0, previous: Tok[';'] };
}

export function copyWalk({ open, cost, previous }: NestingWalk): NestingWalk {
  return { open: open.map((bracket) => ({ ...bracket })), cost, previous };
}

/** What closes `kind`; undefined where it opens nothing. */
export function closingOf(kind: Tok): Tok | undefined {
  switch (kind) {
    case Tok['{']:
      return Tok['}'];
    case Tok['(']:
      return Tok[')'];
    case Tok['[']:
      return Tok[']'];
    default:
      return undefined;
  }
}

export function isClosing(kind: Tok): boolean {
  return kind === Tok['}'] || kind === Tok[')'] || kind === Tok[']'];
}

/** The walk takes a token of the text. */
export function walkToken(walk: NestingWalk, kind: Tok, lines: TokenLines, index: number): void {
  const indent = lines.indents[index] as number;
  const isFirst = lines.isFirst[index] === 1;
  const line = lines.lines[index] as number;
  if (isClosing(kind)) {
    closeBracket(walk, kind, isFirst ? indent : -1, line);
  } else {
    if (isFirst && beginsItem(walk.previous)) walk.cost += itemCost(walk, indent);
    const closing = closingOf(kind);
    if (closing !== undefined) walk.open.push({ closing, indent, line, contentIndent: -1 });
  }
  walk.previous = kind;
}

/** The walk takes a bracket that is not in the text, after the token `index`; -1: before all. */
export function walkMissing(walk: NestingWalk, kind: Tok, lines: TokenLines, index: number): void {
  const closing = closingOf(kind);
  if (closing === undefined) {
    if (walk.open.at(-1)?.closing === kind) walk.open.pop();
    else walk.cost += UNPAIRED;
  } else {
    const at = Math.max(index, 0);
    walk.open.push({
      closing,
      indent: lines.indents[at] as number,
      line: lines.lines[at] as number,
      contentIndent: -1,
    });
  }
  walk.previous = kind;
}

/** What the walk costs if it ends here, with brackets still open. */
export function finalCost(walk: NestingWalk): number {
  return walk.cost + UNPAIRED * walk.open.length;
}

function beginsItem(previous: Tok): boolean {
  return previous === Tok[';'] || previous === Tok[','] || previous === Tok['{'] || previous === Tok['}'];
}

function itemCost(walk: NestingWalk, indent: number): number {
  const bracket = walk.open.at(-1);
  if (bracket === undefined) return indent === 0 ? 0 : SUSPICIOUS;
  if (indent <= bracket.indent) return MISPLACED;
  if (bracket.contentIndent < 0) bracket.contentIndent = indent;
  return bracket.contentIndent === indent ? 0 : SUSPICIOUS;
}

/** `ownIndent`: the indentation of a closing bracket that begins its line, else -1. */
function closeBracket(walk: NestingWalk, kind: Tok, ownIndent: number, line: number): void {
  const bracket = walk.open.at(-1);
  if (bracket?.closing !== kind) {
    walk.cost += UNPAIRED;
    const partner = walk.open.findLastIndex(({ closing }) => closing === kind);
    if (partner >= 0) walk.open.length = partner;
    return;
  }
  walk.open.pop();
  if (ownIndent >= 0) {
    if (ownIndent !== bracket.indent) walk.cost += MISPLACED;
  } else if (kind === Tok['}'] && line !== bracket.line && !isClosing(walk.previous)) {
    walk.cost += SUSPICIOUS;
  }
}

/** True where every bracket has its partner. */
export function isNested(tokens: TokenTable, first: number, last: number): boolean {
  const open: Tok[] = [];
  for (let index = first; index < last; index++) {
    const kind = tokens.kinds[index] as Tok;
    const closing = closingOf(kind);
    if (closing !== undefined) open.push(closing);
    else if (isClosing(kind) && open.pop() !== kind) return false;
  }
  return open.length === 0;
}
