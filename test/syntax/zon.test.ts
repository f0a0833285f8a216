/** ZON files: one expression that is data. */
import { expect, test } from 'vitest';
import { parseZon } from '../../src/parse/syntax/zon.js';

const faultsOf = (text: string) =>
  parseZon('a.zon', text).source.faults.map((fault) => text.slice(fault.start, fault.end));

test('data of every kind', () => {
  for (const text of [
    '.{ .a = 1, .b = .{ -2, 0x1p3, -inf, nan }, .@"c d" = .e }',
    '// a comment\n\\\\text\n',
    "'a'",
    '.{}',
    'null',
    '"\\x00"',
  ])
    expect(faultsOf(text), text).toEqual([]);
});

test('what is no data is a fault at its place', () => {
  expect(faultsOf('.{ 1 + 2, x }')).toEqual(['1 + 2', 'x']);
  expect(faultsOf('.{ .a = u8{}, .b = f(1) }')).toEqual(['u8', 'f(1)']);
  expect(faultsOf('.{ -nan, ~1, (2) }')).toEqual(['-nan', '~1', '(2)']);
});

test('a text that is no expression, or more than one, gives a fault and no exception', () => {
  for (const text of ['', '.{ 1, 2', '1 2', 'const a = 1;', '}'])
    expect(faultsOf(text).length, text).toBeGreaterThan(0);
});
