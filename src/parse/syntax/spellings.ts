/**
 * Spellings that not every version of Zig has.
 *
 * The parser reads those of all versions and notes where it met one (`noteSpelling`); the tree is the same for all. Which versions have a
 * spelling stands in one table, and is asked only where the version that the source is written for is known (`versionFaults`).
 */
import type { SourceFile, SpellingName, SpellingUse } from './ast.js';
import type { Parser } from './parser.js';
import { Tok } from './token-kinds.js';
import { isAtLeast, type ZigVersion } from './zig-version.js';

interface Spelling {
  /** The first version that has it; undefined: it was always there. */
  readonly since?: ZigVersion;
  /** The first version without it; undefined: it is still there. */
  readonly before?: ZigVersion;
  /** How a diagnostic names it. */
  readonly found: string;
  /** What versions without it expect in its place. */
  readonly expected: string;
}

const ZIG_0_9: ZigVersion = { major: 0, minor: 9 };
const ZIG_0_11: ZigVersion = { major: 0, minor: 11 };
const ZIG_0_12: ZigVersion = { major: 0, minor: 12 };
const ZIG_0_14: ZigVersion = { major: 0, minor: 14 };
const ZIG_0_15: ZigVersion = { major: 0, minor: 15 };

/** Every spelling that came or went. */
export const SPELLINGS: { readonly [S in SpellingName]: Spelling } = {
  asyncOperator: { before: ZIG_0_15, found: "the operator 'async'", expected: 'a plain call' },
  awaitOperator: { before: ZIG_0_15, found: "the operator 'await'", expected: 'the operand alone' },
  usingNamespace: {
    before: ZIG_0_15,
    found: "'usingnamespace'",
    expected: 'a declaration for every name that is taken over',
  },
  bareSuspend: { before: ZIG_0_9, found: "'suspend;'", expected: "a block after 'suspend'" },
  // Zig's parser still reads one string; it is refused for its type.
  stringClobber: {
    before: ZIG_0_15,
    found: 'a clobber as a string',
    expected: "one value such as '.{ .memory = true }'",
  },
  stringClobbers: {
    before: ZIG_0_15,
    found: 'clobbers as a list of strings',
    expected: "one value such as '.{ .memory = true }'",
  },
  indexCapture: {
    before: ZIG_0_11,
    found: "an index capture without an input of its own ('0..')",
    expected: 'as many captures as inputs',
  },
  clobberValue: { since: ZIG_0_15, found: 'clobbers as a value', expected: 'a list of strings' },
  destructuring: { since: ZIG_0_12, found: 'a destructuring assignment', expected: 'an assignment for each part' },
  switchLabel: { since: ZIG_0_14, found: 'a labelled switch', expected: 'a loop, a block or a switch without a label' },
  continueValue: { since: ZIG_0_14, found: "'continue' with a value", expected: "';' after the label" },
  keywordAsName: {
    since: ZIG_0_15,
    found: "'async', 'await' or 'usingnamespace' as a name",
    expected: 'the name in quotes, such as \'@"async"\'',
  },
};

/** The parser met the spelling `name` at `token`. */
export function noteSpelling(p: Parser, name: SpellingName, token: number): void {
  p.spellings.push({ name, token });
}

/** A spelling that the stated version does not have: where, which, and what that version expects. */
export interface VersionFault {
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly expected: string;
}

/** What of a file the language of `version` does not have, in the order of the text. */
export function versionFaults(file: SourceFile, version: ZigVersion): readonly VersionFault[] {
  const isNameNew = lacks(version, SPELLINGS.keywordAsName);
  const uses = isNameNew ? [...file.spellings, ...keywordNames(file)] : file.spellings;
  return uses
    .filter(({ name }) => lacks(version, SPELLINGS[name]))
    .map(({ name, token }) => {
      const { found, expected } = SPELLINGS[name];
      return { start: file.tokens.starts[token] ?? 0, end: file.tokens.ends[token] ?? 0, found, expected };
    })
    .sort((one, other) => one.start - other.start);
}

function lacks(version: ZigVersion, { since, before }: Spelling): boolean {
  return (since !== undefined && !isAtLeast(version, since)) || (before !== undefined && isAtLeast(version, before));
}

const FORMER_KEYWORDS: ReadonlySet<string> = new Set(['async', 'await', 'usingnamespace']);

/** Names that were keywords. Nearly every name of a file is none, so they are looked for only where that matters. */
function keywordNames({ text, tokens, spellings }: SourceFile): readonly SpellingUse[] {
  const operators = new Set(spellings.map(({ token }) => token));
  const uses: SpellingUse[] = [];
  for (let token = 0; token < tokens.length; token++) {
    if (tokens.kinds[token] !== Tok.identifier || operators.has(token)) continue;
    if (!FORMER_KEYWORDS.has(text.slice(tokens.starts[token], tokens.ends[token]))) continue;
    uses.push({ name: 'keywordAsName', token });
  }
  return uses;
}
