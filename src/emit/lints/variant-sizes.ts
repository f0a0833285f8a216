/** Enums with one variant much larger than the others: estimated, since only rustc knows layouts. */
import type { EnumItem, Fields, Item, Type } from '../rust-ast.js';
import type { PortedModule } from './lint.js';
import { itemsOf } from './naming.js';

/** clippy warns from 200 bytes on; the estimate is coarse, so less is enough here. */
const LARGE_DIFFERENCE = 160;
const POINTER = 8;
const DEEPEST = 12;

export function hasLargeVariant(modules: readonly PortedModule[]): boolean {
  const items = modules.flatMap(({ content }) => itemsOf(content));
  const byName = new Map(items.flatMap((item) => ('name' in item ? [[item.name, item] as const] : [])));
  return items.some((item) => item.kind === 'enum' && differs(item, byName));
}

type Items = ReadonlyMap<string, Item>;

function differs({ variants }: EnumItem, items: Items): boolean {
  const sizes = variants.map(({ fields }) => sizeOfFields(fields, items, 0)).sort((one, other) => other - one);
  return sizes.length > 1 && (sizes[0] ?? 0) - (sizes[1] ?? 0) >= LARGE_DIFFERENCE;
}

function sizeOfFields(fields: Fields, items: Items, depth: number): number {
  if (fields.kind === 'unit') return 0;
  return fields.fields.reduce((sum, field) => sum + sizeOf(field.type, items, depth), 0);
}

function sizeOf(type: Type, items: Items, depth: number): number {
  if (depth > DEEPEST) return LARGE_DIFFERENCE;
  switch (type.kind) {
    case 'reference':
    case 'rawPointer':
      return type.target.kind === 'slice' ? 2 * POINTER : POINTER;
    case 'tuple':
      return type.elements.reduce((sum, element) => sum + sizeOf(element, items, depth + 1), 0);
    case 'array': {
      const length =
        type.length.kind === 'literal' && type.length.literal.kind === 'int'
          ? Number(type.length.literal.value)
          : LARGE_DIFFERENCE;
      return length * sizeOf(type.element, items, depth + 1);
    }
    case 'path':
      return sizeOfPath(type.path.segments.at(-1)?.name ?? '', type, items, depth);
    default:
      return POINTER;
  }
}

function sizeOfPath(name: string, type: Extract<Type, { readonly kind: 'path' }>, items: Items, depth: number): number {
  const bits = /^[iuf](\d+)$/.exec(name)?.[1];
  if (bits !== undefined) return Number(bits) / 8;
  const item = items.get(name);
  if (item?.kind === 'struct') return sizeOfFields(item.fields, items, depth + 1);
  if (item?.kind === 'union') return Math.max(0, ...item.fields.map((field) => sizeOf(field.type, items, depth + 1)));
  if (item?.kind === 'enum') {
    return POINTER + Math.max(0, ...item.variants.map(({ fields }) => sizeOfFields(fields, items, depth + 1)));
  }
  if (name !== 'Option' && name !== 'Result') return 3 * POINTER;
  const inside = (type.path.segments.at(-1)?.generics ?? []).map((one) =>
    one.kind === 'type' ? sizeOf(one.type, items, depth + 1) : 0,
  );
  return POINTER + Math.max(0, ...inside);
}
