/** What a `break`, `continue`, `return` or `try` may leave on its way out, innermost first. */
import type * as ir from '../parse/ir/ir.js';
import type { Type } from '../parse/ir/types.js';

/** A loop, or a labelled block or switch: the target of breaks. */
export interface TargetFrame {
  readonly kind: 'target';
  readonly label: ir.Label;
  /** Rust's label of the construct that a break leaves. */
  readonly name: string;
  /** For an unlabelled `break`: the construct is a Rust loop. */
  readonly isLoop: boolean;
  /** How a `continue` is written. */
  readonly onContinue: ContinueForm;
  /** Set when the Rust mentions the label. */
  used: boolean;
  /** Whether the construct yields a value. */
  readonly hasValue: boolean;
  readonly outer: Frame | undefined;
}

export type ContinueForm =
  | { readonly kind: 'none' }
  /** Rust's own `continue`, of the loop with this label. */
  | { readonly kind: 'continue'; readonly name: string; used: boolean }
  /** Leaves a labelled block around the loop's body: what follows it is the continue expression. */
  | { readonly kind: 'leaveBody'; readonly name: string; used: boolean }
  /** A labelled switch: stores the new state and starts over. */
  | { readonly kind: 'state'; readonly variable: string; readonly type: Type };

/** The rest of a block behind a `defer`: exits go through its clean-up. */
export interface DeferFrame {
  readonly kind: 'defer';
  readonly statement: ir.Statement;
  readonly name: string;
  readonly encode: ExitEncoder;
  used: boolean;
  readonly outer: Frame | undefined;
}
/** Writes the value that tells the clean-up's dispatcher where to go on. */
export type ExitEncoder = (exit: Exit) => import('../emit/rust-ast.js').Expr | undefined;

export interface Exit {
  readonly key: import('./context.js').ExitKey;
  readonly value: import('../emit/rust-ast.js').Expr | undefined;
}

export type Frame = TargetFrame | DeferFrame;
