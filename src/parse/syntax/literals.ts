/** What literals mean: numbers in all bases, exactly; strings and characters with their escapes (`std.zig.number_literal`, `string_literal`). */
import type { StringLiteral } from './ast.js';

// ---------------------------------------------------------------- numbers

export type NumberValue =
  /** A number while it is safe, a bigint beyond. */
  | { readonly kind: 'int'; readonly value: number | bigint }
  | FloatValue
  | { readonly kind: 'error'; readonly reason: string };

/** Exactly `mantissa * base ** exponent`; `double` is the nearest 64-bit float. */
export interface FloatValue {
  readonly kind: 'float';
  readonly mantissa: bigint;
  readonly base: 2 | 10;
  readonly exponent: number;
  readonly double: number;
}

const INT_PATTERN: Readonly<Record<string, RegExp>> = {
  b: /^0b[01]+(_[01]+)*$/,
  o: /^0o[0-7]+(_[0-7]+)*$/,
  x: /^0x[0-9a-fA-F]+(_[0-9a-fA-F]+)*$/,
};
const DECIMAL_INT = /^(0|[1-9][0-9]*(_[0-9]+)*)$/;
const DECIMAL_DIGITS = '[0-9]+(?:_[0-9]+)*';
const HEX_DIGITS = '[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*';
const DECIMAL_FLOAT = new RegExp(
  `^(0|[1-9][0-9]*(?:_[0-9]+)*)(?:\\.(${DECIMAL_DIGITS}))?(?:[eE]([+-]?${DECIMAL_DIGITS}))?$`,
);
const HEX_FLOAT = new RegExp(`^0x(${HEX_DIGITS})(?:\\.(${HEX_DIGITS}))?(?:[pP]([+-]?${DECIMAL_DIGITS}))?$`);

/** The value of a number literal as written. */
export function parseNumberLiteral(text: string): NumberValue {
  const prefixed = text.charAt(0) === '0' ? INT_PATTERN[text.charAt(1)] : undefined;
  if ((prefixed ?? DECIMAL_INT).test(text)) return intValue(text);
  const hex = HEX_FLOAT.exec(text);
  if (hex) return hexFloat(hex[1] ?? '', hex[2] ?? '', hex[3] ?? '0');
  const decimal = DECIMAL_FLOAT.exec(text);
  if (decimal) return decimalFloat(decimal[1] ?? '', decimal[2] ?? '', decimal[3] ?? '0');
  return { kind: 'error', reason: numberFault(text) };
}

function withoutSeparators(digits: string): string {
  return digits.includes('_') ? digits.replaceAll('_', '') : digits;
}

function intValue(text: string): NumberValue {
  const digits = withoutSeparators(text);
  const value = Number(digits);
  return { kind: 'int', value: Number.isSafeInteger(value) ? value : BigInt(digits) };
}

function decimalFloat(whole: string, fraction: string, power: string): NumberValue {
  const [wholeDigits, fractionDigits, powerDigits] = [whole, fraction, power].map(withoutSeparators) as [
    string,
    string,
    string,
  ];
  const exponent = Number(powerDigits) - fractionDigits.length;
  const mantissa = BigInt(wholeDigits + fractionDigits);
  const double = Number(`${wholeDigits}.${fractionDigits}e${powerDigits}`);
  return { kind: 'float', mantissa, base: 10, exponent, double };
}

function hexFloat(whole: string, fraction: string, power: string): NumberValue {
  const fractionDigits = withoutSeparators(fraction);
  const mantissa = BigInt(`0x${withoutSeparators(whole)}${fractionDigits}`);
  const exponent = Number(withoutSeparators(power)) - 4 * fractionDigits.length;
  return { kind: 'float', mantissa, base: 2, exponent, double: binaryToDouble(mantissa, exponent) };
}

const DOUBLE_PRECISION = 53;
/** The weight of the lowest bit of a subnormal. */
const LOWEST_BIT = -1074;

/** `mantissa * 2 ** exponent`, rounded to nearest, ties to even: once, also where the result is subnormal. */
function binaryToDouble(mantissa: bigint, exponent: number): number {
  if (mantissa === 0n) return 0;
  const bits = mantissa.toString(2).length;
  const precision = Math.min(DOUBLE_PRECISION, bits + exponent - LOWEST_BIT);
  if (precision < 0) return 0;
  const dropped = bits - precision;
  if (dropped <= 0) return scale(Number(mantissa), exponent);
  const shift = BigInt(dropped);
  const kept = mantissa >> shift;
  const rest = mantissa - (kept << shift);
  const half = 1n << (shift - 1n);
  const roundsUp = rest > half || (rest === half && (kept & 1n) === 1n);
  return scale(Number(roundsUp ? kept + 1n : kept), exponent + dropped);
}

/** `value * 2 ** exponent` in two steps, since the power alone may be out of range where the product is not. */
function scale(value: number, exponent: number): number {
  const bounded = Math.max(-2200, Math.min(2200, exponent));
  const first = Math.trunc(bounded / 2);
  return value * 2 ** first * 2 ** (bounded - first);
}

/** Why a number is none, in the terms of the compiler. */
function numberFault(text: string): string {
  if (/^0[BOX]/.test(text)) return 'base prefix must be lowercase';
  if (/^0[0-9_a-zA-Z]/.test(text) && !/^0[boxe]/i.test(text)) return 'number has leading zero';
  if (/^0[box]$/.test(text)) return 'expected a digit after base prefix';
  if (text.includes('__')) return 'repeated digit separator';
  if (text.endsWith('_')) return 'trailing digit separator';
  if (/[-+.eEpP]$/.test(text) && !/^0x[^pP]*[eE]$/.test(text)) return 'number ends in a special character';
  if (/_[-+.eEpP]|[-+.]_/.test(text)) return 'unexpected digit separator';
  if (/^0[bo].*\./.test(text)) return 'invalid base for float literal';
  return 'invalid digit';
}

// ---------------------------------------------------------------- strings and characters

/** A fault inside a literal; `offset` counts from the beginning of its text (after the quote). */
export interface LiteralFault {
  readonly offset: number;
  readonly message: string;
}

interface Escape {
  readonly value: number;
  readonly length: number;
}

const SIMPLE_ESCAPES: Readonly<Record<string, number>> = {
  n: 0x0a,
  r: 0x0d,
  t: 0x09,
  '\\': 0x5c,
  "'": 0x27,
  '"': 0x22,
};
const MAX_CODE_POINT = 0x10ffff;

/** The escape that begins with the backslash at `at`. */
function parseEscape(text: string, at: number): Escape | LiteralFault {
  const letter = text.charAt(at + 1);
  const simple = SIMPLE_ESCAPES[letter];
  if (simple !== undefined) return { value: simple, length: 2 };
  if (letter === 'x') return parseByteEscape(text, at);
  if (letter === 'u') return parseUnicodeEscape(text, at);
  return { offset: at + 1, message: `invalid escape character: '${letter}'` };
}

function parseByteEscape(text: string, at: number): Escape | LiteralFault {
  const digits = text.slice(at + 2, at + 4);
  if (/^[0-9a-fA-F]{2}$/.test(digits)) return { value: Number.parseInt(digits, 16), length: 4 };
  const offset = at + 2 + (/^[0-9a-fA-F]/.test(digits) ? 1 : 0);
  return { offset, message: `expected hex digit, found '${text.charAt(offset)}'` };
}

function parseUnicodeEscape(text: string, at: number): Escape | LiteralFault {
  if (text.charAt(at + 2) !== '{') return { offset: at + 2, message: `expected '{', found '${text.charAt(at + 2)}'` };
  const close = text.indexOf('}', at + 3);
  const digits = text.slice(at + 3, close < 0 ? text.length : close);
  const wrong = digits.search(/[^0-9a-fA-F]/);
  const bad = wrong >= 0 ? wrong : close < 0 ? digits.length : -1;
  if (bad >= 0) {
    return { offset: at + 3 + bad, message: `expected hex digit or '}', found '${text.charAt(at + 3 + bad)}'` };
  }
  if (digits === '') return { offset: at + 3, message: 'empty unicode escape sequence' };
  const value = Number.parseInt(digits, 16);
  if (value > MAX_CODE_POINT) {
    return { offset: close, message: 'unicode escape does not correspond to a valid unicode scalar value' };
  }
  return { value, length: close + 1 - at };
}

/** The bytes of a string literal. */
export function decodeString(literal: StringLiteral): Uint8Array | LiteralFault {
  return literal.multiline ? new TextEncoder().encode(literal.text) : decodeEscapes(literal.text);
}

/** The bytes of a text with escapes, as it stands between the quotes. */
export function decodeEscapes(text: string): Uint8Array | LiteralFault {
  const encoder = new TextEncoder();
  let escapeAt = text.indexOf('\\');
  if (escapeAt < 0) return encoder.encode(text);
  const bytes: number[] = [];
  let at = 0;
  while (escapeAt >= 0) {
    appendBytes(bytes, encoder.encode(text.slice(at, escapeAt)));
    const parsed = parseEscape(text, escapeAt);
    if ('message' in parsed) return parsed;
    if (text.charAt(escapeAt + 1) === 'u') appendCodePoint(bytes, parsed.value);
    else bytes.push(parsed.value);
    at = escapeAt + parsed.length;
    escapeAt = text.indexOf('\\', at);
  }
  appendBytes(bytes, encoder.encode(text.slice(at)));
  return Uint8Array.from(bytes);
}

function appendBytes(bytes: number[], added: Uint8Array): void {
  for (const byte of added) bytes.push(byte);
}

/** The UTF-8 of a code point; surrogates too, which Zig allows in `\u{…}` and encodes like any other (WTF-8). */
function appendCodePoint(bytes: number[], code: number): void {
  if (code < 0x80) bytes.push(code);
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
  else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
  else {
    bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
  }
}

/** The value of a character literal; `text` stands between its quotes. */
export function decodeChar(text: string): number | LiteralFault {
  if (text === '') return { offset: 0, message: 'empty character literal' };
  if (text.charAt(0) === '\\') {
    const parsed = parseEscape(text, 0);
    if ('message' in parsed) return parsed;
    return parsed.length === text.length
      ? parsed.value
      : { offset: parsed.length, message: "expected single quote (')" };
  }
  const code = text.codePointAt(0) as number;
  const length = code > 0xffff ? 2 : 1;
  return length === text.length ? code : { offset: length, message: "expected single quote (')" };
}

/** The name that `@"…"` denotes, from the text between its quotes; a bad escape leaves the text as written. */
export function decodeQuotedName(text: string): string {
  const bytes = decodeEscapes(text);
  return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : text;
}
