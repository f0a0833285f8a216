import type { Literal } from './literal.js';
import type { MacroCall } from './macro.js';
import type { Path } from './path.js';
import type { Name, Trivia } from './trivia.js';

interface PatternNode<K extends string> extends Trivia {
  readonly kind: K;
}

/** `_`. */
export interface WildcardPattern extends PatternNode<'wildcard'> {}
/** `..` inside a tuple, tuple struct or slice pattern. */
export interface RestPattern extends PatternNode<'rest'> {}
export interface BindingPattern extends PatternNode<'binding'> {
  readonly byRef: boolean;
  readonly mutable: boolean;
  readonly name: Name;
  /** What follows `@`. */
  readonly subpattern?: Pattern | undefined;
}
export interface LiteralPattern extends PatternNode<'literal'> {
  readonly negative: boolean;
  readonly literal: Literal;
}
/** A const, unit struct or unit variant. One bare name is also written so. */
export interface PathPattern extends PatternNode<'path'> {
  readonly path: Path;
}
export interface TupleStructPattern extends PatternNode<'tupleStruct'> {
  readonly path: Path;
  readonly elements: readonly Pattern[];
}
export interface StructPattern extends PatternNode<'struct'> {
  readonly path: Path;
  readonly fields: readonly FieldPattern[];
  /** Ends in `..`. */
  readonly rest: boolean;
}
export interface FieldPattern extends Trivia {
  readonly name: Name;
  /** Printed as the shorthand `name` where it binds the field's own name. */
  readonly pattern: Pattern;
}
export interface TuplePattern extends PatternNode<'tuple'> {
  readonly elements: readonly Pattern[];
}
export interface SlicePattern extends PatternNode<'slice'> {
  readonly elements: readonly Pattern[];
}
export interface ReferencePattern extends PatternNode<'reference'> {
  readonly mutable: boolean;
  readonly target: Pattern;
}
/** Bounds are literal or path patterns. */
export interface RangePattern extends PatternNode<'range'> {
  readonly start?: LiteralPattern | PathPattern | MetaPattern | undefined;
  readonly end?: LiteralPattern | PathPattern | MetaPattern | undefined;
  readonly inclusive: boolean;
}
export interface OrPattern extends PatternNode<'or'> {
  readonly alternatives: readonly Pattern[];
}
export interface MacroPattern extends PatternNode<'macro'> {
  readonly call: MacroCall;
}
/** `$name` in a rule template. */
export interface MetaPattern extends PatternNode<'meta'> {
  readonly name: Name;
  readonly variadic: boolean;
}

export type Pattern =
  | WildcardPattern
  | RestPattern
  | BindingPattern
  | LiteralPattern
  | PathPattern
  | TupleStructPattern
  | StructPattern
  | TuplePattern
  | SlicePattern
  | ReferencePattern
  | RangePattern
  | OrPattern
  | MacroPattern
  | MetaPattern;

export type PatternKind = Pattern['kind'];
