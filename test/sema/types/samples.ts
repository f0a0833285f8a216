/** The files of the type oracle. Files of std are copied out of the library with what they import, so that they can be a program's own. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, relative, resolve } from 'node:path';
import { findZigLib } from '../../../src/project/zig-lib.js';

const std = realpathSync(join(findZigLib(undefined) ?? '', 'std'));

/** std's parts that the measurements name, and the examples. */
export const SAMPLES: readonly string[] = [
  ...['mem', 'fmt', 'sort', 'hash_map', 'array_list', 'math', 'ascii', 'unicode', 'meta', 'enums'].map((name) =>
    join(std, `${name}.zig`),
  ),
  ...['calculator', 'word-count'].map((name) => resolve('examples', name, 'main.zig')),
];

/** The root file to ask about: the file itself, or its copy outside of the library. */
export function prepared(path: string): string {
  const root = realpathSync(path);
  if (relative(std, root).startsWith('..')) return root;
  const directory = mkdtempSync(join(tmpdir(), 'zig2rust-std-'));
  const done = new Set<string>();
  const pending = [root];
  for (let from = pending.pop(); from !== undefined; from = pending.pop()) {
    if (done.has(from)) continue;
    done.add(from);
    const copy = join(directory, relative(std, from));
    mkdirSync(dirname(copy), { recursive: true });
    // Tests of the library that are not shipped with it are empty files.
    const text = existsSync(from) ? readFileSync(from, 'utf8') : '';
    const own = withOwnImports(from, text, (imported) => pending.push(imported));
    writeFileSync(copy, own);
  }
  return join(directory, relative(std, root));
}

/** The library itself becomes the module; other files are copied too. */
function withOwnImports(path: string, text: string, reach: (imported: string) => void): string {
  return text.replace(/@import\("([^"]+\.zig)"\)/g, (call, name: string) => {
    const imported = normalize(join(dirname(path), name));
    if (imported === join(std, 'std.zig')) return '@import("std")';
    reach(imported);
    return call;
  });
}
