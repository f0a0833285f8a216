/** Writing a crate: nothing foreign is overwritten, nothing is written outside, and nothing is left half-written. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MANIFEST, planCrate, type WriteOutcome, writeCrate } from '../../src/project/output.js';
import { directoryWith } from '../support/cli.js';

const crate = new Map([
  ['Cargo.toml', '[package]\n'],
  ['src/main.rs', 'fn main() {}\n'],
]);
const careful = { force: false };
const reasons = (outcome: WriteOutcome) => (outcome.kind === 'refused' ? outcome.conflicts : []);

test('a new directory gets the files and the manifest, and no other file', () => {
  const out = join(directoryWith({}), 'deep', 'out');
  expect(writeCrate(out, crate, careful)).toEqual({ kind: 'written', written: 2, unchanged: 0, removed: 0 });
  expect(readdirSync(out).sort()).toEqual([MANIFEST, 'Cargo.toml', 'src']);
  expect(readdirSync(join(out, 'src'))).toEqual(['main.rs']);
  expect(readFileSync(join(out, 'src/main.rs'), 'utf8')).toBe('fn main() {}\n');
});

test('a second run changes what changed, and removes what is gone', () => {
  const out = directoryWith({});
  writeCrate(out, new Map([...crate, ['src/old.rs', '']]), careful);
  const next = new Map([...crate, ['src/main.rs', 'fn main() { run() }\n']]);
  expect(writeCrate(out, next, careful)).toEqual({ kind: 'written', written: 1, unchanged: 1, removed: 1 });
  expect(existsSync(join(out, 'src/old.rs'))).toBe(false);
});

test('files of others beside the crate are left alone', () => {
  const out = directoryWith({ 'notes.txt': 'mine', 'src/other.rs': 'mine too' });
  expect(writeCrate(out, crate, careful).kind).toBe('written');
  expect(readFileSync(join(out, 'notes.txt'), 'utf8')).toBe('mine');
  expect(readFileSync(join(out, 'src/other.rs'), 'utf8')).toBe('mine too');
});

describe('refused, with nothing touched', () => {
  test('a file that zig2rust did not write', () => {
    const out = directoryWith({ 'src/main.rs': 'mine' });
    expect(reasons(writeCrate(out, crate, careful))).toEqual([
      { path: 'src/main.rs', reason: 'it exists and was not written by zig2rust' },
    ]);
    expect(readFileSync(join(out, 'src/main.rs'), 'utf8')).toBe('mine');
    expect(readdirSync(out)).toEqual(['src']);
  });

  test('a file that was edited since', () => {
    const out = directoryWith({});
    writeCrate(out, crate, careful);
    writeFileSync(join(out, 'src/main.rs'), 'edited');
    const outcome = writeCrate(out, new Map([...crate, ['Cargo.toml', 'new']]), careful);
    expect(reasons(outcome)).toEqual([{ path: 'src/main.rs', reason: 'it was edited after zig2rust wrote it' }]);
    expect(readFileSync(join(out, 'Cargo.toml'), 'utf8')).toBe('[package]\n');
  });

  test('an output that is a file', () => {
    const directory = directoryWith({ out: 'a file' });
    expect(reasons(writeCrate(join(directory, 'out'), crate, careful))[0]?.reason).toBe('it is not a directory');
    expect(reasons(writeCrate(join(directory, 'out', 'crate'), crate, careful))[0]?.reason).toContain(
      'is not a directory',
    );
  });

  test('a path that leads outside, even with --force', () => {
    const out = directoryWith({});
    for (const path of ['../escaped.rs', '/tmp/escaped.rs', 'src/../../escaped.rs']) {
      expect(reasons(writeCrate(out, new Map([[path, 'x']]), { force: true }))[0]?.reason).toContain('outside');
    }
    expect(readdirSync(out)).toEqual([]);
  });

  test('a path through a link to another directory', () => {
    const elsewhere = directoryWith({});
    const out = directoryWith({});
    symlinkSync(elsewhere, join(out, 'src'));
    expect(reasons(writeCrate(out, crate, { force: true }))[0]?.reason).toContain('outside');
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test('a directory in the place of a file', () => {
    const out = directoryWith({});
    mkdirSync(join(out, 'Cargo.toml'));
    expect(reasons(writeCrate(out, crate, { force: true }))[0]?.reason).toBe('there is a directory of that name');
  });
});

test('--force overwrites foreign files', () => {
  const out = directoryWith({ 'src/main.rs': 'mine' });
  expect(writeCrate(out, crate, { force: true }).kind).toBe('written');
  expect(readFileSync(join(out, 'src/main.rs'), 'utf8')).toBe('fn main() {}\n');
});

test('a manifest that names files outside removes nothing there', () => {
  const directory = directoryWith({ 'victim.txt': 'precious', 'out/x': '' });
  const hash = createHash('sha256').update('precious').digest('hex');
  const manifest = { version: 1, files: { '../victim.txt': [hash] } };
  writeFileSync(join(directory, 'out', MANIFEST), JSON.stringify(manifest));
  writeCrate(join(directory, 'out'), crate, careful);
  expect(readFileSync(join(directory, 'victim.txt'), 'utf8')).toBe('precious');
});

test('a run that died between two renames leaves nothing that looks foreign', () => {
  const out = directoryWith({});
  writeCrate(out, crate, careful);
  const next = new Map([...crate, ['src/main.rs', 'fn main() { next() }\n']]);
  const plan = planCrate(out, next, careful);
  if (plan.kind !== 'planned') throw new Error('the plan was refused');
  // As such a run leaves it: the manifest announces the new text, the old one still stands.
  writeFileSync(join(out, MANIFEST), plan.announcement);
  expect(writeCrate(out, next, careful)).toMatchObject({ kind: 'written', written: 1 });
});

test('a write that fails half-way leaves nothing behind', () => {
  const out = directoryWith({});
  // The name is legal, but not with the ending of a temporary file.
  const files = new Map([...crate, [`src/${'a'.repeat(250)}.rs`, '']]);
  expect(() => writeCrate(out, files, careful)).toThrow(/ENAMETOOLONG/);
  expect(readdirSync(out, { recursive: true })).toEqual(['src']);
});
