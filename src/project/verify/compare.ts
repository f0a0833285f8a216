/** Compares what Zig did with what Rust did: test by test, and programs by what they print and how they end. */
import type { PortedTest } from '../result.js';
import { sanitizerFinding } from './sanitizer.js';
import { isErrorOfTest, isSameTrap, readRustStderr, readZigStderr } from './traps.js';
import type { ProgramOutcome, TestOutcome } from './zig-side.js';

/**
 * `equal`: both pass, and something was asserted. `sameFailure`: neither passes, for the same reason. `silent`: both pass, but neither
 * asserted anything, which proves nothing. `skipped`: Zig skips it. `unproven`: Zig ran out of time, or complains of memory that nobody
 * frees. `different`: a fault of ours.
 */
export type Verdict = 'equal' | 'sameFailure' | 'silent' | 'skipped' | 'unproven' | 'different';

export interface TestComparison {
  readonly name: string;
  readonly verdict: Verdict;
  /** Why it is different. */
  readonly reason?: string;
  readonly zigAssertions: number;
  readonly rustAssertions: number;
  readonly assertionsAtComptime: number;
}

/** Compares the tests of a file, in Zig's order. */
export function compareTests(
  zig: ReadonlyMap<string, TestOutcome>,
  rust: ReadonlyMap<string, TestOutcome>,
  ported: readonly PortedTest[],
): readonly TestComparison[] {
  const portedByName = new Map(ported.map((one) => [one.zig, one]));
  return [...zig].map(([name, zigOutcome]) => {
    const test = portedByName.get(name);
    const rustOutcome = test === undefined ? undefined : rust.get(test.rust);
    return {
      name,
      ...judge(zigOutcome, test, rustOutcome),
      zigAssertions: zigOutcome.assertions,
      rustAssertions: rustOutcome?.assertions ?? 0,
      assertionsAtComptime: test?.assertionsAtComptime ?? 0,
    };
  });
}

type Judgement = Pick<TestComparison, 'verdict' | 'reason'>;

function judge(zig: TestOutcome, test: PortedTest | undefined, rust: TestOutcome | undefined): Judgement {
  if (zig.status === 'skip') return { verdict: 'skipped' };
  const ofZig = `Zig: ${zig.status} ${zig.detail ?? ''}`.trim();
  if (zig.status === 'leak' || zig.status === 'timeout') return { verdict: 'unproven', reason: ofZig };
  if (test === undefined) return { verdict: 'different', reason: 'the test is not in the crate' };
  if (rust === undefined) return { verdict: 'different', reason: 'the test did not run in Rust' };
  const ofRust = `Rust: ${rust.status}: ${rust.detail ?? ''}`.trim();
  if (zig.status !== 'pass') {
    return isSameFailure(zig, rust)
      ? { verdict: 'sameFailure' }
      : { verdict: 'different', reason: `${ofZig}, ${ofRust}` };
  }
  if (rust.status !== 'pass') return { verdict: 'different', reason: ofRust };
  // Assertions that Zig executes at run time must be executed by Rust, or have been decided by our interpreter.
  const atComptime = test.assertionsAtComptime;
  const executed = rust.assertions + atComptime;
  if (executed < zig.assertions) {
    const count = executed === 0 ? 'none' : `only ${executed}`;
    return { verdict: 'different', reason: `Rust executed ${count} of ${zig.assertions} assertions` };
  }
  return { verdict: zig.assertions + atComptime > 0 ? 'equal' : 'silent' };
}

/** Whether a test that fails in Zig fails for the same reason in Rust: by the same trap, or by the error that leaves it. */
function isSameFailure(zig: TestOutcome, rust: TestOutcome): boolean {
  if (rust.status !== 'fail' || zig.detail === undefined || rust.detail === undefined) return false;
  return zig.status === 'abort' ? isSameTrap(zig.detail, rust.detail) : isErrorOfTest(zig.detail, rust.detail);
}

/** Why two runs of a program differ; undefined where they do the same. */
export function compareRuns(zig: ProgramOutcome, rust: ProgramOutcome): string | undefined {
  const finding = sanitizerFinding(rust.stderr);
  if (finding !== undefined) return finding;
  if (zig.timedOut || rust.timedOut) return zig.timedOut ? 'Zig ran out of time' : 'Rust ran out of time';
  const zigErrors = readZigStderr(zig.stderr);
  const rustErrors = readRustStderr(rust.stderr);
  if (!isSameTrap(zigErrors.trap, rustErrors.trap)) {
    return `traps differ: Zig ${zigErrors.trap ?? 'none'}, Rust ${rustErrors.trap ?? 'none'}`;
  }
  if (zig.status !== rust.status) return `exit codes differ: Zig ${zig.status}, Rust ${rust.status}`;
  if (zig.stdout !== rust.stdout) return `standard output differs: ${firstDifference(zig.stdout, rust.stdout)}`;
  if (zigErrors.text !== rustErrors.text) {
    return `standard error differs: ${firstDifference(zigErrors.text, rustErrors.text)}`;
  }
  return undefined;
}

function firstDifference(zig: string, rust: string): string {
  const zigLines = zig.split('\n');
  const rustLines = rust.split('\n');
  const index = zigLines.findIndex((line, at) => line !== rustLines[at]);
  const at = index < 0 ? zigLines.length : index;
  return `line ${at + 1}: Zig ${JSON.stringify(zigLines[at] ?? 'ends')}, Rust ${JSON.stringify(rustLines[at] ?? 'ends')}`;
}
