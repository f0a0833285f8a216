import type { Local, NodeBase } from './ir-base.js';
import type { Expr } from './ir-values.js';
import type { Decl } from './program.js';
import type { StructType, TupleType, Type, UnionType } from './types.js';

export type Place =
  | LocalPlace
  | GlobalPlace
  | DerefPlace
  | FieldPlace
  | IndexPlace
  | OptionalPayloadPlace
  | ErrorPayloadPlace
  | TemporaryPlace
  | TodoPlace;
export type PlaceKind = Place['kind'];

export interface LocalPlace extends NodeBase {
  readonly kind: 'local';
  readonly local: Local;
}
/** A container-level `const` or `var`. */
export interface GlobalPlace extends NodeBase {
  readonly kind: 'global';
  readonly decl: Decl;
}
/** What a pointer points to. `implicit`: auto-deref, not written by the author. */
export interface DerefPlace extends NodeBase {
  readonly kind: 'deref';
  readonly pointer: Expr;
  readonly implicit: boolean;
}
/** A field of a struct, union (checked against the active tag) or tuple; `len`/`ptr` of a slice that lies in storage. */
export interface FieldPlace extends NodeBase {
  readonly kind: 'fieldPlace';
  readonly base: Place;
  readonly container: StructType | UnionType | TupleType | Type;
  readonly name: string;
  /** Index in the container's fields; for a slice: 0 is `ptr`, 1 is `len`. */
  readonly index: number;
}
/** An element of an array or vector that lies in storage (`base`: a place), or behind a slice or many-item pointer (`base`: a value). */
export interface IndexPlace extends NodeBase {
  readonly kind: 'index';
  readonly base:
    | { readonly kind: 'array'; readonly place: Place }
    | { readonly kind: 'pointer'; readonly pointer: Expr };
  readonly index: Expr;
  /** The length check is done by the place itself: never for many-item and C pointers. */
  readonly checked: boolean;
}
/** `o.?` as a place; traps when null. */
export interface OptionalPayloadPlace extends NodeBase {
  readonly kind: 'optionalPayload';
  readonly base: Place;
  /** False where the payload is known to be there (a pointer capture of an `if`). */
  readonly checked: boolean;
}
export interface ErrorPayloadPlace extends NodeBase {
  readonly kind: 'errorPayload';
  readonly base: Place;
}
/** A value that has no storage of its own, put into a temporary so that it can be a place. */
export interface TemporaryPlace extends NodeBase {
  readonly kind: 'temporary';
  readonly init: Expr;
}
export interface TodoPlace extends NodeBase {
  readonly kind: 'todoPlace';
  readonly reason: string;
}
