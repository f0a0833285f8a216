/** From what a person names, a file or a directory, to the root file of a project. */
import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics.js';

/** Where a project's root file usually lies; the first that exists is it. */
const USUAL_ROOTS = ['main.zig', 'src/main.zig', 'root.zig', 'src/root.zig', 'lib.zig', 'src/lib.zig'];

export type RootChoice = { readonly rootFile: string } | { readonly fault: Diagnostic };

/** The root file of a path: the file itself, or a directory's usual root, or its only Zig file. */
export function findRoot(path: string): RootChoice {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory() !== true) return { rootFile: resolve(path) };
  const named = [...USUAL_ROOTS, `${basename(resolve(path))}.zig`].find((name) => isFile(join(path, name)));
  if (named !== undefined) return { rootFile: resolve(path, named) };
  const candidates = readdirSync(path)
    .filter((name) => name.endsWith('.zig') && name !== 'build.zig' && isFile(join(path, name)))
    .sort();
  const only = candidates[0];
  if (only !== undefined && candidates.length === 1) return { rootFile: resolve(path, only) };
  const span = { file: resolve(path), start: 0, end: 0 };
  return { fault: diagnostic('missing-root-file', span, { path, candidates }) };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
