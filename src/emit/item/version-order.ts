/** The order of names in which `x9` stands before `x10` and `_` before anything else. */

interface Chunk {
  readonly kind: 'underscore' | 'number' | 'text';
  readonly text: string;
}

function chunks(name: string): readonly Chunk[] {
  return Array.from(name.matchAll(/_|\d+|[^_\d]+/g), ([text]): Chunk => {
    return { kind: text === '_' ? 'underscore' : /^\d/.test(text) ? 'number' : 'text', text };
  });
}

/** Order by code points. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

export function compareVersions(left: string, right: string): number {
  const leftChunks = chunks(left);
  const rightChunks = chunks(right);
  let zeros = 0;
  for (let index = 0; index < Math.max(leftChunks.length, rightChunks.length); index += 1) {
    const a = leftChunks[index];
    const b = rightChunks[index];
    if (a === undefined) return -1;
    if (b === undefined) return 1;
    const order = compareChunks(a, b);
    if (order !== 0) return order;
    if (zeros === 0 && a.kind === 'number') zeros = leadingZeros(b.text) - leadingZeros(a.text);
  }
  return zeros;
}

function compareChunks(left: Chunk, right: Chunk): number {
  if (left.kind === 'underscore' || right.kind === 'underscore') {
    return (left.kind === 'underscore' ? 0 : 1) - (right.kind === 'underscore' ? 0 : 1);
  }
  if (left.kind === 'number' && right.kind === 'number') {
    const difference = BigInt(left.text) - BigInt(right.text);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
  return compareText(left.text, right.text);
}

function leadingZeros(digits: string): number {
  return digits.length - digits.replace(/^0+/, '').length;
}
