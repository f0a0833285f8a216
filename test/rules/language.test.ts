/** The catalogue of the language's rules says what is there: files, snapshots, tests. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { languageRules } from '../../src/project/rule-files.js';
import { cli } from '../support/cli.js';
import { snapshotNames } from '../support/snapshots.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rules = languageRules();
const snapshots = snapshotNames().filter((name) => !name.startsWith('rules/'));

/** `file: name` names a test by its file and its title, as it is written there. */
function isThere(reference: string): boolean {
  const [file = '', ...name] = reference.split(': ');
  const path = join(root, file);
  const title = name.join(': ');
  return title !== '' && existsSync(path) && readFileSync(path, 'utf8').replaceAll("\\'", "'").includes(title);
}

test('ids are unique', () => {
  const ids = rules.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.length).toBeGreaterThan(0);
});

describe('every entry names what exists', () => {
  test.each(rules)('$id', ({ lowered, snapshots: shown, pitfall }) => {
    expect(lowered.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(shown.filter((name) => !existsSync(join(root, 'snapshots', `${name}.zig`)))).toEqual([]);
    expect((pitfall?.tests ?? []).filter((reference) => !isThere(reference))).toEqual([]);
  });
});

test('every snapshot of a construct shows a rule', () => {
  const shown = new Set(rules.flatMap((rule) => rule.snapshots));
  expect(snapshots.filter((name) => !shown.has(name))).toEqual([]);
});

test('`rules explain` knows them, `rules list` lists them', async () => {
  const [first] = rules;
  const explained = await cli('rules', 'explain', first?.id ?? '');
  expect(explained.stdout).toContain(first?.rust);
  const { stdout } = await cli('rules', 'list', '--json');
  const listed = JSON.parse(stdout) as readonly { readonly id: string; readonly kind: string }[];
  expect(listed.filter(({ kind }) => kind === 'language').map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
});
