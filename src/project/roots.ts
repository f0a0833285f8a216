/** From what a person names, a file or a directory, to the root file of a project. */
import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics.js';
import { importGraph } from './import-graph.js';
import { fileSystemHost } from './source-host.js';
import { displayPath } from './transpile.js';

/** Where a project's root file usually lies; the first that exists is it. */
const USUAL_ROOTS = ['main.zig', 'src/main.zig', 'root.zig', 'src/root.zig', 'lib.zig', 'src/lib.zig'];

export type RootChoice = { readonly rootFile: string } | { readonly fault: Diagnostic };

/** The root file of a path: the file itself, or a directory's usual root, or the only Zig file that no other one imports. */
export function findRoot(path: string): RootChoice {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory() !== true) return { rootFile: resolve(path) };
  const named = [...USUAL_ROOTS, `${basename(resolve(path))}.zig`].find((name) => isFile(join(path, name)));
  if (named !== undefined) return { rootFile: resolve(path, named) };
  const candidates = readdirSync(path)
    .filter((name) => name.endsWith('.zig') && name !== 'build.zig' && isFile(join(path, name)))
    .sort();
  const unimported = notImported(candidates.map((name) => resolve(path, name)));
  const only = unimported[0];
  if (only !== undefined && unimported.length === 1) return { rootFile: only };
  const span = { file: resolve(path), start: 0, end: 0 };
  return { fault: diagnostic('missing-root-file', span, { path, candidates }) };
}

/** The files that none of the others imports. */
function notImported(files: readonly string[]): readonly string[] {
  const host = fileSystemHost();
  const imported = files.flatMap((file) => importGraph(file, host, new Map(), displayPath).files.slice(1));
  return files.filter((file) => !imported.includes(file));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
