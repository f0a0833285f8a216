/**
 * What every Rust AST node may carry besides its meaning: comments, blank lines and the Zig place it came from.
 */

/** One `//` line comment. `text` is what follows the slashes, leading space included (` why`). */
export interface Comment {
  readonly text: string;
  readonly blankLineBefore?: boolean | undefined;
}

/** The place in a Zig file that a node was made from. The printer only copies it into the source map. */
export interface Origin {
  readonly file: string;
  /** Byte offset in the Zig file. */
  readonly offset: number;
}

/**
 * Comments keep their place: `leading` stand on their own lines above the node, `trailing` ends its last line.
 * A node whose parent has no line of its own to offer still prints them, next to the node.
 */
export interface Trivia {
  readonly leading?: readonly Comment[] | undefined;
  /** Text of one comment at the end of the node's last line, without the slashes. */
  readonly trailing?: string | undefined;
  /** Whether the author left an empty line above (above the leading comments, if any). */
  readonly blankLineBefore?: boolean | undefined;
  /** An empty line between the leading comments and a statement, item or tail. */
  readonly blankLineAfterLeading?: boolean | undefined;
  readonly origin?: Origin | undefined;
}

/**
 * An identifier without `r#`: the printer adds it where `name` is a keyword of the edition. Inside rule templates a
 * name that starts with `$` is a metavariable.
 */
export type Name = string;

/** The name of a lifetime or label without its quote. */
export type LifetimeName = string;
