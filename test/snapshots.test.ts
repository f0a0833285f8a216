import { describe, expect, test } from 'vitest';
import { orphans, portSnapshot, snapshotFiles, snapshotNames, snapshotProblems } from './support/snapshots.js';
import { haveTools } from './support/toolchain.js';

/** The examples of rules are tested by `zig2rust rules test`. */
const isConstruct = (name: string) => !name.startsWith('rules/');

test('every .rs and .json under snapshots/ belongs to a .zig', () => {
  expect(orphans()).toEqual([]);
});

describe.runIf(haveTools('zig', 'rustc', 'cargo', 'rustfmt', 'clippy-driver'))('snapshots', () => {
  test.each(snapshotNames().filter(isConstruct))('%s', async (name) => {
    const result = portSnapshot(name);
    // Before the text, so that `-u` accepts nothing that does not hold.
    expect(await snapshotProblems(name, result)).toEqual([]);
    for (const [path, text] of snapshotFiles(name, result)) await expect(text).toMatchFileSnapshot(path);
  });
});
