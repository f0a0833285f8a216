/** A difference of two short texts, line by line: the longest common subsequence, found by dynamic programming. */
import type { Colors } from './terminal.js';

/** Lines only before are marked `-`, lines only after `+`. */
export function differenceOf(before: string, after: string, colors: Colors): string {
  const old = linesOf(before);
  const fresh = linesOf(after);
  const common = commonLengths(old, fresh);
  const shown: string[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      shown.push(`  ${old[i]}`);
      i += 1;
      j += 1;
    } else if (j >= fresh.length || (i < old.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      shown.push(colors.red(`- ${old[i]}`));
      i += 1;
    } else {
      shown.push(colors.green(`+ ${fresh[j]}`));
      j += 1;
    }
  }
  return `${shown.join('\n')}\n`;
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** For every pair of positions the length of the longest common subsequence of what follows. */
function commonLengths(old: readonly string[], fresh: readonly string[]): readonly Uint32Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const longest =
        old[i] === fresh[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
      const row = lengths[i];
      if (row !== undefined) row[j] = longest;
    }
  }
  return lengths;
}

function at(lengths: readonly Uint32Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
