/** The library's two functions: they find the sources, run the stages, and put diagnostics and positions into words. */
import { basename, dirname, extname, isAbsolute, join, relative, resolve } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import {
  type Diagnostic,
  diagnostic,
  type LineIndex,
  lineIndex,
  positionOf,
  report,
  type Span,
} from '../diagnostics.js';
import { parseZigVersion, type ZigVersion } from '../parse/syntax/zig-version.js';
import type { CrateJudge } from './acceptance/corrections.js';
import { rustcJudge } from './acceptance/rustc-judge.js';
import { type DeepTask, portDeeply } from './deep-stack.js';
import { emptyRootNote, importGraph } from './import-graph.js';
import type { ResolvedOptions, TranspileOptions } from './options.js';
import { type CompiledProject, compileProject } from './pipeline.js';
import { NO_COUNTS, type TranspileResult, type ZigPosition } from './result.js';
import { fileSystemHost, memoryHost, type SourceHost } from './source-host.js';
import { findZigLib } from './zig-lib.js';

/** Ports one Zig text. Its imports of files are looked for beside `path`, which also names it in diagnostics. */
export function transpile(source: string, options: TranspileOptions = {}, path = 'source.zig'): TranspileResult {
  return portAsDeepAsNeeded({ rootFile: resolve(path), source, options });
}

/** Ports a root file with the files that it imports. */
export function transpileProject(rootFile: string, options: TranspileOptions = {}, host?: SourceHost): TranspileResult {
  if (host !== undefined) return run(resolve(rootFile), host, options).result;
  return portAsDeepAsNeeded({ rootFile: resolve(rootFile), source: undefined, options });
}

/** Ports on the stack that there is, and, where that ended an analysis, again on a larger one. */
function portAsDeepAsNeeded(task: DeepTask): TranspileResult {
  const { result, isStackExhausted } = portTask(task);
  // A function cannot be passed to another thread.
  if (!isStackExhausted || !isMainThread || task.options.onRule !== undefined) return result;
  return portDeeply(task) ?? result;
}

/** Ports on the stack that there is. */
export function portOnThisStack(task: DeepTask): TranspileResult {
  return portTask(task).result;
}

function portTask({ rootFile, source, options }: DeepTask): Ported {
  const files = fileSystemHost();
  return run(rootFile, source === undefined ? files : memoryHost(new Map([[rootFile, source]]), files), options);
}

interface Ported {
  readonly result: TranspileResult;
  /** An analysis ended because JavaScript's stack did. */
  readonly isStackExhausted: boolean;
}

function run(rootFile: string, host: SourceHost, options: TranspileOptions): Ported {
  const faulty = (diagnostics: readonly Diagnostic[]): Ported => ({
    result: inWords(failed(diagnostics), host),
    isStackExhausted: false,
  });
  const fault = rootFault(rootFile, host);
  if (fault !== undefined) return faulty([fault]);
  const resolved = resolveOptions(rootFile, options);
  try {
    const graph = importGraph(rootFile, host, resolved.modules, displayPath, resolved.zigLibDir);
    if (graph.diagnostics.length > 0) return faulty(graph.diagnostics);
    if (graph.importsStd !== undefined && resolved.zigLibDir === undefined) {
      return faulty([diagnostic('missing-std', graph.importsStd, {})]);
    }
    const compiled = compileProject({ rootFile, host, options: resolved }, judgeOf(resolved));
    const diagnostics = [...emptyRootNote(rootFile, host, displayPath), ...compiled.diagnostics];
    return { result: inWords({ ...compiled, diagnostics }, host), isStackExhausted: compiled.isStackExhausted };
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { result: failedResult(rootFile, message), isStackExhausted: error instanceof RangeError };
  }
}

function judgeOf({ rustc, edition }: ResolvedOptions): CrateJudge | undefined {
  return rustc === undefined ? undefined : rustcJudge(rustc, edition);
}

/** The result for a root on which zig2rust itself failed. */
export function failedResult(rootFile: string, message: string): TranspileResult {
  const span = { file: rootFile, start: 0, end: 0 };
  return inWords(failed([diagnostic('internal-error', span, { message })]), fileSystemHost());
}

/** Fills in the defaults; relative paths are taken from the working directory. */
export function resolveOptions(rootFile: string, options: TranspileOptions): ResolvedOptions {
  return {
    edition: options.edition ?? '2024',
    zigLibDir: findZigLib(options.zigLibDir),
    includeDirs: (options.includeDirs ?? []).map((directory) => resolve(directory)),
    modules: new Map(Object.entries(options.modules ?? {}).map(([name, path]) => [name, resolve(path)])),
    rulesDirs: (options.rulesDirs ?? []).map((directory) => resolve(directory)),
    target: options.target,
    allocators: options.allocators ?? 'drop',
    zigVersion: statedVersion(options.zigVersion),
    crateName: options.crateName ?? crateNameOf(rootFile),
    rustc: options.rustc,
    onRule: options.onRule,
  };
}

function statedVersion(written: string | undefined): ZigVersion | undefined {
  if (written === undefined) return undefined;
  const version = parseZigVersion(written);
  if (version === undefined) throw new RangeError(`zigVersion: ${written} is no version such as 0.16.0`);
  return version;
}

/** Names that say nothing about a program: the name of the nearest directory above that does is taken instead. */
const NEUTRAL_NAMES: ReadonlySet<string> = new Set(['main', 'root', 'lib', 'index', 'src']);

function crateNameOf(rootFile: string): string {
  let path = rootFile;
  let name = basename(path, extname(path));
  while (NEUTRAL_NAMES.has(name) && dirname(path) !== path) {
    path = dirname(path);
    name = basename(path);
  }
  const cleaned = name.toLowerCase().replace(/[^a-z0-9_]+/g, '_');
  return /^[a-z]/.test(cleaned) ? cleaned : `zig_${cleaned}`;
}

function rootFault(rootFile: string, host: SourceHost): Diagnostic | undefined {
  const problem = host.problem(rootFile);
  if (problem === undefined) return undefined;
  const span = { file: rootFile, start: 0, end: 0 };
  const path = displayPath(rootFile);
  switch (problem.kind) {
    case 'missing':
      return diagnostic('unreadable-file', span, { path, reason: 'there is no such file' });
    case 'unreadable':
      return diagnostic('unreadable-file', span, { path, reason: problem.reason });
    case 'not-utf8':
      return diagnostic('not-utf8', span, { path, offset: problem.offset });
  }
}

function failed(diagnostics: readonly Diagnostic[]): CompiledProject {
  return {
    files: new Map(),
    diagnostics,
    unsafeSites: [],
    markers: [],
    tests: [],
    counts: NO_COUNTS,
    isBinary: false,
    isStackExhausted: false,
    functions: new Map(),
  };
}

/** A path as people want to see it: relative to the working directory where it lies below it. */
export function displayPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere === '' || fromHere.startsWith('..') || isAbsolute(fromHere) ? path : join(fromHere);
}

function inWords(compiled: CompiledProject, host: SourceHost): TranspileResult {
  const indices = new Map<string, LineIndex | undefined>();
  const indexOf = (file: string) => {
    if (!indices.has(file)) {
      const text = host.read(file);
      indices.set(file, text === undefined ? undefined : lineIndex(text));
    }
    return indices.get(file);
  };
  const zigPosition = (span: Span): ZigPosition => {
    const { file, line, column } = positionOf(span, indexOf);
    return { file: displayPath(file), line, column };
  };
  return {
    files: compiled.files,
    diagnostics: compiled.diagnostics.map((one) => withDisplayPaths(report(one, indexOf))),
    unsafeSites: compiled.unsafeSites.map(({ origin, ...site }) => ({ ...site, zig: zigPosition(origin) })),
    markers: compiled.markers.map(({ span, ...marker }) => ({ ...zigPosition(span), ...marker })),
    tests: compiled.tests,
    counts: compiled.counts,
    isBinary: compiled.isBinary,
  };
}

function withDisplayPaths(one: ReturnType<typeof report>): ReturnType<typeof report> {
  return {
    ...one,
    file: displayPath(one.file),
    ...(one.related === undefined
      ? {}
      : { related: one.related.map((related) => ({ ...related, file: displayPath(related.file) })) }),
  };
}
