/**
 * The files of a project: everything that `@import` reaches from the root file without entering the library. As in Zig, an import
 * counts wherever it is written, also in code that is never analysed; what it names must be there, and below the root's directory.
 */
import { dirname, join, relative } from 'node:path';
import { type Diagnostic, diagnostic, type Span } from '../diagnostics.js';
import type { BuiltinCall } from '../parse/syntax/ast.js';
import { visit } from '../parse/syntax/children.js';
import { decodeString } from '../parse/syntax/literals.js';
import { parsedSource } from './parsed-sources.js';
import type { SourceHost, SourceProblem } from './source-host.js';

/** What is checked of the sources before anything is compiled. */
export interface ImportGraph {
  /** Absolute paths of the Zig files, the root first, in the order in which they are reached. */
  readonly files: readonly string[];
  /** Imports that lead nowhere, or where they must not. */
  readonly diagnostics: readonly Diagnostic[];
  /** The first import of the standard library. */
  readonly importsStd: Span | undefined;
}

/** Modules that every Zig program can import without a file of its own. */
const BUILT_IN_MODULES: ReadonlySet<string> = new Set(['std', 'builtin', 'root']);

/** A note where the root file declares nothing: Zig accepts that, but hardly anybody means it. */
export function emptyRootNote(
  rootFile: string,
  host: SourceHost,
  show: (path: string) => string,
): readonly Diagnostic[] {
  const text = host.read(rootFile);
  if (text === undefined || parsedSource(host, rootFile, text).root.members.length > 0) return [];
  return [diagnostic('empty-file', { file: rootFile, start: 0, end: 0 }, { path: show(rootFile) })];
}

/** Follows the imports of a root file that can be read. */
export function importGraph(
  rootFile: string,
  host: SourceHost,
  modules: ReadonlyMap<string, string>,
  show: (path: string) => string,
  zigLibDir?: string,
): ImportGraph {
  const diagnostics: Diagnostic[] = [];
  let importsStd: Span | undefined;
  // Insertion order is the order of discovery; each file knows the directory that its imports must not leave.
  const roots = new Map([[rootFile, dirname(rootFile)]]);
  for (const [file, root] of roots) {
    for (const found of importsOf(file, host)) {
      if (found.path === 'std') importsStd ??= found.span;
      const target = targetOf(found, file, root, modules, show);
      if (target === undefined) continue;
      if ('fault' in target) {
        diagnostics.push(target.fault);
        continue;
      }
      if (roots.has(target.file)) continue;
      const problem = host.problem(target.file);
      if (problem !== undefined) diagnostics.push(unusable(found, target.file, problem, show));
      else if (target.file.endsWith('.zig') && !isBelow(zigLibDir, target.file)) roots.set(target.file, target.root);
    }
  }
  return { files: [...roots.keys()], diagnostics, importsStd };
}

/** A file of the library as the root imports all of it by path: that is read where it is needed, not checked up front. */
function isBelow(zigLibDir: string | undefined, file: string): boolean {
  return zigLibDir !== undefined && !relative(zigLibDir, file).startsWith('..');
}

interface Import {
  readonly path: string;
  readonly span: Span;
}

function importsOf(file: string, host: SourceHost): readonly Import[] {
  const imports: Import[] = [];
  const text = host.read(file);
  if (text === undefined) return imports;
  visit(parsedSource(host, file, text).root, (node) => {
    if (node.kind !== 'builtinCall' || node.name !== 'import') return;
    const path = literalArgument(node);
    if (path !== undefined) imports.push({ path, span: { file, start: node.start, end: node.end } });
  });
  return imports;
}

/** Zig allows nothing but a string literal here; anything else is for semantic analysis to report. */
function literalArgument(node: BuiltinCall): string | undefined {
  const literal = node.args[0];
  if (literal?.kind !== 'stringLiteral') return undefined;
  const decoded = decodeString(literal);
  return decoded instanceof Uint8Array ? new TextDecoder().decode(decoded) : undefined;
}

type Target = { readonly file: string; readonly root: string } | { readonly fault: Diagnostic } | undefined;

function targetOf(
  found: Import,
  from: string,
  root: string,
  modules: ReadonlyMap<string, string>,
  show: (path: string) => string,
): Target {
  const { path, span } = found;
  if (BUILT_IN_MODULES.has(path)) return undefined;
  const module = modules.get(path);
  if (module !== undefined) return { file: module, root: dirname(module) };
  if (!/\.(?:zig|zon)$/.test(path)) return { fault: diagnostic('missing-import', span, { path }) };
  const file = join(dirname(from), path);
  if (relative(root, file).startsWith('..'))
    return { fault: diagnostic('import-outside-root', span, { path, root: show(root) }) };
  return { file, root };
}

function unusable(found: Import, file: string, problem: SourceProblem, show: (path: string) => string): Diagnostic {
  switch (problem.kind) {
    case 'missing':
      return diagnostic('missing-import', found.span, { path: found.path });
    case 'unreadable':
      return diagnostic('unreadable-file', found.span, { path: show(file), reason: problem.reason });
    case 'not-utf8':
      return diagnostic('not-utf8', found.span, { path: show(file), offset: problem.offset });
  }
}
