/** What a transpilation gives: the crate's text and everything a person or a script wants to know about it. */
import type { ReportedDiagnostic } from '../diagnostics.js';

/** A position in a Zig file, lines and columns from 1. */
export interface ZigPosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One `unsafe` in the crate, for audit: where it stands, why, and which Zig text it comes from. */
export interface UnsafeSite {
  readonly file: string;
  readonly line: number;
  readonly cause: string;
  readonly zig: ZigPosition;
}

/** A place that became a `todo!`: the Zig position, the function it makes incomplete, and why. */
export interface Marker extends ZigPosition {
  readonly function: string;
  readonly reason: string;
}

/** A `test` block and the `#[test]` it became. */
export interface PortedTest {
  /** Fully qualified, as Zig's test runner prints it: `main.test.adds`, `list.Node.test.links`. */
  readonly zig: string;
  /** Path of the function as Rust's test runner prints it: `tests::adds`, `list::tests::links`. */
  readonly rust: string;
  /** Assertions of this test that ran in the interpreter while porting; they are not in the Rust. */
  readonly assertionsAtComptime: number;
}

export interface Counts {
  readonly functions: number;
  /** Functions with at least one marker. */
  readonly marked: number;
  readonly tests: number;
  readonly todos: number;
  /** Expressions whose type stayed unknown. */
  readonly unknownExpressions: number;
  /** Lines of Zig read from the project (without the library). */
  readonly lines: number;
  /** Assertions that ran in the interpreter while porting. */
  readonly assertionsAtComptime: number;
}

export interface TranspileResult {
  /** Path within the crate to text: `Cargo.toml`, `src/main.rs`, … */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly ReportedDiagnostic[];
  readonly unsafeSites: readonly UnsafeSite[];
  readonly markers: readonly Marker[];
  readonly tests: readonly PortedTest[];
  readonly counts: Counts;
  /** True where the root has `main`: the crate is `src/main.rs`. */
  readonly isBinary: boolean;
}

export const NO_COUNTS: Counts = {
  functions: 0,
  marked: 0,
  tests: 0,
  todos: 0,
  unknownExpressions: 0,
  lines: 0,
  assertionsAtComptime: 0,
};
