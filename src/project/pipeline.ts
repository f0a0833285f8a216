/** The three stages in a row: sources → typed IR → Rust AST → the files of a crate. No IO but through the source host. */
import { type Diagnostic, diagnostic, type Span } from '../diagnostics.js';
import type { ResolvedOptions } from './options.js';
import { type Counts, NO_COUNTS, type PortedTest } from './result.js';
import type { SourceHost } from './source-host.js';

/** A project as the stages get it: the absolute path of the root file and what to read and decide with. */
export interface ProjectInput {
  readonly rootFile: string;
  readonly host: SourceHost;
  readonly options: ResolvedOptions;
}

/** What the stages give back; positions are still spans, diagnostics still data. */
export interface CompiledProject {
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  readonly unsafeSites: readonly {
    readonly file: string;
    readonly line: number;
    readonly cause: string;
    readonly origin: Span;
  }[];
  readonly markers: readonly { readonly span: Span; readonly function: string; readonly reason: string }[];
  readonly tests: readonly PortedTest[];
  readonly counts: Counts;
  readonly isBinary: boolean;
}

/** Compiles a project into the files of a crate. */
export function compileProject(input: ProjectInput): CompiledProject {
  const span = { file: input.rootFile, start: 0, end: 0 };
  return {
    files: new Map(),
    diagnostics: [diagnostic('not-implemented', span, { what: 'this file' })],
    unsafeSites: [],
    markers: [],
    tests: [],
    counts: NO_COUNTS,
    isBinary: false,
  };
}
