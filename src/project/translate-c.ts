/** C headers as Zig declarations, by the Zig compiler's own `translate-c`. The only place where a header is read. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CImport, CTranslation } from '../parse/sema/c-import.js';
import { toolPath } from './toolchain.js';

const memo = new Map<string, CTranslation>();

/**
 * Translates the headers of a `@cImport`, looked for in `includeDirs`, then beside the importing file, then where the C compiler
 * looks. A failure gives the compiler's first error line as the reason.
 */
export function translateC(request: CImport, includeDirs: readonly string[]): CTranslation {
  const zig = toolPath('zig');
  if (zig === undefined) return { reason: 'no Zig compiler is at hand to read C headers' };
  const text = request.lines.join('\n');
  const directories = [...includeDirs, dirname(request.importedBy)];
  const key = [text, ...directories].join('\0');
  let found = memo.get(key);
  if (found === undefined) {
    found = run(zig, `${text}\n`, directories);
    memo.set(key, found);
  }
  return found;
}

function run(zig: string, text: string, directories: readonly string[]): CTranslation {
  const directory = mkdtempSync(join(tmpdir(), 'zig2rust-c-'));
  const header = join(directory, 'cimport.h');
  try {
    writeFileSync(header, text);
    const args = ['translate-c', header, '-lc', ...directories.flatMap((one) => ['-I', one])];
    return {
      text: execFileSync(zig, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 }),
    };
  } catch (error) {
    return { reason: firstError(error) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function firstError(error: unknown): string {
  const stderr =
    error !== null && typeof error === 'object' && 'stderr' in error ? String(error.stderr) : String(error);
  const lines = stderr.split('\n');
  const line =
    lines.find((one) => one.includes('not found')) ?? lines.find((one) => one.includes('error:')) ?? lines[0] ?? '';
  return line.replace(/^.*error:\s*/, '').trim();
}
