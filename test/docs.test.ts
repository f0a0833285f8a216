/** What the documents show is what the program does. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { currentReadme } from '../scripts/readme.js';
import { cli } from './support/cli.js';

const root = new URL('../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');

test('the before and after in README.md are the snapshots (npm run docs)', () => {
  expect(readme).toBe(currentReadme());
});

test('every example named in README.md exists', () => {
  const named = [...readme.matchAll(/examples\/(\w+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(0);
  expect(readdirSync(new URL('examples', root))).toEqual(expect.arrayContaining(named));
});

describe('every option of the command line in README.md exists', () => {
  test.each(['transpile', 'check', 'verify'])('%s', async (command) => {
    const { stdout } = await cli(command, '--help');
    const section = new RegExp(`zig2rust ${command}.*`, 'g');
    const options = (readme.match(section) ?? []).flatMap((line) => line.match(/--[a-z-]+/g) ?? []);
    for (const option of options) expect(stdout).toContain(option);
  });
});
