/**
 * `npm run bench [-- files or directories]`: lines and bytes per second of each stage, over Zig's standard library unless told otherwise.
 *
 * Each stage runs over all files, once to warm up and then `ROUNDS` times; the fastest round counts, since everything that disturbs
 * a measurement only makes it slower. The bare tree-sitter parse is the yardstick for our text → AST.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import Parser from 'tree-sitter';
import { parseSource } from '../src/parse/syntax/parse.js';
import { findZigLib } from '../src/project/zig-lib.js';

const ROUNDS = 3;

interface Text {
  readonly path: string;
  readonly text: string;
}

interface Stage {
  readonly name: string;
  readonly run: (source: Text) => void;
}

const STAGES: readonly Stage[] = [
  bareTreeSitter(),
  { name: 'text → AST', run: ({ path, text }) => parseSource(path, text) },
];

function bareTreeSitter(): Stage {
  const parser = new Parser();
  parser.setLanguage(createRequire(import.meta.url)('tree-sitter-zig'));
  // The binding copies the text through a buffer of this size, and fails on longer ones.
  return {
    name: 'bare tree-sitter',
    run: ({ text }) => parser.parse(text, undefined, { bufferSize: 2 * text.length + 1024 }),
  };
}

function readTexts(paths: readonly string[]): readonly Text[] {
  const files = paths.flatMap((path) =>
    statSync(path).isDirectory() ? globSync('**/*.zig', { cwd: path, absolute: true }) : [resolve(path)],
  );
  return files.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

function fastestRound(stage: Stage, texts: readonly Text[]): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const begin = performance.now();
    for (const text of texts) stage.run(text);
    if (round > 0) fastest = Math.min(fastest, performance.now() - begin);
  }
  return fastest / 1000;
}

function main(): void {
  const std = findZigLib(undefined);
  const paths = process.argv.slice(2);
  if (paths.length === 0 && std === undefined)
    throw new Error("Zig's library was not found: name the files to measure");
  const texts = readTexts(paths.length === 0 ? [join(std ?? '', 'std')] : paths);
  const lines = texts.reduce((sum, { text }) => sum + text.split('\n').length, 0);
  const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  console.log(`${texts.length} files, ${lines} lines, ${(bytes / 1e6).toFixed(1)} MB; best of ${ROUNDS} rounds`);
  let yardstick: number | undefined;
  for (const stage of STAGES) {
    const seconds = fastestRound(stage, texts);
    yardstick ??= seconds;
    console.log(
      [
        stage.name.padEnd(18),
        `${seconds.toFixed(2).padStart(7)} s`,
        `${Math.round(lines / seconds)
          .toLocaleString('en')
          .padStart(12)} lines/s`,
        `${(bytes / seconds / 1e6).toFixed(2).padStart(7)} MB/s`,
        `${(seconds / yardstick).toFixed(2).padStart(6)} x bare tree-sitter`,
      ].join('  '),
    );
  }
}

main();
