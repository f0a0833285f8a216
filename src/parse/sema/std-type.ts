/** Types that the language itself takes from std (`std.builtin.Type`, `std.builtin.CallModifier`…), and values of them. */

import type { Type } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { type Env, fail } from './env.js';
import { ensureFields, fieldIndex } from './fields.js';
import * as int from './int.js';
import { arrayElement, elementOf, elementPointer, loadPointer } from './memory.js';
import { declValue, findDecl } from './namespace.js';
import { aggregate, boolValue, intValue, NULL, some, typeValue, VOID } from './operand.js';
import { T } from './pool.js';
import type { ContainerRecord, DeclRecord, FileRecord } from './records.js';

/** The type at a dotted path that starts with `std`. */
export function stdType(env: Env, path: string, node: ast.Node): Type {
  const std = env.cx.import('std', env.file as FileRecord) ?? fail(env, node, "Zig's standard library was not found");
  let type: Type = std.container.type;
  for (const name of path.split('.').slice(1)) {
    const decl: DeclRecord | undefined =
      'container' in type ? findDecl(env.cx, type.container as ContainerRecord, name) : undefined;
    const value: Value | undefined = decl && declValue(env, decl, node);
    type = value?.kind === 'type' ? value.type : fail(env, node, `std has no type \`${path}\``);
  }
  return type;
}

// ---------------------------------------------------------------- names of other versions

/** Fields of `std.builtin.Type` by the names that they had before 0.14. */
const FORMER_FIELDS: Readonly<Record<string, string>> = {
  sentinel_ptr: 'sentinel',
  default_value_ptr: 'default_value',
};
/** Tags of `std.builtin` that are one word now and were two. */
const FORMER_TAGS: Readonly<Record<string, string>> = {
  noreturn: 'NoReturn',
  anyframe: 'AnyFrame',
};

/** The name as the library's version has it: tags began with capitals before 0.14 (`.Int`, `.ErrorUnion`, `.SeqCst`). */
function nameIn(declared: readonly { readonly name: string }[], name: string): string | undefined {
  const spellings = [name, FORMER_FIELDS[name] ?? '', FORMER_TAGS[name] ?? capitalised(name)];
  return spellings.find((spelling) => declared.some((one) => one.name === spelling));
}
const capitalised = (name: string): string =>
  name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
/** The name of a tag as the newest version spells it. */
export function presentTag(name: string): string {
  if (!/^[A-Z]/.test(name)) return name;
  const former = Object.entries(FORMER_TAGS).find(([, spelling]) => spelling === name);
  return former?.[0] ?? name.replace(/(?!^)([A-Z])/g, '_$1').toLowerCase();
}

// ---------------------------------------------------------------- making values

/** A struct value from its fields by name; what is left out takes its default. */
export function structValue(env: Env, type: Type, fields: Readonly<Record<string, Value>>, node: ast.Node): Value {
  if (type.kind !== 'struct') return fail(env, node, 'expected a struct type of std');
  const declared = ensureFields(env, type, node);
  const given = new Map(Object.entries(fields).map(([name, value]) => [nameIn(declared, name), value]));
  return aggregate(declared.map((field) => given.get(field.name) ?? field.defaultValue ?? { kind: 'undefined' }));
}
/** An enum value by its tag's name. */
export function enumValue(env: Env, type: Type, name: string, node: ast.Node): Value {
  const declared = type.kind === 'enum' ? ensureFields(env, type, node) : [];
  const tag = nameIn(declared, name);
  const field = declared.find((one) => one.name === tag);
  return field ? { kind: 'enum', int: int.normal(field.value) } : fail(env, node, `no tag \`${name}\``);
}
/** A tagged union value by its field's name. */
export function unionValue(env: Env, type: Type, name: string, payload: Value, node: ast.Node): Value {
  const tag = type.kind === 'union' ? nameIn(ensureFields(env, type, node), name) : undefined;
  if (type.kind !== 'union' || tag === undefined) return fail(env, node, `no field \`${name}\``);
  return { kind: 'union', field: fieldIndex(env, type, tag, node), payload };
}
/** A constant slice. */
export function sliceValue(env: Env, child: Type, elements: Value[]): Value {
  const type = env.cx.pool.array(child, elements.length);
  return {
    kind: 'slice',
    length: elements.length,
    pointer: {
      kind: 'pointer',
      base: { kind: 'constant', value: aggregate(elements), type },
      path: [{ kind: 'element', index: 0 }],
    },
  };
}
/** A constant `[:0]const u8`. */
export function stringValue(env: Env, text: string): Value {
  const bytes = new TextEncoder().encode(text);
  const type = env.cx.pool.array(T.u8, bytes.length, intValue(0));
  return {
    kind: 'slice',
    length: bytes.length,
    pointer: {
      kind: 'pointer',
      base: { kind: 'constant', value: { kind: 'bytes', bytes }, type },
      path: [{ kind: 'element', index: 0 }],
    },
  };
}
/** `?*const anyopaque` to a constant. */
export function optionalPointerTo(value: Value | undefined, type: Type): Value {
  return value ? some({ kind: 'pointer', base: { kind: 'constant', value, type }, path: [] }) : NULL;
}
/** The null of any optional. */
export const NULL_POINTER: Value = NULL;
export const optionalValue = (value: Value | undefined): Value => (value ? some(value) : NULL);
export { boolValue, intValue, typeValue, VOID };

// ---------------------------------------------------------------- reading values

/** Field `name` of a struct value. */
export function readField(env: Env, type: Type, value: Value, name: string, node: ast.Node): Value {
  const declared = type.kind === 'struct' ? nameIn(ensureFields(env, type, node), name) : undefined;
  if (type.kind !== 'struct' || declared === undefined) return fail(env, node, `no field \`${name}\``);
  return elementOf(value, fieldIndex(env, type, declared, node), type);
}
export function readType(env: Env, value: Value | undefined, node: ast.Node): Type {
  return value?.kind === 'type' ? value.type : fail(env, node, 'expected a type');
}
export function readOptional(value: Value): Value | undefined {
  return value.kind === 'some' ? value.payload : value.kind === 'null' ? undefined : value;
}
export function readBool(value: Value): boolean {
  return value.kind === 'bool' && value.bool;
}
export function readInt(value: Value | undefined): number {
  return value?.kind === 'int' || value?.kind === 'enum' ? Number(value.int) : 0;
}
export function readTag(env: Env, type: Type, value: Value, node: ast.Node): string {
  const field =
    type.kind === 'enum' && value.kind === 'enum'
      ? ensureFields(env, type, node).find((one) => one.value === BigInt(value.int))
      : undefined;
  return field?.name ?? fail(env, node, 'expected a tag');
}
/** The elements of a known slice, or of what a pointer to an array points to. */
export function readElements(
  env: Env,
  value: Value | undefined,
  child: Type,
  length: number | undefined,
  node: ast.Node,
): Value[] {
  const [first, count] =
    value?.kind === 'slice'
      ? [value.pointer, value.length]
      : value?.kind === 'pointer' && length !== undefined
        ? [arrayElement(env, value, child, 0, node), length]
        : fail(env, node, 'expected a slice known at comptime');
  return Array.from(
    { length: count },
    (_, index) =>
      loadPointer(env, elementPointer(first, index), child, node) ??
      fail(env, node, 'an element is not known at comptime'),
  );
}
/** The text of a slice of bytes. */
export function readString(env: Env, value: Value, node: ast.Node): string {
  return new TextDecoder().decode(
    Uint8Array.from(readElements(env, value, T.u8, undefined, node), (one) => readInt(one)),
  );
}
/** What a `?*const anyopaque` points to, read as `type`. */
export function readOpaque(env: Env, value: Value, type: Type, node: ast.Node): Value | undefined {
  const pointer = readOptional(value);
  return pointer?.kind === 'pointer' ? loadPointer(env, pointer, type, node) : undefined;
}
