/** Tests that share variables keep Zig's order, whichever of them Rust's test runner is asked for, and in however many threads. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transpileProject } from '../../src/project/transpile.js';
import { runProcess } from '../../src/project/verify/process.js';
import { compileCrate, layOutCrate } from '../../src/project/verify/rust-side.js';
import { fileWith, rustToolchain, WORK_DIR } from '../support/case-tools.js';
import { haveTools } from '../support/toolchain.js';

const TEXT = `
const std = @import("std");
var steps: u32 = 0;
fn step(expected: u32) !void {
    steps += 1;
    try std.testing.expectEqual(expected, steps);
}
test "first" {
    try step(1);
}
test "a second, which fails" {
    try step(7);
}
test "z third" {
    try step(3);
}
test "b fourth" {
    try step(4);
}
`;

describe.runIf(haveTools('rustc', 'cargo'))('in order', () => {
  const tools = rustToolchain('2024');
  let directory = '';
  let binary = '';
  beforeAll(async () => {
    directory = mkdtempSync(join(WORK_DIR, 'order-'));
    const crate = layOutCrate(transpileProject(fileWith(TEXT), {}), join(directory, 'crate'));
    binary = (await compileCrate(crate, 'tests', tools)).binary ?? '';
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  /** The tests that failed, of those that were asked for. */
  async function failed(...args: readonly string[]): Promise<readonly string[]> {
    const log = join(directory, 'log');
    const run = await runProcess(binary, [...args, '--logfile', log], { timeoutMs: tools.timeoutMs, cwd: directory });
    expect(run.timedOut).toBe(false);
    return [...run.stdout.matchAll(/^test (\S+) \.\.\. FAILED$/gm)].map(([, name]) => name ?? '').sort();
  }

  test.each(['1', '2', '8'])('with %s threads', async (threads) => {
    for (let round = 0; round < 5; round++)
      expect(await failed('--test-threads', threads)).toEqual(['tests::a_second_which_fails']);
  });

  test('one by itself: those before it run first, and only it is reported', async () => {
    expect(await failed('--exact', 'tests::b_fourth')).toEqual([]);
    expect(await failed('--exact', 'tests::a_second_which_fails')).toEqual(['tests::a_second_which_fails']);
    expect(await failed('--exact', 'tests::first')).toEqual([]);
  });

  test('some of them', async () => {
    expect(await failed('third', 'fourth')).toEqual([]);
    expect(await failed('--skip', 'first')).toEqual(['tests::a_second_which_fails']);
  });
});
