/** What a run need not do again, and what it must. */
import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cachedZigSide, openState } from '../../src/project/verify/cache.js';
import type { CaseReport, ZigSide } from '../../src/project/verify/case.js';
import { findCases } from '../../src/project/verify/corpus.js';
import { directoryWith } from '../support/cli.js';

function countingZig(): { readonly zig: ZigSide; readonly asked: string[] } {
  const asked: string[] = [];
  const zig: ZigSide = {
    tests: (file) => {
      asked.push(file);
      return Promise.resolve({ kind: 'tests', tests: new Map([['a.test.x', { status: 'pass', assertions: 2 }]]) });
    },
    program: () => Promise.resolve({ kind: 'rejected', message: 'no main' }),
  };
  return { zig, asked };
}

test('Zig is asked once, and again when a file beside the root changes', async () => {
  const directory = directoryWith({ 'a.zig': '', 'b.zig': '' });
  const work = directoryWith({});
  const { zig, asked } = countingZig();
  const file = join(directory, 'a.zig');
  const first = await cachedZigSide(zig, work, '').tests(file);
  const second = await cachedZigSide(zig, work, '').tests(file);
  expect(second).toEqual(first);
  expect(asked).toHaveLength(1);
  writeFileSync(join(directory, 'b.zig'), 'changed');
  await cachedZigSide(zig, work, '').tests(file);
  expect(asked).toHaveLength(2);
  await cachedZigSide(zig, work, '-lc').tests(file);
  expect(asked).toHaveLength(3);
});

function report(file: string): CaseReport {
  const nothing = { reasons: [], tests: [], markers: [], warnings: [], hasProgram: false };
  return { file, rung: 'equal', zigTests: 1, functions: 1, marked: 0, unsafeSites: 0, milliseconds: 1, ...nothing };
}

test('finished cases are found again, unless their file, or zig2rust, changed', () => {
  const directory = directoryWith({ 'a.zig': '' });
  const work = directoryWith({});
  const one = { file: join(directory, 'a.zig'), name: 'a.zig' };
  openState(work, 'fingerprint', false).add(one, report('a.zig'));
  expect(openState(work, 'fingerprint', false).find(one)).toEqual(report('a.zig'));
  expect(openState(work, 'another one', false).find(one)).toBeUndefined();
  writeFileSync(one.file, 'const changed = 1;');
  expect(openState(work, 'fingerprint', false).find(one)).toBeUndefined();
});

test('a line that was cut off by the end of a run is ignored', () => {
  const directory = directoryWith({ 'a.zig': '' });
  const work = directoryWith({});
  const one = { file: join(directory, 'a.zig'), name: 'a.zig' };
  openState(work, 'fingerprint', false).add(one, report('a.zig'));
  const [file] = readdirSync(work);
  appendFileSync(join(work, file ?? ''), '{"key": "b.zig", "rep');
  expect(openState(work, 'fingerprint', false).find(one)).toEqual(report('a.zig'));
});

test('--fresh forgets them', () => {
  const directory = directoryWith({ 'a.zig': '' });
  const work = directoryWith({});
  const one = { file: join(directory, 'a.zig'), name: 'a.zig' };
  openState(work, 'fingerprint', false).add(one, report('a.zig'));
  expect(openState(work, 'fingerprint', true).find(one)).toBeUndefined();
});

test('a directory of files gives each of them, a directory of projects the root of each', () => {
  const files = directoryWith({ 'b.zig': '', 'a.zig': '', 'a/helper.zig': '', 'build.zig': '' });
  expect(findCases(files).map((one) => one.name)).toEqual(['a.zig', 'b.zig']);
  const projects = directoryWith({ 'one/main.zig': '', 'one/x.zig': '', 'two/src/root.zig': '', 'notes/a.md': '' });
  expect(findCases(projects).map((one) => one.name)).toEqual(['one/main.zig', 'two/src/root.zig']);
});
