/**
 * `npx tsx bench/parse.ts`: what text → AST costs, step by step, over Zig's standard library, and the peak memory of its largest file.
 *
 * Each step runs over all files; the fastest of some rounds counts. Processor time is measured, so that a busy machine changes little. The memory is that of a fresh process that parses one file.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import Parser from 'tree-sitter';
import { parseSource, type TokenSource } from '../src/parse/syntax/parse.js';
import { tokenize } from '../src/parse/syntax/tokenize.js';
import { readTree } from '../src/parse/tree-sitter.js';
import { findZigLib } from '../src/project/zig-lib.js';

const ROUNDS = 3;

/** Node frees native trees only between turns of the event loop: without a pause a round would keep those of all files. */
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function fastest(run: (text: string) => unknown, texts: readonly string[]): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    let elapsed = 0;
    for (const text of texts) {
      const begin = process.cpuUsage();
      run(text);
      const { user, system } = process.cpuUsage(begin);
      elapsed += user + system;
      await pause();
    }
    best = Math.min(best, elapsed);
  }
  return best / 1e6;
}

async function measureSteps(texts: readonly string[]): Promise<void> {
  const bare = new Parser();
  bare.setLanguage(createRequire(import.meta.url)('tree-sitter-zig'));
  const steps: Readonly<Record<string, (text: string) => unknown>> = {
    'bare tree-sitter parse': (text) => bare.parse(text, undefined, { bufferSize: text.length + 1 }),
    'with the leaves collected': (text) => readTree(text, 0),
    'text → AST': (text) => parseSource('std.zig', text),
    'tokenizer alone': (text) => tokenize(text, undefined),
    'text → AST, tokenizer alone': (text) => parseSource('std.zig', text, 'tokenizer'),
  };
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  console.log(`${texts.length} files, ${(bytes / 1e6).toFixed(1)} MB, processor time, best of ${ROUNDS} rounds`);
  let yardstick: number | undefined;
  for (const [name, run] of Object.entries(steps)) {
    const seconds = await fastest(run, texts);
    yardstick ??= seconds;
    const ratio = (seconds / yardstick).toFixed(2);
    const speed = (bytes / seconds / 1e6).toFixed(1);
    console.log(
      `${name.padEnd(30)} ${seconds.toFixed(2).padStart(6)} s ${speed.padStart(7)} MB/s ${ratio.padStart(6)} x bare`,
    );
  }
}

/** Parses one file and says what the process has needed at most. */
function measureMemory(path: string, tokenSource: TokenSource): void {
  const text = readFileSync(path, 'utf8');
  const before = process.resourceUsage().maxRSS;
  const file = parseSource(path, text, tokenSource);
  const after = process.resourceUsage().maxRSS;
  const [base, peak] = [before, after].map((kilobytes) => Math.round(kilobytes / 1024));
  console.log(`${tokenSource}: ${file.tokens.length} tokens; peak ${peak} MB (${base} MB before parsing)`);
}

const SELF = fileURLToPath(import.meta.url);

async function main(): Promise<void> {
  const [mode, path, tokenSource] = process.argv.slice(2);
  if (mode === '--memory' && path !== undefined) {
    measureMemory(path, tokenSource === 'tokenizer' ? 'tokenizer' : 'grammar');
    return;
  }
  const library = findZigLib(undefined);
  if (library === undefined) throw new Error("Zig's library was not found");
  const paths = globSync('**/*.zig', { cwd: join(library, 'std'), absolute: true });
  // Memory first: a child inherits the peak that its parent had when it was forked.
  const largest = paths.reduce((one, other) => (statSync(other).size > statSync(one).size ? other : one));
  console.log(`largest file: ${largest.slice(library.length + 1)}, ${statSync(largest).size} bytes`);
  for (const source of ['grammar', 'tokenizer']) {
    const command = [...process.execArgv, SELF, '--memory', largest, source];
    console.log(execFileSync(process.execPath, command, { encoding: 'utf8' }).trim());
  }
  await measureSteps(paths.map((path) => readFileSync(path, 'utf8')));
}

await main();
