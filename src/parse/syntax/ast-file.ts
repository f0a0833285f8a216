/** The file itself: its tree, tokens, comments and faults; what every node has. */
import type { Member } from './ast-members.js';
import type { TokenTable } from './tokens.js';

export interface NodeBase {
  readonly start: number;
  readonly end: number;
  readonly main: number;
}

/** A name as written; `text` is the name it denotes (`@"a b"` and `a b` both denote `a b`). */
export interface Name {
  readonly text: string;
  readonly token: number;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

export type CommentKind = 'line' | 'doc' | 'containerDoc';

/** One comment line, `//`, `///` or `//!`; `text` is what follows the marker, unchanged. */
export interface Comment {
  readonly kind: CommentKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True where only white space precedes it on its line; false for a comment that trails code. */
  readonly ownLine: boolean;
  /** Number of blank lines directly before it (0 for a trailing comment). */
  readonly blankLinesBefore: number;
  /** Index of the first token after the comment (`tokens.length` at the end of the file). */
  readonly beforeToken: number;
}

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly root: Root;
  /** The tokens of the text; where brackets do not pair, as they are to be read (`repair.ts`). */
  readonly tokens: TokenTable;
  /** All comments in the order of the text. */
  readonly comments: readonly Comment[];
  readonly faults: readonly SyntaxFault[];
  /** Where a spelling stands that not every version of Zig has; `spellings.ts` knows which. */
  readonly spellings: readonly SpellingUse[];
}

/** A spelling that came with a version of Zig, or went with one. */
export type SpellingName =
  | 'asyncOperator'
  | 'awaitOperator'
  | 'usingNamespace'
  | 'bareSuspend'
  | 'stringClobber'
  | 'stringClobbers'
  | 'indexCapture'
  | 'clobberValue'
  | 'destructuring'
  | 'switchLabel'
  | 'continueValue'
  | 'keywordAsName';

/** A use of a spelling, at its token. */
export interface SpellingUse {
  readonly name: SpellingName;
  readonly token: number;
}

/** A fault of the text: where, what was found, what Zig expects there. */
export interface SyntaxFault {
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly expected: string;
}

export interface Root extends NodeBase {
  readonly kind: 'root';
  readonly members: readonly Member[];
}
