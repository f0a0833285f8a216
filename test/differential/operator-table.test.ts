/** Operators over widths and edge values: the results are the same, and so are the traps. */
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSuite, type ProgramSuite } from '../support/program-suite.js';
import { haveTools } from '../support/toolchain.js';
import { OPERATOR_PROGRAMS } from './operator-table.js';

describe.runIf(haveTools('zig', 'rustc'))('operators of integers', () => {
  let suite: ProgramSuite;
  beforeAll(async () => {
    suite = await buildSuite(OPERATOR_PROGRAMS);
  });

  test('the crate compiles without a marker and without a warning', () => {
    expect(suite.problems).toEqual([]);
  });

  test('every program does the same', async () => {
    const different: string[] = [];
    for (const [index, { name, traps }] of OPERATOR_PROGRAMS.entries()) {
      const zig = await suite.runZig(index);
      // The model must know what traps, or the table would compare less than it says.
      if (zig.status !== (traps ? 134 : 0)) different.push(`${name}: Zig ends with ${zig.status}`);
      const difference = await suite.difference(index);
      if (difference !== undefined) different.push(`${name}: ${difference}`);
    }
    expect(different).toEqual([]);
  });
});
