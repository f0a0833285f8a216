/** Lints about the layout of doc comments, which come from Zig as they are. */
import type { Fields, Item } from '../rust-ast.js';

const MARKER = /^(\s*)(?:[-*+]|\d+[.)])\s+\S/;

/** A list item that goes on in a line that is not indented, in the comment of an item or of a part of it. */
export function continuesLazily(item: Item): boolean {
  return [item, ...documentedParts(item)].some(({ docs }) => docs !== undefined && hasLazyLine(docs));
}

function hasLazyLine(docs: readonly string[]): boolean {
  let isInItem = false;
  for (const line of docs) {
    if (MARKER.test(line)) isInItem = true;
    else if (line.trim() === '') isInItem = false;
    else if (isInItem) return true;
  }
  return false;
}

interface Documented {
  readonly docs?: readonly string[] | undefined;
}

function documentedParts(item: Item): readonly Documented[] {
  switch (item.kind) {
    case 'struct':
      return fieldsOf(item.fields);
    case 'enum':
      return item.variants.flatMap((variant) => [variant, ...fieldsOf(variant.fields)]);
    case 'union':
      return item.fields;
    default:
      return [];
  }
}

function fieldsOf(fields: Fields): readonly Documented[] {
  return fields.kind === 'unit' ? [] : fields.fields;
}
