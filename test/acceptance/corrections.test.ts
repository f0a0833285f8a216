/** What rustc rejects is corrected function by function, and reported as a fault of zig2rust. */
import { describe, expect, test } from 'vitest';
import {
  corrected,
  type JudgedCrate,
  type Refusals,
  type RustFault,
} from '../../src/project/acceptance/corrections.js';
import { rustcJudge } from '../../src/project/acceptance/rustc-judge.js';
import { type CompiledProject, compileProject } from '../../src/project/pipeline.js';
import { memoryHost } from '../../src/project/source-host.js';
import { toolPath } from '../../src/project/toolchain.js';
import { resolveOptions } from '../../src/project/transpile.js';
import { haveTools } from '../support/toolchain.js';

const site = (line: number, lastLine: number, offset: number) => ({
  line,
  lastLine,
  origin: { file: 'a.zig', offset },
});
const crate: JudgedCrate = {
  files: new Map(),
  functions: new Map([['src/lib.rs', [site(3, 9, 10), site(5, 7, 40), site(11, 14, 90)]]]),
  isBinary: false,
};
const fault = (line: number, code: string | undefined, message = 'no'): RustFault => ({
  file: 'src/lib.rs',
  line,
  code,
  message,
});

/** Runs the rounds with faults by round; gives the corrections of each round and the names of the diagnostics. */
function rounds(faults: readonly (readonly RustFault[])[]) {
  const made: Refusals[] = [];
  let round = 0;
  const { diagnostics } = corrected(
    (refused) => {
      made.push(refused);
      return crate;
    },
    () => faults[round++] ?? [],
  );
  return { made, diagnostics: diagnostics.map(({ name }) => name) };
}

describe('corrections', () => {
  test('a crate that compiles is left alone', () => {
    expect(rounds([])).toEqual({ made: [new Map()], diagnostics: [] });
  });

  test('an error costs the innermost function its body', () => {
    const { made, diagnostics } = rounds([[fault(6, 'E0308', 'mismatched types')]]);
    expect(made.at(-1)).toEqual(new Map([['a.zig:40', 'rustc rejects it: E0308: mismatched types']]));
    expect(diagnostics).toEqual(['rust-refusal']);
  });

  test('what the correction of one function uncovers is corrected in the next round', () => {
    const { made, diagnostics } = rounds([[fault(6, 'E0308')], [fault(12, undefined, 'lifetime'), fault(13, 'E0499')]]);
    expect(made[2]).toEqual(
      new Map([
        ['a.zig:40', 'rustc rejects it: E0308: no'],
        ['a.zig:90', 'rustc rejects it: lifetime'],
      ]),
    );
    expect(diagnostics).toEqual(['rust-refusal', 'rust-refusal']);
  });

  test('an error outside functions is left, and said', () => {
    const { made, diagnostics } = rounds([[fault(1, 'E0432')]]);
    expect(made).toHaveLength(1);
    expect(diagnostics).toEqual(['rust-error']);
  });

  test('a body that stays wrong ends the rounds', () => {
    const always = Array.from({ length: 50 }, () => [fault(6, 'E0308')]);
    const { made, diagnostics } = rounds(always);
    expect(made).toHaveLength(2);
    expect(diagnostics).toEqual(['rust-refusal', 'rust-error']);
  });
});

const source = `
pub fn wrong(n: u32) u32 {
    return n + 1;
}
pub fn right(n: u32) u32 {
    return n + 2;
}
test "right" {
    if (right(1) != 3) return error.Wrong;
}
`;

/** Compiles the source with a judge that sees a broken body of `wrong`, until that is a marker. */
function compileBroken(rustc: string): CompiledProject {
  const judge = rustcJudge(rustc, '2024');
  const input = {
    rootFile: '/memory/case.zig',
    host: memoryHost(new Map([['/memory/case.zig', source]])),
    options: resolveOptions('/memory/case.zig', {}),
  };
  const broken = (text: string) => text.replace('n + 1', 'n + "1"');
  return compileProject(input, (made) =>
    judge({ ...made, files: new Map([...made.files].map(([path, text]) => [path, broken(text)])) }),
  );
}

describe.runIf(haveTools('rustc'))('rustc', () => {
  test('the function that it rejects becomes a marker, the others stay', () => {
    const { files, diagnostics, markers } = compileBroken(toolPath('rustc') ?? '');
    const text = files.get('src/lib.rs') ?? '';
    expect(text).toContain('todo!("port: rustc rejects it: E0277');
    expect(text).toContain('n + 2');
    expect(diagnostics.map(({ name }) => name)).toEqual(['rust-refusal']);
    expect(markers).toHaveLength(1);
  });
});
