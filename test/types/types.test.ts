/**
 * Caret tests: each `test/types/*.zig` states types and comptime values in comments under the expressions (CONTRIBUTING.md), and semantic
 * analysis must agree, and so must the real compiler, which is asked the same questions.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyseProgram } from '../../src/parse/sema/analyse.js';
import { fileSystemHost } from '../../src/project/source-host.js';
import { findZigLib } from '../../src/project/zig-lib.js';
import { readCarets, withAssertions } from '../support/carets.js';
import { fileWith, zigSide } from '../support/case-tools.js';
import { haveTools } from '../support/toolchain.js';
import { typeQuery } from '../support/type-query.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(here).filter((name) => name.endsWith('.zig'));
const zigLibDir = findZigLib(undefined);

test('there are type tests, and the library that they need', () => {
  expect(names.length).toBeGreaterThan(0);
  expect(zigLibDir).toBeDefined();
});

describe.each(names)('%s', (name) => {
  const text = readFileSync(`${here}${name}`, 'utf8');
  const expectations = readCarets(text);
  const analysed = analyseProgram(fileSystemHost(), `${here}${name}`, { zigLibDir: zigLibDir ?? '' });
  if (analysed === undefined) throw new Error('the file was not read');
  const query = typeQuery(analysed.program);

  test('has carets, and analysis agrees with each', () => {
    expect(expectations.length).toBeGreaterThan(0);
    expect(
      analysed.program.diagnostics.map((one) => `${one.span.file}:${one.span.start}: ${JSON.stringify(one.args)}`),
    ).toEqual([]);
    const answers = expectations.map(({ offset, kind, line }) => {
      const answer = query(offset);
      return `line ${line}: ${(kind === 'type' ? answer?.type : answer?.value) ?? 'unknown'}`;
    });
    expect(answers).toEqual(expectations.map(({ line, expected }) => `line ${line}: ${expected}`));
  });

  test.runIf(haveTools('zig'))('the real compiler agrees too', async () => {
    const expressionAt = (offset: number) => {
      const answer = query(offset);
      return answer === undefined ? '{}' : text.slice(answer.start, answer.end);
    };
    const outcome = await zigSide().tests(fileWith(withAssertions(text, expectations, expressionAt), name));
    expect(outcome.kind === 'rejected' ? outcome.message : '').toBe('');
  });
});
