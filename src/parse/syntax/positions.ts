/** Offsets to lines and columns, and to tokens; the line starts of a file are found once, on first use. */
import type { SourceFile } from './ast.js';

/** Both count from 1; the column counts characters (code points), not code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineStartsOf = new WeakMap<SourceFile, Uint32Array>();

function lineStarts(file: SourceFile): Uint32Array {
  const known = lineStartsOf.get(file);
  if (known !== undefined) return known;
  const starts = [0];
  for (let at = file.text.indexOf('\n'); at >= 0; at = file.text.indexOf('\n', at + 1)) starts.push(at + 1);
  const table = Uint32Array.from(starts);
  lineStartsOf.set(file, table);
  return table;
}

/** Index of the last entry that is not above `wanted`, or -1. */
function lastNotAbove(sorted: Uint32Array, length: number, wanted: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Line and column of an offset. */
export function lineAndColumn(file: SourceFile, offset: number): Position {
  const starts = lineStarts(file);
  const line = lastNotAbove(starts, starts.length, offset);
  let column = 1;
  for (let at = starts[line] as number; at < offset; at++) {
    const code = file.text.charCodeAt(at);
    const isSecondHalf = code >= 0xdc00 && code <= 0xdfff;
    if (!isSecondHalf) column++;
  }
  return { line: line + 1, column };
}

/** The text of a line (counted from 1), without its end. */
export function lineText(file: SourceFile, line: number): string {
  const starts = lineStarts(file);
  const end = starts[line] ?? file.text.length + 1;
  return file.text.slice(starts[line - 1], end - 1).replace(/\r$/, '');
}

/** Index of the first token that begins at `offset` or after it; `tokens.length` where there is none. */
export function tokenAt(file: SourceFile, offset: number): number {
  return offset === 0 ? 0 : lastNotAbove(file.tokens.starts, file.tokens.length, offset - 1) + 1;
}
