/**
 * `npm run bench [-- files or directories]`: lines and bytes per second of each stage, over Zig's standard library unless told otherwise.
 *
 * Reading text is measured over all files; the bare tree-sitter parse is the yardstick for our text → AST. The stages after it are
 * measured over a sample of roots, since each root brings along what it refers to: their rates count the lines of the roots alone.
 * A stage runs once to warm up and then `ROUNDS` times; the fastest round counts, since whatever disturbs only makes it slower.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import Parser from 'tree-sitter';
import { analyseProgram } from '../src/parse/sema/analyse.js';
import { parseSource } from '../src/parse/syntax/parse.js';
import { fileSystemHost } from '../src/project/source-host.js';
import { transpileProject } from '../src/project/transpile.js';
import { findZigLib } from '../src/project/zig-lib.js';

const ROUNDS = 3;

/** Files of the library that are programs of their own: algorithms and containers with tests. */
const SAMPLE = [
  'ascii.zig',
  'sort.zig',
  'unicode.zig',
  'array_list.zig',
  'hash_map.zig',
  'bit_set.zig',
  'base64.zig',
  'enums.zig',
];

interface Text {
  readonly path: string;
  readonly text: string;
}

interface Stage {
  readonly name: string;
  /** Over which of the files it runs. */
  readonly over: 'all' | 'sample';
  readonly run: (source: Text) => void;
}

function stages(zigLibDir: string): readonly Stage[] {
  const host = fileSystemHost();
  return [
    bareTreeSitter(),
    { name: 'text → AST', over: 'all', run: ({ path, text }) => parseSource(path, text) },
    { name: 'text → typed IR', over: 'sample', run: ({ path }) => analyseProgram(host, path, { zigLibDir }) },
    { name: 'text → crate', over: 'sample', run: ({ path }) => transpileProject(path, { zigLibDir }, host) },
  ];
}

function bareTreeSitter(): Stage {
  const parser = new Parser();
  parser.setLanguage(createRequire(import.meta.url)('tree-sitter-zig'));
  // The binding copies the text through a buffer of this size, and fails on longer ones.
  const run = ({ text }: Text) => parser.parse(text, undefined, { bufferSize: 2 * text.length + 1024 });
  return { name: 'bare tree-sitter', over: 'all', run };
}

function readTexts(paths: readonly string[]): readonly Text[] {
  const files = paths.flatMap((path) =>
    statSync(path).isDirectory() ? globSync('**/*.zig', { cwd: path, absolute: true }) : [resolve(path)],
  );
  return files.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

interface Measured {
  readonly seconds: number;
  /** The files that the stage got through. */
  readonly done: readonly Text[];
}

function fastestRound(stage: Stage, texts: readonly Text[]): Measured {
  // The first round also finds the files on which an unfinished stage gives up.
  const done = texts.filter((text) => succeeds(() => stage.run(text)));
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const begin = performance.now();
    for (const text of done) stage.run(text);
    fastest = Math.min(fastest, performance.now() - begin);
  }
  return { seconds: fastest / 1000, done };
}

function succeeds(run: () => void): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}

function renderRow(
  stage: Stage,
  { seconds, done }: Measured,
  texts: readonly Text[],
  yardstick: number | undefined,
): string {
  const lines = done.reduce((sum, { text }) => sum + text.split('\n').length, 0);
  const bytes = done.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return [
    stage.name.padEnd(18),
    `${done.length}/${texts.length} files`.padStart(14),
    `${lines.toLocaleString('en')} lines`.padStart(15),
    `${seconds.toFixed(2)} s`.padStart(9),
    `${Math.round(lines / seconds).toLocaleString('en')} lines/s`.padStart(17),
    `${(bytes / seconds / 1e6).toFixed(2)} MB/s`.padStart(10),
    yardstick === undefined ? '' : `${(seconds / yardstick).toFixed(2)} x bare tree-sitter`,
  ].join('  ');
}

function main(): void {
  const zigLibDir = findZigLib(undefined);
  if (zigLibDir === undefined) throw new Error("Zig's library was not found");
  const named = process.argv.slice(2);
  const all = readTexts(named.length === 0 ? [join(zigLibDir, 'std')] : named);
  const sample =
    named.length === 0
      ? all.filter(({ path }) => path === join(zigLibDir, 'std', basename(path)) && SAMPLE.includes(basename(path)))
      : all;
  console.log(`best of ${ROUNDS} rounds`);
  let yardstick: number | undefined;
  for (const stage of stages(zigLibDir)) {
    const texts = stage.over === 'all' ? all : sample;
    const measured = fastestRound(stage, texts);
    yardstick ??= measured.seconds;
    console.log(renderRow(stage, measured, texts, stage.over === 'all' ? yardstick : undefined));
  }
}

main();
