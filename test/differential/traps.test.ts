/**
 * Every trap of Zig's safe modes, in three programs each, all in one executable of either language: the operation on parameters; on
 * locals whose values rustc can see (it denies what it knows to overflow or to be out of bounds); and the same in a branch that
 * is never taken, where nothing may trap and everything must compile.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { compareRuns } from '../../src/project/verify/compare.js';
import { readZigStderr, trapClasses } from '../../src/project/verify/traps.js';
import { buildSuite, type ProgramSuite, type SuiteProgram } from '../support/program-suite.js';
import { haveTools } from '../support/toolchain.js';
import { TRAP_PROGRAMS, type TrapProgram } from './trap-programs.js';

const HEADER = 'const std = @import("std");\nconst print = std.debug.print;\n';

function fileOf({ declarations = '' }: TrapProgram, rest: string): string {
  return `${HEADER}${declarations}\n${rest}`;
}

function onParameters(program: TrapProgram): string {
  const parameters = program.operands.map(([name, type]) => `${name}: ${type}`).join(', ');
  const values = program.operands.map(([, , value]) => value).join(', ');
  return fileOf(
    program,
    `fn operate(${parameters}) void {
    print("before\\n", .{});
    ${program.operation}
}
pub fn run() void {
    operate(${values});
    print("after\\n", .{});
}
`,
  );
}

function locals({ operands, operation }: TrapProgram): string {
  const declared = operands.map(([name, type, value]) => `var ${name}: ${type} = ${value};\n_ = &${name};`);
  return [...declared, operation].join('\n');
}

function onLocals(program: TrapProgram): string {
  return fileOf(program, `pub fn run() void {\nprint("before\\n", .{});\n${locals(program)}\n}\n`);
}

function neverTaken(program: TrapProgram): string {
  return fileOf(
    program,
    `pub fn run() void {
    var taken = false;
    _ = &taken;
    if (taken) {
        ${locals(program)}
    }
    print("after\\n", .{});
}
`,
  );
}

const FORMS = [onParameters, onLocals, neverTaken] as const;

const titles = Object.keys(TRAP_PROGRAMS);
const programs: readonly SuiteProgram[] = Object.entries(TRAP_PROGRAMS).flatMap(([name, program]) =>
  FORMS.map((form) => ({ name: `${name} ${form.name}`, text: form(program) })),
);

describe.runIf(haveTools('zig', 'rustc'))('traps', () => {
  let suite: ProgramSuite;
  beforeAll(async () => {
    suite = await buildSuite(programs);
  });

  test('the crate compiles without a marker and without a warning', () => {
    expect(suite.problems).toEqual([]);
  });

  test.each(titles)('%s', async (title) => {
    const { trap } = TRAP_PROGRAMS[title] as TrapProgram;
    const first = titles.indexOf(title) * FORMS.length;
    for (const [offset, form] of FORMS.entries()) {
      const isTrap = form !== neverTaken;
      const zig = await suite.runZig(first + offset);
      const rust = await suite.runRust(first + offset);
      const zigErrors = readZigStderr(zig.stderr);
      expect(zigErrors.trap === undefined ? undefined : trapClasses(zigErrors.trap)).toEqual(
        isTrap ? [trap] : undefined,
      );
      expect([zig.status, rust.status]).toEqual(isTrap ? [134, 134] : [0, 0]);
      expect(compareRuns(zig, rust), form.name).toBeUndefined();
    }
  });
});
