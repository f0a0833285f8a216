/** Exit codes: 0 nothing left to do, 1 more left than tolerated, 2 nothing written. */
import { expect, test } from 'vitest';
import { exitCodeOf } from '../../src/cli/outcome.js';
import type { DiagnosticName, ReportedDiagnostic, Severity } from '../../src/diagnostics.js';
import { NO_COUNTS, type TranspileResult } from '../../src/project/result.js';

function result(todos: number, ...diagnostics: readonly (readonly [DiagnosticName, Severity])[]): TranspileResult {
  const position = { file: 'a.zig', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const reported = diagnostics.map(
    ([name, severity]): ReportedDiagnostic => ({ name, severity, code: 'Z2R0000', message: '', ...position }),
  );
  const nothing = { unsafeSites: [], markers: [], tests: [], isBinary: false };
  return { files: new Map(), diagnostics: reported, counts: { ...NO_COUNTS, todos }, ...nothing };
}

test.each([
  { results: [result(0)], maxTodos: 0, code: 0 },
  { results: [result(0, ['empty-file', 'note'])], maxTodos: 0, code: 0 },
  { results: [result(1)], maxTodos: 0, code: 1 },
  { results: [result(1)], maxTodos: 1, code: 0 },
  { results: [result(1), result(1)], maxTodos: 1, code: 1 },
  { results: [result(0, ['syntax', 'error'])], maxTodos: 0, code: 1 },
  { results: [result(1, ['not-implemented', 'error'])], maxTodos: 1, code: 0 },
  { results: [result(0, ['missing-import', 'error'])], maxTodos: 9, code: 2 },
  { results: [result(0), result(0, ['internal-error', 'error'])], maxTodos: 0, code: 2 },
])('$code with $maxTodos tolerated', ({ results, maxTodos, code }) => {
  expect(exitCodeOf(results, maxTodos)).toBe(code);
});
