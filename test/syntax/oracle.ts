/** Zig's own parser as an oracle: builds `oracle.zig` once with the real compiler, runs it over files, reads its dump. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolPath } from '../../src/project/toolchain.js';

const SOURCE = fileURLToPath(new URL('./oracle.zig', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/zig2rust-oracle', import.meta.url));

/** What Zig's parser makes of one file; all offsets are byte offsets. */
export interface OracleFile {
  readonly path: string;
  readonly errors: number;
  /** Tag and start of every token, doc comments and the end of the file included. */
  readonly tokens: Uint32Array;
  /** Tag, start, end and start of the main token of every node; none where there are errors. */
  readonly nodes: Uint32Array;
}

export interface OracleResult {
  readonly nodeTags: readonly string[];
  /** Lexemes, or names where the text varies. */
  readonly tokenTags: readonly string[];
  readonly files: readonly OracleFile[];
}

/** The executable, built on first use and kept by the content of its source. */
function oracleExecutable(): string {
  const zig = toolPath('zig');
  if (zig === undefined) throw new Error('the oracle needs the Zig compiler');
  const key = createHash('sha256').update(readFileSync(SOURCE)).digest('hex').slice(0, 16);
  const path = join(CACHE, `oracle-${key}`);
  if (existsSync(path)) return path;
  mkdirSync(CACHE, { recursive: true });
  const building = `${path}.${process.pid}`;
  const caches = ['--cache-dir', join(CACHE, 'zig'), '--global-cache-dir', join(CACHE, 'zig')];
  execFileSync(zig, ['build-exe', '-OReleaseSafe', ...caches, `-femit-bin=${building}`, SOURCE], { stdio: 'pipe' });
  renameSync(building, path);
  return path;
}

/** Runs Zig's parser over the files. */
export function runOracle(paths: readonly string[]): OracleResult {
  const directory = mkdtempSync(join(tmpdir(), 'zig2rust-oracle-'));
  try {
    writeFileSync(join(directory, 'list'), paths.join('\n'));
    execFileSync(oracleExecutable(), [join(directory, 'list'), join(directory, 'dump')]);
    return readDump(readFileSync(join(directory, 'dump')), paths);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function readDump(dump: Buffer, paths: readonly string[]): OracleResult {
  const lineEnd = dump.indexOf(0x0a) + 1;
  const names: { nodes: string[]; tokens: string[] } = JSON.parse(dump.toString('utf8', 0, lineEnd));
  const words = new Uint32Array(dump.buffer.slice(dump.byteOffset + lineEnd, dump.byteOffset + dump.length));
  let at = 0;
  const take = (count: number): Uint32Array => {
    at += count;
    return words.subarray(at - count, at);
  };
  const files = paths.map((path) => {
    const [errors = 0, tokenCount = 0, nodeCount = 0] = take(3);
    return { path, errors, tokens: take(tokenCount * 2), nodes: take(nodeCount * 4) };
  });
  return { nodeTags: names.nodes, tokenTags: names.tokens, files };
}
