/** Compares the token stream that a tree tells with the one of the file. */
import type { SourceFile } from '../../src/parse/syntax/ast.js';
import type { Expected } from './unparse.js';

/** The tokens of the file as written. */
export function tokenTexts(file: SourceFile): readonly string[] {
  const { tokens, text } = file;
  return Array.from({ length: tokens.length }, (_, index) => text.slice(tokens.starts[index], tokens.ends[index]));
}

/** The first place where the written tokens are not the expected ones, in words; undefined where they are. */
export function firstDifference(expected: readonly Expected[], written: readonly string[]): string | undefined {
  const end = matchAll(expected, written, 0);
  if (typeof end === 'string') return end;
  return end === written.length ? undefined : `token ${end} (${written[end]}) is owned by no node`;
}

/** Where the match ends, or what is wrong. */
function matchAll(expected: readonly Expected[], written: readonly string[], from: number): number | string {
  let at = from;
  for (const item of expected) {
    if (typeof item === 'string') {
      if (written[at] !== item)
        return `token ${at}: the tree has ${item}, the file ${written.slice(at, at + 5).join(' ')}`;
      at++;
    } else if ('optional' in item) {
      if (written[at] === item.optional) at++;
    } else {
      const end = matchAnyOrder(item.anyOrder, written, at);
      if (typeof end === 'string') return end;
      at = end;
    }
  }
  return at;
}

function matchAnyOrder(
  groups: readonly (readonly Expected[])[],
  written: readonly string[],
  from: number,
): number | string {
  if (groups.length === 0) return from;
  for (const [index, group] of groups.entries()) {
    const end = matchAll(group, written, from);
    if (typeof end === 'number') return matchAnyOrder(groups.toSpliced(index, 1), written, end);
  }
  return `token ${from}: no modifier matches ${written[from]}`;
}
