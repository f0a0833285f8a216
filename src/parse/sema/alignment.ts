/** Explicit alignments. */

import type { PointerType, StructType, Type } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import { type Env, fail } from './env.js';
import { comptimeExprAs } from './expr.js';
import { ensureFields } from './fields.js';
import { alignOf, bitOffsetOf, bitSizeOf, offsetOf, sizeOf } from './layout.js';
import { containerEnv } from './namespace.js';
import { type PointerOptions, T } from './pool.js';
import type { DeclRecord } from './records.js';

/** The value of an alignment expression, in bytes. */
export function alignmentValue(env: Env, node: ast.Expression): number {
  const operand = comptimeExprAs(env, node, T.u29);
  return operand.value?.kind === 'int' ? Number(operand.value.int) : fail(env, node, 'expected an alignment');
}
/** The alignment of a declaration, evaluated in its container. */
export function alignmentOf(env: Env, decl: DeclRecord, node: ast.Expression): number {
  return alignmentValue(containerEnv(env.cx, decl.container), node);
}

/** The largest power of two that divides an offset; any alignment divides 0. */
const offsetAlign = (offset: number, most: number): number => {
  let align = most;
  while (offset % align !== 0) align /= 2;
  return align;
};

/** The alignment of a pointer to element `index` (unknown: any) behind a pointer of explicit alignment; 0 where that has none. */
export function elementAlign(env: Env, align: number, child: Type, index: number | undefined, node: ast.Node): number {
  if (align === 0) return 0;
  const step = sizeOf(env, child, node);
  return offsetAlign(index === undefined ? step : index * step, align);
}

/** How a pointer to a field is aligned, and, in a packed struct, where its bits lie. */
export function fieldPointer(
  env: Env,
  parent: PointerType,
  container: Type,
  index: number,
  node: ast.Node,
): PointerOptions {
  const { align } = parent;
  if (container.kind === 'tuple')
    return { align: unordered(align, 0, alignOf(env, container.elements[index]!.type, node)) };
  if (container.kind !== 'struct' && container.kind !== 'union') return {};
  const field = ensureFields(env, container, node)[index]!;
  if (container.kind === 'struct' && container.layout === 'packed')
    return packedField(env, parent, container, index, node);
  if (container.layout === 'extern' && align > 0)
    return { align: container.kind === 'union' ? align : offsetAlign(offsetOf(env, container, index, node), align) };
  if (container.kind === 'struct' && container.layout === 'extern' && field.align === 0)
    return { align: inheritedAlign(env, container, index, field.type, node) };
  if (align === 0) return { align: field.align };
  return { align: unordered(align, field.align, field.align || alignOf(env, field.type, node)) };
}
/** A field of a C struct lies where the struct's own alignment says; 0 where that is no more than its type's. */
function inheritedAlign(env: Env, container: StructType, index: number, type: Type, node: ast.Node): number {
  const align = offsetAlign(offsetOf(env, container, index, node), alignOf(env, container, node));
  return align === alignOf(env, type, node) ? 0 : align;
}
/** In containers whose field order is the compiler's, only too small an alignment of the whole shows. */
const unordered = (align: number, explicit: number, natural: number): number =>
  align > 0 && align < natural ? align : explicit;

function packedField(
  env: Env,
  parent: PointerType,
  container: Extract<Type, { kind: 'struct' }>,
  index: number,
  node: ast.Node,
): PointerOptions {
  const inner = bitOffsetOf(env, container, index, node);
  const isNested = parent.hostSize > 0;
  const hostSize = isNested ? parent.hostSize : Math.ceil(bitSizeOf(env, container, node) / 8);
  return {
    align: parent.align || alignOf(env, container, node),
    bitOffset: inner + (isNested ? parent.bitOffset : 0),
    hostSize,
  };
}
