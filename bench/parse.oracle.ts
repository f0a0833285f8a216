/**
 * `npx tsx bench/parse.oracle.ts DIR...`: compares our trees with those of Zig's own parser, for every Zig file below each directory, and
 * checks that the tree owns every token. Prints a line per directory, and the files that differ.
 */
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { parseSource } from '../src/parse/syntax/parse.js';
import { type Comparison, compareFiles } from '../test/syntax/compare.js';
import { firstDifference, tokenTexts } from '../test/syntax/token-match.js';
import { unparse } from '../test/syntax/unparse.js';

/** What of a file's tokens the tree does not own; files with faults have stretches that are no nodes. */
function unownedTokens(path: string): string | undefined {
  const file = parseSource(path, readFileSync(path, 'utf8'));
  return file.faults.length > 0 ? undefined : firstDifference(unparse(file), tokenTexts(file));
}

function report(directory: string): void {
  const paths = globSync('**/*.zig', { cwd: directory, absolute: true }).sort();
  const results = compareFiles(paths);
  const sum = (count: (result: Comparison) => number): string =>
    results.reduce((total, result) => total + count(result), 0).toLocaleString('en');
  const refused = results.filter(({ errors }) => errors > 0);
  const refusedByUs = refused.filter(({ faults }) => faults > 0);
  const different = results.filter((result) => result.differences.length > 0);
  const unowned = paths.map((path) => [path, unownedTokens(path)]).filter(([, difference]) => difference !== undefined);
  console.log(
    `${directory}: ${paths.length} files, ${sum(({ nodes }) => nodes)} nodes, ${sum(({ tokens }) => tokens)} tokens`,
  );
  console.log(`  Zig 0.16 refuses ${refused.length}: we, told that version, refuse ${refusedByUs.length} of them`);
  console.log(`  different: ${different.length}; with tokens that no node owns: ${unowned.length}`);
  for (const { path, differences } of different) console.log(`    different: ${path}: ${differences[0]}`);
  for (const [path, difference] of unowned) console.log(`    unowned: ${path}: ${difference}`);
}

for (const directory of process.argv.slice(2)) report(directory);
