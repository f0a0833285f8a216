/** Lints about the layout of doc comments, which come from Zig as they are. */
import type { Item } from '../rust-ast.js';

const MARKER = /^(\s*)(?:[-*+]|\d+[.)])\s+\S/;

/** A list item that goes on in a line that is not indented. */
export function continuesLazily({ docs }: Item): boolean {
  let isInItem = false;
  for (const line of docs ?? []) {
    if (MARKER.test(line)) isInItem = true;
    else if (line.trim() === '') isInItem = false;
    else if (isInItem) return true;
  }
  return false;
}
