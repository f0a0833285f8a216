/** Literals. */

import type { Context } from '../layout/context.js';
import type { Shape } from '../layout/shape.js';
import { type Doc, ifFits, literalline } from '../layout/text.js';
import type { Literal, LiteralKind } from '../rust-ast.js';

type LiteralOf<K extends LiteralKind> = Extract<Literal, { readonly kind: K }>;

/** A literal as Rust text. Raw strings may hold line breaks. */
export function literalText(literal: Literal): string {
  // The table's entry for a kind takes the literal of that kind; TypeScript cannot correlate the two.
  const text = literalTexts[literal.kind] as (value: Literal) => string;
  return text(literal);
}

export function layoutLiteral(literal: Literal, context: Context, shape: Shape): Doc | undefined {
  const text = literalText(literal);
  const isRaw = (literal.kind === 'str' || literal.kind === 'byteStr') && literal.raw === true;
  const document: Doc = isRaw
    ? text.split('\n').flatMap((line, index): Doc[] => (index === 0 ? [line] : [literalline, line]))
    : text;
  if (literal.kind === 'str' && (literal.raw === true || context.edition === '2024')) return document;
  return ifFits(document, shape);
}

const literalTexts: { readonly [K in LiteralKind]: (literal: LiteralOf<K>) => string } = {
  int: (literal) => (literal.spelling ?? literal.value.toString()) + (literal.suffix ?? ''),
  float: (literal) => literal.spelling + (literal.suffix ?? ''),
  bool: (literal) => String(literal.value),
  char: (literal) => `'${escapeCharacter(literal.value, "'")}'`,
  byte: (literal) => `b'${escapeByte(literal.value, 0x27)}'`,
  str: (literal) =>
    literal.raw === true
      ? rawString('r', literal.value)
      : `"${[...literal.value].map((character) => escapeCharacter(character.codePointAt(0) ?? 0, '"')).join('')}"`,
  byteStr: (literal) =>
    literal.raw === true
      ? rawString('br', new TextDecoder().decode(literal.value))
      : `b"${escapeBytes(literal.value)}"`,
  cStr: (literal) => `c"${escapeBytes(literal.value)}"`,
};

function rawString(prefix: string, value: string): string {
  let hashes = '';
  while (value.includes(`"${hashes}`)) hashes += '#';
  return `${prefix}${hashes}"${value}"${hashes}`;
}

const namedEscapes: ReadonlyMap<number, string> = new Map([
  [0x00, '\\0'],
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0d, '\\r'],
  [0x5c, '\\\\'],
]);

function escapeCharacter(codePoint: number, quote: string): string {
  const named = namedEscapes.get(codePoint);
  if (named !== undefined) return named;
  const character = String.fromCodePoint(codePoint);
  if (character === quote) return `\\${quote}`;
  const visible =
    codePoint < 0x80 ? codePoint >= 0x20 && codePoint !== 0x7f : /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character);
  if (visible) return character;
  return codePoint < 0x80 ? `\\x${hex(codePoint)}` : `\\u{${codePoint.toString(16)}}`;
}

function escapeBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (value) => escapeByte(value, 0x22)).join('');
}

function escapeByte(value: number, quote: number): string {
  const named = namedEscapes.get(value);
  if (named !== undefined) return named;
  if (value === quote) return `\\${String.fromCharCode(quote)}`;
  return value >= 0x20 && value < 0x7f ? String.fromCharCode(value) : `\\x${hex(value)}`;
}

function hex(value: number): string {
  return value.toString(16).padStart(2, '0');
}
