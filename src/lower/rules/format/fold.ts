/**
 * Arguments that are constants without a run-time type (`comptime_int`, string literals) are printed while porting: a literal as an
 * argument of `print!` is what clippy's `print_literal` rejects, and a `comptime_int` has no Rust type to print.
 */
import type { Int } from '../../../parse/ir/values.js';
import type { Alignment } from './format-string.js';

export interface FoldOptions {
  readonly fill: string | undefined;
  readonly alignment: Alignment | undefined;
  readonly width: number;
}

const RADIX: Readonly<Record<string, number>> = { '': 10, any: 10, d: 10, x: 16, X: 16, b: 2, o: 8 };

/** A `comptime_int` under a specifier; undefined where it prints no digits (`{c}`, `{e}`). It shows no plus sign. */
export function foldInteger(specifier: string, value: Int, options: FoldOptions): string | undefined {
  if (specifier === 'c' && Number(value) >= 0 && Number(value) < 128)
    return pad(String.fromCharCode(Number(value)), options);
  if (specifier === 'u' && isCharacter(Number(value))) return pad(String.fromCodePoint(Number(value)), options);
  const radix = RADIX[specifier];
  if (radix === undefined) return undefined;
  const exact = BigInt(value);
  const digits = (exact < 0n ? -exact : exact).toString(radix);
  const sign = exact < 0n ? '-' : '';
  return pad(`${sign}${specifier === 'X' ? digits.toUpperCase() : digits}`, options);
}

function isCharacter(code: number): boolean {
  return code >= 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}

/** Text with fill and width; widths count bytes. */
export function pad(text: string, { fill, alignment, width }: FoldOptions): string {
  const missing = Math.max(0, width - new TextEncoder().encode(text).length);
  const before = alignment === 'left' ? 0 : alignment === 'center' ? Math.floor(missing / 2) : missing;
  const filler = fill ?? ' ';
  return filler.repeat(before) + text + filler.repeat(missing - before);
}
