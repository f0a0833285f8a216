/** The real rustfmt as the judge of layout. */
import { spawnSync } from 'node:child_process';
import type { Edition } from '../../src/emit/layout/context.js';

/** The version of the installed rustfmt; `undefined` if there is none. */
export const rustfmtVersion: string | undefined = findVersion();

function findVersion(): string | undefined {
  const { status, stdout } = spawnSync('rustfmt', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** Why checks against rustfmt cannot run, or nothing. In CI a missing rustfmt is a failure. */
export function whyNoRustfmt(): string | undefined {
  if (rustfmtVersion !== undefined) return undefined;
  if (process.env.CI === 'true') throw new Error('rustfmt is missing, and CI must check layout');
  return 'rustfmt is not installed: layout is not checked against it';
}

/** The text as rustfmt would have it. */
export function rustfmt(text: string, edition: Edition): string {
  const { status, stdout, stderr } = spawnSync('rustfmt', ['--edition', edition], { input: text, encoding: 'utf8' });
  if (status !== 0) throw new Error(`rustfmt refused the text:\n${stderr}\n${text}`);
  return stdout;
}
