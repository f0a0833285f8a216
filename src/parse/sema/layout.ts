/** Size, alignment and bit size of types on x86_64-linux, by the rules of the compiler (`auto` structs order fields by alignment). */

import type { StructType, TupleType, Type, UnionType } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import { type Env, fail } from './env.js';
import { ensureFields } from './fields.js';

export interface Layout {
  /** In bytes. */
  readonly size: number;
  readonly align: number;
}

const alignUp = (offset: number, align: number): number => Math.ceil(offset / align) * align;
const powerOfTwo = (value: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, value)));

/** Alignment of an integer type: that of its ABI size, at most 16. */
function intAlign(bits: number): number {
  return bits === 0 ? 1 : Math.min(16, powerOfTwo(Math.ceil(bits / 8)));
}
function intLayout(bits: number): Layout {
  const align = intAlign(bits);
  return { align, size: alignUp(Math.ceil(bits / 8), align) };
}

/** Size and alignment in bytes. Fails for types that have none. */
export function layoutOf(env: Env, type: Type, node: ast.Node): Layout {
  switch (type.kind) {
    case 'int':
      return intLayout(type.bits);
    case 'float':
      return type.bits === 80 ? { size: 16, align: 16 } : { size: type.bits / 8, align: type.bits / 8 };
    case 'bool':
      return { size: 1, align: 1 };
    case 'pointer':
      return { size: type.size === 'slice' ? 16 : 8, align: 8 };
    case 'errorSet':
    case 'inferredErrorSet':
    case 'anyerror':
      return { size: 2, align: 2 };
    case 'array': {
      const child = layoutOf(env, type.child, node);
      if (type.lengthParam) fail(env, node, `the size depends on \`${type.lengthParam.name}\``);
      return { size: child.size * (type.length + (type.sentinel ? 1 : 0)), align: child.align };
    }
    case 'vector': {
      const bits = type.child.kind === 'bool' ? type.length : type.length * bitSizeOf(env, type.child, node);
      const size = powerOfTwo(Math.ceil(bits / 8));
      return { size, align: Math.max(1, size) };
    }
    case 'optional':
      return optionalLayout(env, type.child, node);
    case 'errorUnion':
      return pairLayout(layoutOf(env, type.payload, node), { size: 2, align: 2 });
    case 'enum':
      ensureFields(env, type, node);
      return type.tagType ? layoutOf(env, type.tagType, node) : { size: 0, align: 1 };
    case 'struct':
      return structLayout(env, type, node);
    case 'tuple':
      return sequenceLayout(
        type.elements.filter((element) => !element.value).map((element) => layoutOf(env, element.type, node)),
      );
    case 'union':
      return unionLayout(env, type, node);
    case 'fn':
      return { size: 0, align: 1 };
    case 'unknown':
      return fail(env, node, 'the size of a type that could not be analysed');
    case 'skolem':
      return fail(env, node, `the size of \`${type.name}\` depends on its instance`);
    default:
      return { size: 0, align: 1 };
  }
}

function pairLayout(payload: Layout, tag: Layout): Layout {
  const align = Math.max(payload.align, tag.align);
  const [first, second] = tag.align > payload.align ? [tag, payload] : [payload, tag];
  return { align, size: alignUp(alignUp(first.size, second.align) + second.size, align) };
}

function optionalLayout(env: Env, child: Type, node: ast.Node): Layout {
  const payload = layoutOf(env, child, node);
  if (child.kind === 'pointer' && !child.isAllowzero && child.size !== 'c') return payload;
  if (child.kind === 'errorSet' || child.kind === 'anyerror') return payload;
  return { align: payload.align, size: alignUp(payload.size + 1, payload.align) };
}

/** Fields by falling alignment, as the compiler lays out `auto` structs. */
function sequenceLayout(fields: readonly Layout[]): Layout {
  let size = 0;
  let align = 1;
  for (const field of [...fields].sort((a, b) => b.align - a.align)) {
    size = alignUp(size, field.align) + field.size;
    align = Math.max(align, field.align);
  }
  return { size: alignUp(size, align), align };
}

function structLayout(env: Env, type: StructType, node: ast.Node): Layout {
  const fields = ensureFields(env, type, node).filter((field) => !field.isComptime);
  if (type.layout === 'packed') return intLayout(type.backingInt?.bits ?? 0);
  const layouts = fields.map((field) => ({
    size: layoutOf(env, field.type, node).size,
    align: field.align || layoutOf(env, field.type, node).align,
  }));
  if (type.layout === 'auto') return sequenceLayout(layouts);
  let size = 0;
  let align = 1;
  for (const field of layouts) {
    size = alignUp(size, field.align) + field.size;
    align = Math.max(align, field.align);
  }
  return { size: alignUp(size, align), align };
}

function unionLayout(env: Env, type: UnionType, node: ast.Node): Layout {
  const fields = ensureFields(env, type, node);
  if (type.layout === 'packed')
    return intLayout(Math.max(0, ...fields.map((field) => bitSizeOf(env, field.type, node))));
  let size = 0;
  let align = 1;
  for (const field of fields) {
    const layout = layoutOf(env, field.type, node);
    size = Math.max(size, layout.size);
    align = Math.max(align, field.align || layout.align);
  }
  const payload = { size: alignUp(size, align), align };
  if (type.layout === 'extern') return payload;
  // A bare union carries a hidden tag in the safe modes.
  const tag = type.tag
    ? layoutOf(env, type.tag, node)
    : fields.length > 1
      ? { size: 1, align: 1 }
      : { size: 0, align: 1 };
  if (payload.size === 0) return tag;
  return tag.size === 0 ? payload : pairLayout(payload, tag);
}

export function sizeOf(env: Env, type: Type, node: ast.Node): number {
  return layoutOf(env, type, node).size;
}
export function alignOf(env: Env, type: Type, node: ast.Node): number {
  return layoutOf(env, type, node).align;
}

/** `@bitSizeOf`. */
export function bitSizeOf(env: Env, type: Type, node: ast.Node): number {
  switch (type.kind) {
    case 'int':
      return type.bits;
    case 'float':
      return type.bits;
    case 'bool':
      return 1;
    case 'void':
      return 0;
    case 'errorSet':
    case 'inferredErrorSet':
    case 'anyerror':
      return 16;
    case 'enum':
      ensureFields(env, type, node);
      return type.tagType ? bitSizeOf(env, type.tagType, node) : 0;
    case 'vector':
      return type.length * bitSizeOf(env, type.child, node);
    case 'array': {
      const count = type.length + (type.sentinel ? 1 : 0);
      return count === 0 ? 0 : 8 * sizeOf(env, type.child, node) * (count - 1) + bitSizeOf(env, type.child, node);
    }
    case 'struct':
      ensureFields(env, type, node);
      if (type.layout === 'packed') return type.backingInt?.bits ?? 0;
      return sizeOf(env, type, node) * 8;
    case 'union':
      if (type.layout === 'packed')
        return Math.max(0, ...ensureFields(env, type, node).map((field) => bitSizeOf(env, field.type, node)));
      return sizeOf(env, type, node) * 8;
    default:
      return sizeOf(env, type, node) * 8;
  }
}

/** The byte offset of field `index` of a struct or tuple. */
export function offsetOf(env: Env, type: StructType, index: number, node: ast.Node): number {
  if (type.layout === 'packed') return Math.floor(bitOffsetOf(env, type, index, node) / 8);
  const fields = ensureFields(env, type, node).filter((field) => !field.isComptime);
  const target = ensureFields(env, type, node)[index];
  const layouts = fields.map((field) => ({
    field,
    size: sizeOf(env, field.type, node),
    align: field.align || alignOf(env, field.type, node),
  }));
  if (type.layout === 'auto') layouts.sort((a, b) => b.align - a.align);
  let offset = 0;
  for (const { field, size, align } of layouts) {
    offset = alignUp(offset, align);
    if (field === target) return offset;
    offset += size;
  }
  return 0;
}

/** The byte offset of an element of a tuple. */
export function tupleOffsetOf(env: Env, type: TupleType, index: number, node: ast.Node): number {
  const elements = type.elements
    .map((element, at) => ({ at, element, align: element.value ? 0 : alignOf(env, element.type, node) }))
    .filter((one) => !one.element.value);
  let offset = 0;
  for (const { at, element, align } of elements.sort((a, b) => b.align - a.align)) {
    offset = alignUp(offset, align);
    if (at === index) return offset;
    offset += sizeOf(env, element.type, node);
  }
  return 0;
}

/** The bit offset of field `index` of a packed struct. */
export function bitOffsetOf(env: Env, type: StructType, index: number, node: ast.Node): number {
  const fields = ensureFields(env, type, node);
  if (type.layout !== 'packed') return offsetOf(env, type, index, node) * 8;
  return fields.slice(0, index).reduce((sum, field) => sum + bitSizeOf(env, field.type, node), 0);
}
