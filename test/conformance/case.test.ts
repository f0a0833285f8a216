/** The conformance runner itself, with Rust written by hand: it must see every kind of difference, and equality where it is. */
import { describe, expect, test } from 'vitest';
import { NO_COUNTS, type PortedTest, type TranspileResult } from '../../src/project/result.js';
import { toolPath } from '../../src/project/toolchain.js';
import { type CaseReport, runCase } from '../../src/project/verify/case.js';
import type { RustToolchain } from '../../src/project/verify/rust-side.js';
import { sanitizerFinding, sanitizerTarget } from '../../src/project/verify/sanitizer.js';
import { summarise } from '../../src/project/verify/summary.js';
import { caseTools, fileWith } from '../support/case-tools.js';
import { haveTools } from '../support/toolchain.js';

function handWritten(rust: string, isBinary: boolean, tests: readonly PortedTest[]): TranspileResult {
  const files = new Map([[isBinary ? 'src/main.rs' : 'src/lib.rs', rust]]);
  return { files, diagnostics: [], unsafeSites: [], markers: [], tests, counts: NO_COUNTS, isBinary };
}

async function compare(
  zig: string,
  rust: string,
  tests: readonly PortedTest[] = [],
  compiler: Partial<RustToolchain> = {},
): Promise<CaseReport> {
  const file = fileWith(zig);
  const usual = caseTools({});
  const tools = { ...usual, rust: { ...usual.rust, ...compiler } };
  const transpile = () => Promise.resolve(handWritten(rust, tests.length === 0, tests));
  return runCase(file, `case-${process.env.VITEST_POOL_ID ?? '0'}/${file.split('/').at(-2)}`, { ...tools, transpile });
}

const ported = (name: string, assertionsAtComptime = 0): PortedTest => ({
  zig: `case.test.${name}`,
  rust: `tests::${name}`,
  assertionsAtComptime,
});

const program = (body: string) => `const std = @import("std");\npub fn main() !void {\n${body}\n}\n`;

describe.runIf(haveTools('zig', 'rustc', 'cargo'))('programs', () => {
  test('the same output is equal', async () => {
    const report = await compare(program('std.debug.print("{d}\\n", .{42});'), 'fn main() { eprintln!("42"); }');
    expect(report.reasons).toEqual([]);
    expect(report.rung).toBe('equal');
  });

  test('another output is seen, with the line', async () => {
    const report = await compare(program('std.debug.print("a\\nb\\n", .{});'), 'fn main() { eprintln!("a\\nc"); }');
    expect(report.rung).toBe('ran');
    expect(report.reasons).toEqual(['main: standard error differs: line 2: Zig "b", Rust "c"']);
  });

  test('another exit code is seen', async () => {
    const report = await compare(program('std.process.exit(3);'), 'fn main() { std::process::exit(4); }');
    expect(report.reasons).toEqual(['main: exit codes differ: Zig 3, Rust 4']);
  });

  test('a trap of the same class is equal, whatever its text', async () => {
    const zig = program('var n: u8 = 255;\n_ = &n;\nn += 1;');
    const report = await compare(zig, 'fn main() { let n = std::hint::black_box(255u8); let _ = n + 1; }');
    expect(report.reasons).toEqual([]);
  });

  test('a trap of another class is seen', async () => {
    const zig = program('var n: u8 = 255;\n_ = &n;\nn += 1;');
    const report = await compare(zig, 'fn main() { let n = std::hint::black_box(0u8); let _ = 1 / n; }');
    expect(report.reasons).toEqual(['main: traps differ: Zig integer overflow, Rust attempt to divide by zero']);
  });

  test('an error that leaves main is compared without its trace', async () => {
    const zig = program('return error.Broken;');
    const report = await compare(zig, 'fn main() { eprintln!("error: Broken"); std::process::exit(1); }');
    expect(report.reasons).toEqual([]);
  });

  test('Rust that does not compile stays on its rung, with the error', async () => {
    const report = await compare(program(''), 'fn main() { let x: u8 = "text"; }');
    expect(report.rung).toBe('transpiled');
    expect(report.reasons).toEqual(['E0308: mismatched types']);
  });

  test('what Zig rejects is not a case', async () => {
    const report = await compare('pub fn main() void { return 1; }', 'fn main() {}');
    expect(report.rung).toBe('rejected');
  });

  test('warnings are kept by lint', async () => {
    const report = await compare(program(''), 'fn main() { let x = 1; }');
    expect(report.warnings).toEqual(['unused_variables']);
  });
});

const assertingZig = `const std = @import("std");
test "one" { try std.testing.expectEqualStrings("a", "a"); try std.testing.expect(true); }
test "two" { try std.testing.expect(true); }
test "three" { return error.SkipZigTest; }
test "four" {}
`;

const rustTests = (bodies: Readonly<Record<string, string>>) =>
  `#[cfg(test)]\nmod tests {\n${Object.entries(bodies)
    .map(([name, body]) => `#[test]\nfn ${name}() { ${body} }\n`)
    .join('')}}\n`;

const verdicts = (report: CaseReport) => Object.fromEntries(report.tests.map((one) => [one.name, one.verdict]));

describe.runIf(haveTools('zig', 'rustc', 'cargo'))('tests', () => {
  const all = ['one', 'two', 'three', 'four'].map((name) => ported(name));

  test('each is judged alone, and assertions are counted on both sides', async () => {
    const rust = rustTests({ one: 'assert_eq!(1, 1); assert!(true);', two: 'assert!(1 > 2);', three: '', four: '' });
    const report = await compare(assertingZig, rust, all);
    expect(verdicts(report)).toEqual({
      'case.test.one': 'equal',
      'case.test.two': 'different',
      'case.test.three': 'skipped',
      'case.test.four': 'silent',
    });
    expect(report.tests[0]).toMatchObject({ zigAssertions: 2, rustAssertions: 2 });
    expect(report.reasons).toEqual(['Rust: fail: assertion failed: 1 > 2']);
  });

  test('a test that lost its assertions is different, unless they ran while porting', async () => {
    const rust = rustTests({ one: '', two: '', three: '', four: '' });
    const report = await compare(assertingZig, rust, [
      ported('one'),
      ported('two', 1),
      ported('three'),
      ported('four'),
    ]);
    expect(verdicts(report)).toMatchObject({ 'case.test.one': 'different', 'case.test.two': 'equal' });
    expect(report.reasons).toEqual(['Rust executed none of 2 assertions']);
  });

  test('a test that is missing in the crate is different', async () => {
    const rust = rustTests({ one: 'assert_eq!(1, 1); assert!(true);', three: '', four: '' });
    const report = await compare(assertingZig, rust, [ported('one'), ported('three'), ported('four')]);
    expect(report.reasons).toEqual(['the test is not in the crate']);
  });

  test('one that takes the process down does not hide the others', async () => {
    const rust = rustTests({ one: 'std::process::abort()', two: 'assert!(true);', three: '', four: '' });
    const report = await compare(assertingZig, rust, all);
    expect(verdicts(report)).toMatchObject({ 'case.test.one': 'different', 'case.test.two': 'equal' });
    expect(report.rung).toBe('compiled');
  });

  test.each([
    { zig: 'unreachable;', rust: 'unreachable!()', verdict: 'sameFailure' },
    { zig: 'unreachable;', rust: 'panic!("index out of bounds")', verdict: 'different' },
    { zig: 'unreachable;', rust: '', verdict: 'different' },
    { zig: 'return error.Broken;', rust: 'Err::<(), _>(Broken).unwrap()', verdict: 'sameFailure' },
    { zig: 'return error.Other;', rust: 'Err::<(), _>(Broken).unwrap()', verdict: 'different' },
    { zig: 'try std.testing.expect(false);', rust: 'assert!(1 > 2)', verdict: 'sameFailure' },
    { zig: 'return error.Broken;', rust: 'assert!(1 > 2)', verdict: 'different' },
  ])('one that fails in Zig with $zig, in Rust with $rust: $verdict', async ({ zig, rust, verdict }) => {
    const failing = `test "one" { ${zig} }\n${assertingZig.replace('"one"', '"zero"')}`;
    const bodies = rustTests({ one: rust, two: 'assert!(true);', three: '', four: '' });
    const report = await compare(
      failing,
      `#[derive(Debug)] pub struct Broken;\n${bodies.replace('mod tests {', 'mod tests { use super::*;')}`,
      all,
    );
    expect(verdicts(report)).toMatchObject({ 'case.test.one': verdict, 'case.test.two': 'equal' });
  });

  test('a crate whose tests assert nothing is compiled without warning', async () => {
    const report = await compare('test "four" {}', rustTests({ four: '' }), [ported('four')]);
    expect(report.warnings).toEqual([]);
  });
});

describe.runIf(haveTools('zig', 'nightly', 'cargo'))('sanitized', () => {
  const sanitized = { rustc: toolPath('nightly') ?? '', sanitizedTarget: sanitizerTarget() };
  const beyond =
    'let list = [1u8, 2]; let p = std::hint::black_box(list.as_ptr()); assert!(unsafe { *p.add(2) } < 255);';

  test('a test that reads beyond its memory differs, and the others are judged', async () => {
    const rust = rustTests({ one: beyond, two: 'assert!(true);', three: '', four: '' });
    const report = await compare(
      assertingZig,
      rust,
      ['one', 'two', 'three', 'four'].map((name) => ported(name)),
      sanitized,
    );
    expect(verdicts(report)).toMatchObject({ 'case.test.one': 'different', 'case.test.two': 'equal' });
    expect(report.reasons[0]).toContain('AddressSanitizer: stack-buffer-overflow');
    expect(summarise([report]).sanitizer).toMatchObject([
      { reason: 'AddressSanitizer: stack-buffer-overflow', count: 1 },
    ]);
  });

  test('a program that does so differs by that', async () => {
    const report = await compare(program(''), `fn main() { ${beyond} }`, [], sanitized);
    expect(report.reasons[0]).toContain('main: AddressSanitizer: stack-buffer-overflow');
  });
});

test('a report of the sanitizer is read with the place in the crate', () => {
  const report =
    '==7==ERROR: AddressSanitizer: heap-use-after-free on address 0x1 at pc 0x2\nREAD of size 1 at 0x1 thread T1\n' +
    '    #0 0x5 in core::ptr::read /rustc/lib.rs:1:2\n    #1 0x6 in ported::rt::x::<u8> /a/b/src/rt/x.rs:77:12\n';
  expect(sanitizerFinding(report)).toBe('AddressSanitizer: heap-use-after-free in rt::x::<u8> (src/rt/x.rs:77)');
  expect(sanitizerFinding('thread panicked')).toBeUndefined();
});
