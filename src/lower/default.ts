/**
 * Structs whose every field has a default: the defaults are Rust's `Default`, derived where each is the one of its type, and an
 * initialiser that leaves fields out takes them from there. (A constant cannot call it; there, and where only some fields have a default,
 * the values are written.)
 */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { StructField, StructType, Type } from '../parse/ir/types.js';
import type { Value } from '../parse/ir/values.js';
import type { Crate, Scope } from './context.js';
import { nativeInt } from './integer.js';
import { typeSegments } from './names/paths.js';

/** The fields that the Rust has. */
function fieldsOf(type: StructType, { representation }: Crate): readonly StructField[] {
  return (type.fields ?? []).filter((field) => !field.isComptime && !representation.isErased(field.type));
}

function hasDefaults(type: StructType, crate: Crate): boolean {
  const { isCopy, ownership } = crate.representation.nominal(type);
  const fields = fieldsOf(type, crate);
  return (
    type.layout !== 'packed' &&
    isCopy &&
    ownership === 'plain' &&
    crate.generics.container(type.container) === undefined &&
    !type.container.decls.has('default') &&
    fields.length > 0 &&
    fields.every((field) => field.defaultValue !== undefined && field.defaultValue.kind !== 'undefined')
  );
}

/** `T::default()` for the fields that an initialiser leaves out; undefined where it leaves out none, or they have to be written. */
export function defaultBase(expr: ir.StructInit, scope: Scope): Expr | undefined {
  const { crate, body } = scope;
  if (body.kind === 'global' || !expr.fields.some((init) => init.isDefault) || !hasDefaults(expr.type, crate))
    return undefined;
  crate.requests.defaults.add(expr.type);
  return rust.call(rust.exprOfPath(rust.pathOf(...typeSegments(expr.type, scope), 'default')), []);
}

/** Whether the defaults are those that Rust derives. */
export function isDerivedDefault(type: StructType, crate: Crate): boolean {
  return fieldsOf(type, crate).every(({ type: field, defaultValue }) => isRustDefault(defaultValue, field));
}

/** The longest array that has a `Default`. */
const LONGEST = 32;

function isRustDefault(value: Value | undefined, type: Type): boolean {
  switch (type.kind) {
    case 'int':
      return value?.kind === 'int' && Number(value.int) === 0 && nativeInt(type) !== undefined;
    case 'float':
      return value?.kind === 'float' && Object.is(value.float, 0);
    case 'bool':
      return value?.kind === 'bool' && !value.bool;
    case 'optional':
      return value?.kind === 'null';
    case 'array':
      if (type.length > LONGEST) return false;
      if (value?.kind === 'repeat') return isRustDefault(value.element, type.child);
      if (value?.kind === 'bytes') return value.bytes.every((byte) => byte === 0);
      return value?.kind === 'aggregate' && value.elements.every((element) => isRustDefault(element, type.child));
    default:
      return false;
  }
}
