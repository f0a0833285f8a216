/** Operators over widths and edge values: the results are the same, and so are the traps. */
import { beforeAll, describe, expect, test } from 'vitest';
import { compareRuns } from '../../src/project/verify/compare.js';
import { buildSuite, type ProgramSuite } from '../support/program-suite.js';
import { haveTools } from '../support/toolchain.js';
import { OPERATOR_PROGRAMS, type OperatorProgram } from './operator-table.js';

describe.runIf(haveTools('zig', 'rustc'))('operators of integers', () => {
  let suite: ProgramSuite;
  beforeAll(async () => {
    suite = await buildSuite(OPERATOR_PROGRAMS);
  });

  test('the crate compiles without a marker and without a warning', () => {
    expect(suite.problems).toEqual([]);
  });

  test('every program does the same', { timeout: 300_000 }, async () => {
    const different = await Promise.all(OPERATOR_PROGRAMS.map((program, index) => problemOf(suite, program, index)));
    expect(different.filter((one) => one !== undefined)).toEqual([]);
  });
});

async function problemOf(suite: ProgramSuite, program: OperatorProgram, index: number): Promise<string | undefined> {
  const [zig, rust] = await Promise.all([suite.runZig(index), suite.runRust(index)]);
  // The model must know what traps, or the table would compare less than it says.
  if (zig.status !== (program.traps ? 134 : 0)) return `${program.name}: Zig ends with ${zig.status}`;
  const difference = compareRuns(zig, rust);
  return difference === undefined ? undefined : `${program.name}: ${difference}`;
}
