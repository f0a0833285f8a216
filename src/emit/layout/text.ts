/**
 * Measuring decided documents. All documents made here consist of text, `indent`, hard lines and labelled comments,
 * so their text does not depend on where they are printed, except for the indentation of the block around them.
 */
import { builders } from 'prettier/doc';
import { type Shape, tabWidth, usedWidth } from './shape.js';

export type Doc = builders.Doc;
export const { hardline, literalline, indent } = builders;

/** The document with its lines but the first moved to the right by some columns. */
export function shift(columns: number, document: Doc): Doc {
  return columns === 0 ? document : builders.align(columns, document);
}

/** Marks a comment, so that width checks can look past it as rustfmt's do. */
export function commentDoc(text: string): Doc {
  return builders.label('comment', `//${text}`);
}

interface FlatText {
  /** Lines relative to the block in which the document stands. */
  readonly text: string;
  /** The same without comments. */
  readonly code: string;
}

const flatTexts = new WeakMap<object, FlatText>();

/** The text of a document, its lines relative to the block in which it stands. */
export function textOf(document: Doc): string {
  return typeof document === 'string' ? document : flatten(document).text;
}

/** The text without comments. */
function codeOf(document: Doc): string {
  return typeof document === 'string' ? document : flatten(document).code;
}

function flatten(document: Doc): FlatText {
  if (typeof document === 'string') return { text: document, code: document };
  const known = flatTexts.get(document);
  if (known !== undefined) return known;
  const flat = flattenNew(document);
  flatTexts.set(document, flat);
  return flat;
}

function flattenNew(document: Exclude<Doc, string>): FlatText {
  if (Array.isArray(document)) return concatenate(document.map(flatten));
  switch (document.type) {
    case 'indent':
      return indented(flatten(document.contents), tabWidth);
    case 'align':
      return indented(flatten(document.contents), Number(document.n));
    case 'label': {
      const { text, code } = flatten(document.contents);
      return { text, code: document.label === 'comment' ? '' : code };
    }
    case 'line':
      return {
        text: document.literal === true ? rawNewline : '\n',
        code: document.literal === true ? rawNewline : '\n',
      };
    case 'break-parent':
      return { text: '', code: '' };
    default:
      throw new TypeError(`undecided document: ${document.type}`);
  }
}

/** A line break inside a raw string: the next line is not indented. It counts as a line break everywhere else. */
const rawNewline = '\n\r';

function indented({ text, code }: FlatText, columns: number): FlatText {
  const newText = indentLines(text, columns);
  return { text: newText, code: code === text ? newText : indentLines(code, columns) };
}

function indentLines(text: string, columns: number): string {
  return text.includes('\n') ? text.replace(/\n(?!\r)/g, `\n${' '.repeat(columns)}`) : text;
}

function concatenate(parts: readonly FlatText[]): FlatText {
  const text = parts.map((part) => part.text).join('');
  const differs = parts.some((part) => part.code !== part.text);
  return { text, code: differs ? parts.map((part) => part.code).join('') : text };
}

export function isMultiline(document: Doc): boolean {
  return textOf(document).includes('\n');
}

export function newlineCount(document: Doc): number {
  const text = textOf(document);
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Columns of a text without line breaks. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (!/\p{Mn}|\r/u.test(character)) width += wideCharacter.test(character) ? 2 : 1;
  }
  return width;
}
const wideCharacter =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{16fe0}-\u{18d08}\u{1aff0}-\u{1b2fb}\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

export function firstLine(document: Doc): string {
  const text = textOf(document);
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

export function firstLineWidth(document: Doc): number {
  return displayWidth(firstLine(document));
}

/** Width of the last line; of several lines it counts the indentation of the block at `blockIndent` too. */
export function lastLineWidth(document: Doc, blockIndent: number): number {
  const text = textOf(document);
  return text.includes('\n') ? blockIndent + displayWidth(lastLine(text)) : displayWidth(text);
}

export function trimmedLastLineWidth(document: Doc): number {
  return displayWidth(lastLine(textOf(document)).trim());
}

export function totalWidth(document: Doc): number {
  return displayWidth(textOf(document));
}

/** How far the last line reaches beyond what `shape` has used already. */
export function widthBeyond(document: Doc, shape: Shape): number {
  const text = textOf(document);
  if (!text.includes('\n')) return displayWidth(text);
  return Math.max(0, shape.indent + displayWidth(lastLine(text)) - usedWidth(shape));
}

/** Whether the last line is only closing delimiters, so that something may follow on it. */
export function lastLineIsExtendable(document: Doc): boolean {
  const text = textOf(document);
  return text.endsWith('"#') || /^[\s()\]}?>]*$/.test(lastLine(text));
}

export function firstLineEndsWith(document: Doc, character: string): boolean {
  return firstLine(document).endsWith(character);
}

/** Whether the document fits the shape: its first line, every line within the page, and its last line. */
export function fits(document: Doc, shape: Shape): boolean {
  const code = codeOf(document);
  if (code === '') return true;
  const lines = code.split('\n');
  if (displayWidth(lines[0] ?? '') > shape.width) return false;
  if (lines.length === 1) return true;
  const rest = lines.slice(1);
  if (rest.some((line) => shape.indent + displayWidth(line) > shape.page && line.trim() !== '')) return false;
  return shape.indent + displayWidth(rest.at(-1) ?? '') <= usedWidth(shape) + shape.width;
}

/** The document if it fits, for the layouts that fail otherwise. */
export function ifFits(document: Doc | undefined, shape: Shape): Doc | undefined {
  return document !== undefined && fits(document, shape) ? document : undefined;
}
