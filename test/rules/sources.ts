/** Sources for tests of the rules: std as installed, or files given as text. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleSources } from '../../src/lower/rules/resolve.js';
import type { SourceFile } from '../../src/parse/syntax/ast.js';
import { parseSource } from '../../src/parse/syntax/parse.js';
import { findZigLib } from '../../src/project/zig-lib.js';

const parsed = new Map<string, SourceFile>();

/** Zig's library, parsed on demand and once. */
export function stdSources(): RuleSources {
  const library = findZigLib(undefined);
  if (library === undefined) throw new Error('there is no Zig library to test against');
  return sourcesIn(library);
}

/** The library in a directory. */
export function sourcesIn(library: string): RuleSources {
  return { source: parsedFile, isReached: () => true, modules: new Map([['std', join(library, 'std', 'std.zig')]]) };
}

function parsedFile(path: string): SourceFile | undefined {
  const known = parsed.get(path);
  if (known !== undefined || !existsSync(path)) return known;
  const file = parseSource(path, readFileSync(path, 'utf8'));
  parsed.set(path, file);
  return file;
}

/** Files by path; each directory is a module whose root file has its name. */
export function sourcesOf(files: Readonly<Record<string, string>>): RuleSources {
  const modules = new Map(
    Object.keys(files)
      .map((path) => [path.split('/')[0] ?? '', path] as const)
      .reverse(),
  );
  return {
    source: (path) => (files[path] === undefined ? undefined : parseSource(path, files[path])),
    isReached: () => true,
    modules,
  };
}
