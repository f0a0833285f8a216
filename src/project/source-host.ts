/**
 * Reading sources. The stages see files only through a `SourceHost`: synchronous and memoised, so that a file has one text for
 * the whole run. A file that cannot be used gives no text, and `problem` says why.
 */
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { normalize } from 'node:path';

export type SourceProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-utf8'; readonly offset: number }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads project and library sources, synchronously and memoised. */
export interface SourceHost {
  /** The text of a file; undefined where there is no such file, or none that is UTF-8 text. */
  read(path: string): string | undefined;
  /** The bytes of a file, for `@embedFile`. */
  readBytes(path: string): Uint8Array | undefined;
  /** Why `read` gives no text; undefined where it gives one. */
  problem(path: string): SourceProblem | undefined;
}

type Loaded = { readonly bytes: Uint8Array } | { readonly problem: SourceProblem };
type Load = (path: string) => Loaded;
type Decoded = { readonly text: string } | { readonly problem: SourceProblem };

/** Sources from the file system. */
export function fileSystemHost(): SourceHost {
  return memoised(loadFromFileSystem);
}

/** Sources from given texts (path to text), and from `fallback` for every other path. */
export function memoryHost(texts: ReadonlyMap<string, string>, fallback?: SourceHost): SourceHost {
  const byPath = new Map([...texts].map(([path, text]) => [normalize(path), new TextEncoder().encode(text)]));
  const own = memoised((path) => {
    const bytes = byPath.get(path);
    return bytes === undefined ? { problem: { kind: 'missing' } } : { bytes };
  });
  const hostOf = (path: string) => (fallback === undefined || byPath.has(normalize(path)) ? own : fallback);
  return {
    read: (path) => hostOf(path).read(path),
    readBytes: (path) => hostOf(path).readBytes(path),
    problem: (path) => hostOf(path).problem(path),
  };
}

function memoised(load: Load): SourceHost {
  const loaded = new Map<string, Loaded>();
  const decoded = new Map<string, Decoded>();
  const bytesOf = (path: string) => remember(loaded, normalize(path), load);
  const textOf = (path: string) => remember(decoded, normalize(path), () => decode(bytesOf(path)));
  return {
    read(path) {
      const result = textOf(path);
      return 'text' in result ? result.text : undefined;
    },
    readBytes(path) {
      const result = bytesOf(path);
      return 'bytes' in result ? result.bytes : undefined;
    },
    problem(path) {
      const result = textOf(path);
      return 'problem' in result ? result.problem : undefined;
    },
  };
}

function remember<Value>(cache: Map<string, Value>, key: string, make: (key: string) => Value): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  cache.set(key, made);
  return made;
}

function loadFromFileSystem(path: string): Loaded {
  try {
    return { bytes: readFileSync(path) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT' || code === 'ENOTDIR') return { problem: { kind: 'missing' } };
    return { problem: { kind: 'unreadable', reason: READ_FAILURES[code] ?? code } };
  }
}

const READ_FAILURES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EISDIR: 'it is a directory',
  ELOOP: 'its symbolic links form a cycle',
  ENAMETOOLONG: 'the name is too long',
};

function decode(loaded: Loaded): Decoded {
  if ('problem' in loaded) return loaded;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(loaded.bytes) };
  } catch {
    return { problem: { kind: 'not-utf8', offset: firstBadByte(loaded.bytes) } };
  }
}

/** Where the first sequence begins that is no UTF-8. */
function firstBadByte(bytes: Uint8Array): number {
  // Bisection over what a decoder has not refused yet; then back to before a sequence that had begun well.
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodesAsStream(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  while (!isUtf8(bytes.subarray(0, good))) good -= 1;
  return good;
}

function decodesAsStream(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
