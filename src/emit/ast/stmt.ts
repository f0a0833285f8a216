import type { Attribute } from './attribute.js';
import type { Expr } from './expr.js';
import type { Item } from './item.js';
import type { Pattern } from './pattern.js';
import type { Comment, Name, Trivia } from './trivia.js';
import type { Type } from './type.js';

export interface Block {
  readonly statements: readonly Statement[];
  /** The value of the block: an expression without a semicolon at its end. */
  readonly tail?: Expr | undefined;
  /** Comments before the closing brace. */
  readonly dangling?: readonly Comment[] | undefined;
}

/** `let pattern: type = value else { … };` */
export interface LetStatement extends Trivia {
  readonly kind: 'let';
  readonly attributes?: readonly Attribute[] | undefined;
  readonly pattern: Pattern;
  readonly type?: Type | undefined;
  readonly value?: Expr | undefined;
  readonly else?: Block | undefined;
}
/** The printer adds the semicolon, except behind block-like expressions of type `()`. */
export interface ExprStatement extends Trivia {
  readonly kind: 'expr';
  readonly expr: Expr;
  /** Forces `;` behind a block-like expression (`match … {};`, to drop its value). */
  readonly semicolon?: boolean | undefined;
}
export interface ItemStatement extends Trivia {
  readonly kind: 'item';
  readonly item: Item;
}
/** Comments that belong to no statement: where a Zig statement vanished. They are in `leading`. */
export interface CommentStatement extends Trivia {
  readonly kind: 'comment';
}
/** `$name...` as a statement of a rule template. */
export interface MetaStatement extends Trivia {
  readonly kind: 'meta';
  readonly name: Name;
}

export type Statement = LetStatement | ExprStatement | ItemStatement | CommentStatement | MetaStatement;
export type StatementKind = Statement['kind'];
