/** Comptime arrays, tuples, structs and unions as Rust expressions. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type { StructType, Type, UnionType } from '../parse/ir/types.js';
import type { Value } from '../parse/ir/values.js';
import type * as ast from '../parse/syntax/ast.js';
import { constant, mismatch } from './constant.js';
import { type Site, unported } from './context.js';
import { memberPath, typeSegments } from './names/paths.js';
import { packedConstant } from './packed.js';
import { repeated } from './repeated.js';
import type { TypeRepr } from './representation/contract.js';
import { textOf } from './rules/format/bytes.js';

/** The elements of an aggregate, `bytes` or `repeat` value. */
export function elementsOf(value: Value): readonly Value[] | undefined {
  if (value.kind === 'aggregate') return value.elements;
  if (value.kind === 'bytes') return Array.from(value.bytes, (int) => ({ kind: 'int', int }));
  if (value.kind === 'repeat') return Array.from({ length: value.count }, () => value.element);
  return undefined;
}

export function arrayConstant(
  value: Value,
  child: Type,
  length: number,
  repr: TypeRepr,
  site: Site,
  node: ast.Node | undefined,
): Expr {
  const isByte = child.kind === 'int' && child.bits === 8 && !child.signed;
  if (value.kind === 'bytes' && isByte && (node?.kind === 'stringLiteral' || isText(value.bytes)))
    return rust.deref(rust.byteStr(value.bytes));
  if (value.kind === 'repeat' && value.count > 1) {
    return repeated(constant(value.element, child, site, undefined, repr), child, length, repr, site);
  }
  const elements = elementsOf(value);
  if (elements === undefined) return mismatch(value, child, node);
  const [first] = elements;
  if (first !== undefined && elements.length > 4 && elements.every((element) => isSameScalar(element, first))) {
    return repeated(constant(first, child, site, undefined, repr), child, length, repr, site);
  }
  return rust.arrayLit(
    elements.slice(0, length).map((element, index) => constant(element, child, site, partNode(node, index), repr)),
  );
}

/** The syntax of an element or field, where the value is written out. */
function partNode(node: ast.Node | undefined, part: number | string): ast.Node | undefined {
  switch (node?.kind) {
    case 'grouped':
      return partNode(node.child, part);
    case 'unary':
      return node.operator === '&' ? partNode(node.operand, part) : undefined;
    case 'arrayInit':
      return typeof part === 'number' ? node.elements[part] : undefined;
    case 'structInit':
      return node.fields.find((field) => field.name.text === part)?.value;
    default:
      return undefined;
  }
}

function isSameScalar(a: Value, b: Value): boolean {
  if (a.kind === 'int' && b.kind === 'int') return a.int === b.int;
  return (
    a.kind === b.kind &&
    (a.kind === 'undefined' || a.kind === 'null' || (a.kind === 'bool' && b.kind === 'bool' && a.bool === b.bool))
  );
}

/** What was put together as text (`++`, `comptimePrint`) is bytes again: an array of bytes that ends in a NUL is a string to Zig. */
export function textual(
  value: Value,
  { child, sentinel }: { readonly child: Type; readonly sentinel?: Value | undefined },
): Value {
  const isByte = child.kind === 'int' && child.bits === 8 && !child.signed;
  if (value.kind !== 'aggregate' || !isByte || sentinel?.kind !== 'int') return value;
  const bytes = value.elements.map((element) => (element.kind === 'int' ? Number(element.int) : undefined));
  return bytes.includes(undefined) ? value : { kind: 'bytes', bytes: Uint8Array.from(bytes as readonly number[]) };
}

/** Bytes that read as text are written as a byte string; text may end in a NUL. */
function isText(bytes: Uint8Array): boolean {
  const text = bytes.at(-1) === 0 ? bytes.subarray(0, -1) : bytes;
  const isControl = (byte: number) => (byte < 32 && ![9, 10, 13].includes(byte)) || byte === 127;
  return bytes.length > 0 && !text.some(isControl) && textOf(text).isUtf8;
}

export function tupleConstant(
  value: Value,
  elements: readonly { readonly type: Type; readonly value: Value | undefined }[],
  repr: TypeRepr,
  site: Site,
  node: ast.Node | undefined,
): Expr {
  const values = elementsOf(value);
  if (values === undefined) return value.kind === 'void' ? rust.unit : unported(`a tuple from a ${value.kind}`, node);
  const parts = elements.flatMap((element, index) => {
    const part = values[index];
    if (element.value !== undefined || part === undefined) return [];
    const held = repr.kind === 'tuple' ? repr.elements[index] : undefined;
    return [constant(part, element.type, site, partNode(node, index), held)];
  });
  return rust.tuple(...parts);
}

export function structConstant(value: Value, type: StructType, site: Site, node: ast.Node | undefined): Expr {
  if (type.layout === 'packed') return packedConstant(value, type, site, node);
  const values = elementsOf(value);
  if (values === undefined) return mismatch(value, type, node);
  const { names, representation } = site.crate;
  const fields = (type.fields ?? []).flatMap((field): [string, Expr][] => {
    const part = values[field.index];
    if (field.isComptime || part === undefined || representation.isErased(field.type)) return [];
    const written = partNode(node, field.name) ?? (part === field.defaultValue ? field.defaultNode : undefined);
    return [
      [
        names.field(type, field.index),
        constant(part, field.type, site, written, representation.field(type, field.index)),
      ],
    ];
  });
  return rust.structLit(rust.pathOf(...typeSegments(type, site)), fields);
}

export function unionConstant(value: Value, type: UnionType, site: Site, node: ast.Node | undefined): Expr {
  if (value.kind !== 'union') return mismatch(value, type, node);
  const field = type.fields?.[value.field];
  if (field === undefined) return mismatch(value, type, node);
  if (type.layout !== 'auto') return layoutUnionConstant(type, value.field, value.payload, site, node);
  const repr = site.crate.representation.field(type, value.field);
  return unionValue(
    type,
    value.field,
    constant(value.payload, field.type, site, partNode(node, field.name), repr),
    site,
  );
}

function layoutUnionConstant(
  type: UnionType,
  index: number,
  payload: Value,
  site: Site,
  node: ast.Node | undefined,
): Expr {
  const field = type.fields?.[index];
  if (type.layout === 'packed' || field === undefined) return unported('a packed union', node);
  const path = rust.pathOf(...typeSegments(type, site));
  return rust.structLit(path, [[site.crate.names.field(type, index), constant(payload, field.type, site)]]);
}

/** `Union::Variant(payload)`; a variant without payload is a unit variant. */
export function unionValue(type: UnionType, index: number, payload: Expr, site: Site): Expr {
  const variant = rust.exprOfPath(memberPath(type, site.crate.names.variant(type, index), site));
  return hasPayload(type, index) ? rust.call(variant, [payload]) : variant;
}

/** Whether the variant of a union's field carries a value. */
export function hasPayload(type: UnionType, index: number): boolean {
  const kind = type.fields?.[index]?.type.kind;
  return kind !== 'void' && kind !== 'noreturn';
}
