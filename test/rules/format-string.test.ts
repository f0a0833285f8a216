import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindArguments, parseFormat } from '../../src/lower/rules/format/format-string.js';

function parts(format: string) {
  const parsed = parseFormat(format);
  if ('fault' in parsed) throw new Error(parsed.fault);
  return parsed.parts;
}

/** The only placeholder of a format string, in words. */
function placeholder(format: string): string {
  const [part] = parts(format);
  if (part?.kind !== 'placeholder') throw new Error('no placeholder');
  const extent = (one: typeof part.width) =>
    one.kind === 'number' ? one.number : one.kind === 'named' ? `[${one.name}]` : '-';
  return [
    extent(part.argument),
    part.specifier,
    part.fill ?? '-',
    part.alignment ?? '-',
    extent(part.width),
    extent(part.precision),
  ].join(' ');
}

describe('format strings', () => {
  it.each([
    ['{}', '-  - - - -'],
    ['{d}', '- d - - - -'],
    ['{any}', '- any - - - -'],
    ['{0s}', '0 s - - - -'],
    ['{[name]x}', '[name] x - - - -'],
    ['{d:8}', '- d - - 8 -'],
    ['{d:08}', '- d 0 - 8 -'],
    ['{s:<8}', '- s - left 8 -'],
    ['{s:*^8}', '- s * center 8 -'],
    ['{d:.2}', '- d - - - 2'],
    ['{d:>8.2}', '- d - right 8 2'],
    ['{d:[w].[p]}', '- d - - [w] [p]'],
    ['{?x:0>4}', '- ?x 0 right 4 -'],
    ['{s:<<8}', '- s < left 8 -'],
  ])('%s', (format, expected) => {
    expect(placeholder(format)).toBe(expected);
  });

  it('unescapes braces and joins text', () => {
    expect(parts('a{{b}}c{d}')).toEqual([{ kind: 'text', text: 'a{b}c' }, expect.objectContaining({ specifier: 'd' })]);
  });

  it.each([
    ['}', 'missing opening {'],
    ['{d', 'missing closing }'],
    ['{d:5x}', "expected . or }, found 'x'"],
    ['{d:.2x}', "extraneous trailing character 'x'"],
    ['{[a}', 'expected closing ]'],
  ])('%s is no format string', (format, fault) => {
    expect(parseFormat(format)).toEqual({ fault });
  });

  it('takes any text without braces as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const escaped = text.replaceAll('{', '{{').replaceAll('}', '}}');
        expect(parts(escaped)).toEqual(text === '' ? [] : [{ kind: 'text', text }]);
      }),
    );
  });

  it('counts only placeholders that name no argument', () => {
    const bound = bindArguments(parts('{} {1} {} {[0]d:[2]}'), ['0', '1', '2']);
    const found = 'fault' in bound ? [] : bound.parts.flatMap((part) => (part.kind === 'text' ? [] : [part.argument]));
    expect(found).toEqual([0, 1, 1, 0]);
  });

  it('misses arguments', () => {
    expect(bindArguments(parts('{} {}'), ['0'])).toEqual({ fault: 'too few arguments' });
    expect(bindArguments(parts('{[x]}'), ['y'])).toEqual({ fault: 'there is no argument of that name' });
  });
});
