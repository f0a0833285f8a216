/**
 * Zig's format strings: `{[position|name]specifier:fill alignment width.precision}` and the escapes `{{`, `}}`.
 *
 * Source: `Writer.print` in std/Io/Writer.zig, `Placeholder.parse` and `ArgState` in std/fmt.zig.
 */

/** A position or a name between brackets, a number, or nothing. */
export type Specifier =
  | { readonly kind: 'none' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'named'; readonly name: string };

export type Alignment = 'left' | 'center' | 'right';

export interface Placeholder {
  readonly kind: 'placeholder';
  readonly argument: Specifier;
  /** `d`, `s`, `any`, `?x`; empty for `{}`. */
  readonly specifier: string;
  readonly fill: string | undefined;
  readonly alignment: Alignment | undefined;
  readonly width: Specifier;
  readonly precision: Specifier;
}

export type FormatPart = { readonly kind: 'text'; readonly text: string } | Placeholder;

export type ParsedFormat = { readonly parts: readonly FormatPart[] } | { readonly fault: string };

/** Takes a format string apart; adjacent text is one part. */
export function parseFormat(format: string): ParsedFormat {
  const parts: FormatPart[] = [];
  let text = '';
  let at = 0;
  while (at < format.length) {
    const char = format.charAt(at);
    if (char !== '{' && char !== '}') {
      text += char;
      at += 1;
    } else if (format.charAt(at + 1) === char) {
      text += char;
      at += 2;
    } else if (char === '}') {
      return { fault: 'missing opening {' };
    } else {
      const close = format.indexOf('}', at);
      if (close < 0) return { fault: 'missing closing }' };
      const placeholder = parsePlaceholder(format.slice(at + 1, close));
      if ('fault' in placeholder) return placeholder;
      if (text !== '') parts.push({ kind: 'text', text });
      parts.push(placeholder);
      text = '';
      at = close + 1;
    }
  }
  if (text !== '') parts.push({ kind: 'text', text });
  return { parts };
}

const ALIGNMENTS: Readonly<Record<string, Alignment>> = { '<': 'left', '^': 'center', '>': 'right' };

/** Characters of a placeholder with a cursor. */
class Cursor {
  private at = 0;
  private readonly chars: readonly string[];

  constructor(text: string) {
    this.chars = [...text];
  }

  peek(offset = 0): string | undefined {
    return this.chars[this.at + offset];
  }

  next(): string | undefined {
    const char = this.peek();
    if (char !== undefined) this.at += 1;
    return char;
  }

  until(delimiter: string): string {
    let taken = '';
    while (this.peek() !== undefined && this.peek() !== delimiter) taken += this.next();
    return taken;
  }
}

function parsePlaceholder(text: string): Placeholder | { readonly fault: string } {
  const cursor = new Cursor(text);
  const argument = parseSpecifier(cursor);
  const specifier = cursor.until(':');
  cursor.next();
  const afterFill = ALIGNMENTS[cursor.peek(1) ?? ''];
  let fill = afterFill === undefined ? undefined : cursor.next();
  const alignment = ALIGNMENTS[cursor.peek() ?? ''];
  if (alignment !== undefined) cursor.next();
  // A width that begins with a zero says that zeros fill it.
  if (fill === undefined && alignment === undefined && cursor.peek() === '0') fill = '0';
  const width = parseSpecifier(cursor);
  const dot = cursor.next();
  if (dot !== undefined && dot !== '.') return { fault: `expected . or }, found '${dot}'` };
  const precision = parseSpecifier(cursor);
  const trailing = cursor.next();
  if (trailing !== undefined) return { fault: `extraneous trailing character '${trailing}'` };
  if (argument === undefined || width === undefined || precision === undefined) return { fault: 'expected closing ]' };
  return { kind: 'placeholder', argument, specifier, fill, alignment, width, precision };
}

function parseSpecifier(cursor: Cursor): Specifier | undefined {
  if (cursor.peek() === '[') {
    cursor.next();
    const name = cursor.until(']');
    return cursor.next() === ']' ? { kind: 'named', name } : undefined;
  }
  let digits = '';
  while (/[0-9]/.test(cursor.peek() ?? '')) digits += cursor.next();
  return digits === '' ? { kind: 'none' } : { kind: 'number', number: Number(digits) };
}

/** A placeholder with its arguments found: indices into the list of arguments. */
export interface BoundPlaceholder {
  readonly kind: 'placeholder';
  readonly specifier: string;
  readonly fill: string | undefined;
  readonly alignment: Alignment | undefined;
  readonly argument: number;
  readonly width: Extent;
  readonly precision: Extent;
}
/** A width or precision: none, a number, or the argument at an index. */
export type Extent =
  | { readonly kind: 'none' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'argument'; readonly index: number };

export type BoundPart = { readonly kind: 'text'; readonly text: string } | BoundPlaceholder;

/** Finds the arguments of all placeholders. `names`: of a tuple `0`, `1`, …; of a struct its field names. */
export function bindArguments(
  parts: readonly FormatPart[],
  names: readonly string[],
): { readonly parts: readonly BoundPart[] } | { readonly fault: string } {
  const bound: BoundPart[] = [];
  let next = 0;
  for (const part of parts) {
    if (part.kind === 'text') {
      bound.push(part);
      continue;
    }
    const { argument, specifier, fill, alignment } = part;
    const width = extentOf(part.width, names);
    const precision = extentOf(part.precision, names);
    const index = indexOf(argument, names) ?? next++;
    if (index < 0 || width === undefined || precision === undefined)
      return { fault: 'there is no argument of that name' };
    if (index >= names.length) return { fault: 'too few arguments' };
    bound.push({ kind: 'placeholder', specifier, fill, alignment, argument: index, width, precision });
  }
  return { parts: bound };
}

/** Undefined: the next argument; -1: there is none of that name. */
function indexOf(specifier: Specifier, names: readonly string[]): number | undefined {
  if (specifier.kind === 'none') return undefined;
  return specifier.kind === 'number' ? specifier.number : names.indexOf(specifier.name);
}

function extentOf(specifier: Specifier, names: readonly string[]): Extent | undefined {
  if (specifier.kind !== 'named') return specifier;
  const index = names.indexOf(specifier.name);
  return index < 0 ? undefined : { kind: 'argument', index };
}
