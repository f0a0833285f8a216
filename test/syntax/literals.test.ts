/** What literals mean. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeChar, decodeEscapes, decodeString, parseNumberLiteral } from '../../src/parse/syntax/literals.js';

describe('integers', () => {
  const values: Readonly<Record<string, number | bigint>> = {
    '0': 0,
    '1_000': 1000,
    '0xFf_0': 0xff0,
    '0b1010_1': 21,
    '0o7_7': 63,
    '9007199254740991': 9007199254740991,
    '9007199254740992': 9007199254740992n,
    '0xffff_ffff_ffff_ffff': 0xffff_ffff_ffff_ffffn,
    '340282366920938463463374607431768211455': 340282366920938463463374607431768211455n,
  };
  for (const [text, value] of Object.entries(values)) {
    test(text, () => {
      expect(parseNumberLiteral(text)).toEqual({ kind: 'int', value });
    });
  }

  test('any number of any base', () => {
    const prefixes = { 2: '0b', 8: '0o', 10: '', 16: '0x' } as const;
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1n << 200n }), fc.constantFrom(2, 8, 10, 16), (value, base) => {
        const result = parseNumberLiteral(prefixes[base as keyof typeof prefixes] + value.toString(base));
        expect(result.kind === 'int' && BigInt(result.value)).toBe(value);
      }),
    );
  });
});

describe('floats', () => {
  const doubles: Readonly<Record<string, number>> = {
    '1.5': 1.5,
    '0.1': 0.1,
    '1e3': 1000,
    '1_0.2_5e-1_0': 10.25e-10,
    '4.94065645841246544177e-324': 5e-324,
    '1e400': Number.POSITIVE_INFINITY,
    '0x1.8p1': 3,
    '0x1p-1074': 5e-324,
    '0x1p-1075': 0,
    '0x1.8p-1075': 5e-324,
    '0x1.fffffffffffffp1023': Number.MAX_VALUE,
    '0x1.fffffffffffff8p1023': Number.POSITIVE_INFINITY,
    '0x1.00000000000008p0': 1,
    '0x1.00000000000018p0': 1 + 2 ** -51,
    '0xa.8': 10.5,
    '0x1e.8': 30.5,
  };
  for (const [text, double] of Object.entries(doubles)) {
    test(text, () => {
      expect(parseNumberLiteral(text)).toMatchObject({ kind: 'float', double });
    });
  }

  test('are kept exactly', () => {
    expect(parseNumberLiteral('12.50e-3')).toMatchObject({ mantissa: 1250n, base: 10, exponent: -5 });
    expect(parseNumberLiteral('0x1.8p4')).toMatchObject({ mantissa: 0x18n, base: 2, exponent: 0 });
  });
});

describe('numbers that Zig refuses', () => {
  const reasons: Readonly<Record<string, string>> = {
    '0B1': 'base prefix must be lowercase',
    '012': 'number has leading zero',
    '0x': 'expected a digit after base prefix',
    '1__0': 'repeated digit separator',
    '1_': 'trailing digit separator',
    '0b12': 'invalid digit',
    '12a': 'invalid digit',
    '1e': 'number ends in a special character',
    '1._5': 'unexpected digit separator',
    '0b1.1': 'invalid base for float literal',
  };
  for (const [text, reason] of Object.entries(reasons)) {
    test(text, () => {
      expect(parseNumberLiteral(text)).toEqual({ kind: 'error', reason });
    });
  }
});

describe('strings', () => {
  const bytesOf = (text: string): unknown => {
    const bytes = decodeEscapes(text);
    return bytes instanceof Uint8Array ? [...bytes] : bytes;
  };

  test('escapes', () => {
    expect(bytesOf('a\\n\\r\\t\\\\\\\'\\"b')).toEqual([0x61, 10, 13, 9, 0x5c, 0x27, 0x22, 0x62]);
    expect(bytesOf('\\x00\\xFf')).toEqual([0, 255]);
    expect(bytesOf('\\u{e9}\\u{1F600}')).toEqual([0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80]);
    expect(bytesOf('\u00e9\ud83d\ude00')).toEqual([0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80]);
  });

  test('a surrogate in an escape is encoded like any code point', () => {
    expect(bytesOf('\\u{d800}')).toEqual([0xed, 0xa0, 0x80]);
  });

  test('faults say where', () => {
    expect(bytesOf('ab\\q')).toEqual({ offset: 3, message: "invalid escape character: 'q'" });
    expect(bytesOf('\\x1g')).toEqual({ offset: 3, message: "expected hex digit, found 'g'" });
    expect(bytesOf('\\u{}')).toEqual({ offset: 3, message: 'empty unicode escape sequence' });
    expect(bytesOf('\\u{110000}')).toMatchObject({ message: expect.stringContaining('unicode scalar value') });
    expect(bytesOf('\\u41')).toEqual({ offset: 2, message: "expected '{', found '4'" });
  });

  test('multiline literals have no escapes', () => {
    const literal = { kind: 'stringLiteral', start: 0, end: 0, main: 0, multiline: true, text: 'a\\n\nb' } as const;
    expect(decodeString(literal)).toEqual(new TextEncoder().encode('a\\n\nb'));
  });
});

describe('characters', () => {
  test('values', () => {
    expect(['a', '\\n', "\\'", '\\x1b', '\\u{1F600}', '\ud83d\ude00', '"'].map(decodeChar)).toEqual([
      0x61, 10, 0x27, 0x1b, 0x1f600, 0x1f600, 0x22,
    ]);
  });

  test('faults', () => {
    expect(decodeChar('')).toEqual({ offset: 0, message: 'empty character literal' });
    expect(decodeChar('ab')).toEqual({ offset: 1, message: "expected single quote (')" });
    expect(decodeChar('\\n1')).toEqual({ offset: 2, message: "expected single quote (')" });
  });
});
