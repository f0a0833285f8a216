/** Versions of the Zig language. Patch releases do not change the language, so a version here is its first two numbers. */

export interface ZigVersion {
  readonly major: number;
  readonly minor: number;
}

const WRITTEN = /^(\d+)\.(\d+)(?:\.\d+)?$/;

/** Reads `0.14` or `0.14.1`; undefined where the text is no version. */
export function parseZigVersion(text: string): ZigVersion | undefined {
  const parts = WRITTEN.exec(text);
  return parts === null ? undefined : { major: Number(parts[1]), minor: Number(parts[2]) };
}

/** True where `version` is `least` or later. */
export function isAtLeast(version: ZigVersion, least: ZigVersion): boolean {
  return version.major === least.major ? version.minor >= least.minor : version.major > least.major;
}

export function showZigVersion({ major, minor }: ZigVersion): string {
  return `${major}.${minor}`;
}
