/** From directories and files to the root files that a conformance run takes as cases. */
import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { findRoot } from '../roots.js';

export interface Case {
  /** Absolute path of the root file. */
  readonly file: string;
  /** How reports and ratchets call it: its path from the directory that was named. */
  readonly name: string;
}

/**
 * The cases of a path. A file is one. In a directory each Zig file of its own is one; a directory that has none of its own holds
 * projects, one per subdirectory. Symbolic links to directories are not followed, so that cycles end.
 */
export function findCases(path: string): readonly Case[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory() !== true) return [{ file: resolve(path), name: basename(path) }];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const own = entries.filter(
    (entry) => !entry.isDirectory() && entry.name.endsWith('.zig') && entry.name !== 'build.zig',
  );
  if (own.length > 0) return own.map((entry) => ({ file: resolve(path, entry.name), name: entry.name }));
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const choice = findRoot(join(path, entry.name));
      return 'fault' in choice ? [] : [{ file: choice.rootFile, name: relative(resolve(path), choice.rootFile) }];
    });
}
