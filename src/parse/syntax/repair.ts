/**
 * One bracket or quote too many or too few, found by trial.
 *
 * A forgotten brace moves everything behind it into another block, and the parser notices it far away, and again and again. So where the
 * brackets of a text do not pair, the one edit is looked for that makes it Zig (Burke and Fisher, "A practical method for LR and LL syntactic
 * error diagnosis and recovery", 1987). The text is cut where declarations begin in the first column, so a search touches one of
 * them. All that was read before the first fault is the beginning of some Zig program, so the edit lies at that fault or before it. The
 * edits are tried in the order in which they agree with the layout (`nesting.ts`); the first after which the stretch parses is taken.
 * Where none is found, nothing is changed: the parser's own recovery serves (`recovery.ts`, `layout.ts`).
 */
import type { Comment, SyntaxFault } from './ast.js';
import { candidateEdits } from './candidates.js';
import { editComments, editTokens, type TokenEdit } from './edit.js';
import { startsColumnMember } from './layout.js';
import { isNested } from './nesting.js';
import { Tok } from './token-kinds.js';
import type { TokenTable } from './tokens.js';

/** The tokens of a text, as they are to be read, and what that says about the text. */
export interface Repaired {
  readonly tokens: TokenTable;
  readonly comments: readonly Comment[];
  readonly faults: readonly SyntaxFault[];
}

/** Parses tokens as members of a file up to the first fault. Returns how many it took; -1 where there is no fault. */
export type Trial = (tokens: TokenTable) => number;

/** A text with more stretches that do not pair is not indented as Zig is, or no Zig. */
const MOST_STRETCHES = 8;
/** Edits of one stretch. */
const MOST_EDITS = 4;
const MOST_TRIALS = 240;
/** Tokens that all trials of a text may parse together, so that a large text takes no more than about a second. */
const TOKEN_BUDGET = 3_000_000;
/** So many tokens the judge of the layout walks while the parser takes one. */
const WALK_SPEED = 12;
/** An edit that does not make the whole stretch healthy must at least take the parser so much further. */
const LEAST_PROGRESS = 16;

interface Search {
  readonly text: string;
  readonly trial: Trial;
  tokens: TokenTable;
  comments: readonly Comment[];
  readonly faults: SyntaxFault[];
  budget: number;
}

/** Looks for the edits of a text whose brackets do not pair; undefined where there is none to be made. */
export function repair(
  text: string,
  tokens: TokenTable,
  comments: readonly Comment[],
  trial: Trial,
): Repaired | undefined {
  const broken = brokenStretches(text, tokens);
  if (broken.length === 0 || broken.length > MOST_STRETCHES) return undefined;
  const search: Search = { text, trial, tokens, comments, faults: [], budget: TOKEN_BUDGET };
  // From the end, so that the positions of the stretches that are still to come stay.
  for (const [first, last] of broken.reverse()) repairStretch(search, first, last);
  return search.faults.length === 0 ? undefined : search;
}

type Stretch = readonly [first: number, last: number];

/** Stretches between declarations in the first column whose brackets do not pair, or with a string that is not closed. */
function brokenStretches(text: string, tokens: TokenTable): Stretch[] {
  const broken: Stretch[] = [];
  let first = 0;
  for (let token = 1; token <= tokens.length; token++) {
    if (token < tokens.length && !startsColumnMember(text, tokens, token)) continue;
    if (!isNested(tokens, first, token) || hasOpenString(text, tokens, first, token)) broken.push([first, token]);
    first = token;
  }
  return broken;
}

function hasOpenString(text: string, tokens: TokenTable, first: number, last: number): boolean {
  for (let token = first; token < last; token++) {
    if (tokens.kinds[token] === Tok.invalid && text.charAt(tokens.starts[token] ?? 0) === '"') return true;
  }
  return false;
}

/** Edits one stretch until it is healthy, or no edit helps. */
function repairStretch(search: Search, first: number, last: number): void {
  let end = last;
  for (let count = 0; count < MOST_EDITS; count++) {
    const fault = tryTokens(search, first, end, undefined);
    if (fault < 0) return;
    const edit = bestEdit(search, first, end, fault);
    if (edit === undefined) return;
    search.comments = editComments(search.comments, edit);
    search.tokens = editTokens(search.tokens, 0, search.tokens.length, edit);
    search.faults.push(edit.fault);
    end += edit.tokens.length - (edit.to - edit.from);
  }
}

/**
 * The first edit that makes the stretch healthy, else the one that takes the parser furthest, else, where several are needed, the
 * likeliest that at least does not stop the parser earlier.
 */
function bestEdit(search: Search, first: number, last: number, fault: number): TokenEdit | undefined {
  let furthest: TokenEdit | undefined;
  let likeliest: TokenEdit | undefined;
  let reached = fault + LEAST_PROGRESS;
  const { edits, needed } = candidateEdits(search.text, search.tokens, { first, last, fault: first + fault });
  search.budget -= (edits.length * (last - first)) / WALK_SPEED;
  for (const edit of edits.slice(0, MOST_TRIALS)) {
    if (search.budget <= 0) break;
    const taken = tryTokens(search, first, last, edit);
    if (taken < 0) return edit;
    if (taken >= fault) likeliest ??= edit;
    if (taken <= reached) continue;
    reached = taken;
    furthest = edit;
  }
  return furthest ?? (needed > 1 ? likeliest : undefined);
}

function tryTokens(search: Search, first: number, last: number, edit: TokenEdit | undefined): number {
  const taken = search.trial(editTokens(search.tokens, first, last, edit));
  search.budget -= taken < 0 ? last - first : taken + (last - first) / 8;
  return taken;
}
