/**
 * Alternatives of rules for other versions of std than the installed one: `older.json` says which versions declare them so. The file is
 * written by this test (`-u`) from the libraries themselves, and compared with those that are there.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRules } from '../../src/lower/rules/builtin-rules.js';
import { mismatchIn } from '../../src/lower/rules/declared.js';
import { createResolver } from '../../src/lower/rules/resolve.js';
import { readRuleFiles } from '../../src/project/rule-files.js';
import { howToGet, OLDER_VERSIONS, olderZigs } from '../support/older-zig.js';
import { sourcesIn, stdSources } from './sources.js';

const FILE = new URL('./older.json', import.meta.url);
const signatures = readRules(readRuleFiles([])).all.flatMap((rule) => rule.signatures);

/** Of releases between those whose libraries npm has (0.12, 0.13, 0.14.0, 0.15): nobody has checked them. */
const UNCHECKED: readonly string[] = [
  'std.ArrayHashMap(K, V, C, S).pop(self: *Self) ?KV',
  'std.HashMap(K, V, C, L).FieldIterator(T)',
  'std.HashMap(K, V, C, L).FieldIterator(T).next(self: *@This()) ?*T',
];

function declaredIn(resolver: ReturnType<typeof createResolver>): ReadonlySet<string> {
  return new Set(signatures.filter((one) => mismatchIn(resolver, one) === undefined).map((one) => one.text));
}

function recorded(): Readonly<Record<string, readonly string[]>> {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string[]>;
}

describe('alternatives for other versions of std', () => {
  const installed = declaredIn(createResolver(stdSources()));
  const others = [...new Set(signatures.map((one) => one.text).filter((text) => !installed.has(text)))].sort();
  const libraries = olderZigs().map(({ version, library }) => ({
    version,
    declared: declaredIn(createResolver(sourcesIn(library))),
  }));

  it.runIf(libraries.length === OLDER_VERSIONS.length)('are recorded', async () => {
    const versions = others
      .filter((text) => !UNCHECKED.includes(text))
      .map((text) => [text, libraries.filter((one) => one.declared.has(text)).map((one) => one.version)]);
    await expect(`${JSON.stringify(Object.fromEntries(versions), null, 2)}\n`).toMatchFileSnapshot('./older.json');
  });

  it('are each of some version', () => {
    const known = recorded();
    expect(others.filter((text) => (known[text] ?? []).length === 0)).toEqual(UNCHECKED);
    expect(Object.keys(known).filter((text) => !others.includes(text))).toEqual([]);
  });

  for (const version of OLDER_VERSIONS) {
    const library = libraries.find((one) => one.version === version);
    it.skipIf(library === undefined)(`are those of ${version} (${howToGet(version)})`, () => {
      const known = recorded();
      const expected = others.filter((text) => known[text]?.includes(version));
      expect(others.filter((text) => library?.declared.has(text))).toEqual(expected);
    });
  }
});
