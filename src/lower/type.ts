/**
 * Zig types in Rust. A type is printed from the pair of the Zig type and its `TypeRepr`, which says for each pointer in it how it is
 * held. What has no Rust yet (frames) becomes `()`; no value of it is ever made, since its expressions are unported.
 */
import * as rust from '../emit/build.js';
import type { Expr, Type as RustType } from '../emit/rust-ast.js';
import type { ErrorUnionType, OptionalType, PointerType, TupleType, Type, TypeKind } from '../parse/ir/types.js';
import { runtimeItem, type Site } from './context.js';
import { floatType } from './float.js';
import { functionType } from './function-type.js';
import { parameterName } from './generics/parameters.js';
import { isCInt, nativeInt } from './integer.js';
import { nominalPath } from './names/paths.js';
import { hostInt } from './packed.js';
import type { TypeRepr } from './representation/contract.js';
import { PLAIN, payloadRepr, pointeeRepr, rawRepr } from './representation/type-repr.js';
import { mappedRustType } from './rules/host.js';
import { isWide, wideType } from './wide.js';

/** The Rust type of values of `type` held as `repr` says. */
export function rustType(type: Type, repr: TypeRepr, site: Site): RustType {
  const seen = site.crate.representation.type(type);
  const lower = typeTable[seen.kind] as (type: Type, repr: TypeRepr, site: Site) => RustType;
  return lower(seen, repr, site);
}

/** The Rust type with every pointer in it raw. */
export function rawType(type: Type, site: Site): RustType {
  return rustType(type, rawRepr(type), site);
}

type TypeOf<K extends TypeKind> = Extract<Type, { readonly kind: K }>;

const nominal = (type: TypeOf<'struct' | 'enum' | 'union' | 'opaque'>, repr: TypeRepr, site: Site): RustType => {
  const mapped = mappedRustType(type, repr, site);
  if (mapped !== undefined) return mapped;
  const path = nominalPath(type, site);
  const lifetimes = repr.kind === 'nominal' ? repr.lifetimes : [];
  if (lifetimes.length === 0 || path.kind !== 'path') return path;
  const segments = path.path.segments.map((segment, index) =>
    index < path.path.segments.length - 1
      ? segment
      : {
          ...segment,
          generics: [
            ...lifetimes.map((name) => ({ kind: 'lifetime' as const, name: name ?? '_' })),
            ...(segment.generics ?? []),
          ],
        },
  );
  return rust.typeOfPath({ ...path.path, segments });
};
const unit = (): RustType => rust.unitType;

const typeTable: { readonly [K in TypeKind]: (type: TypeOf<K>, repr: TypeRepr, site: Site) => RustType } = {
  int: (type, _repr, site) => {
    if (isCInt(type)) return rust.typePath(...site.module.imports.use('core', 'ffi', type.name));
    if (isWide(type)) return wideType(type, site);
    return rust.typePath(nativeInt(type)?.name ?? 'u128');
  },
  float: (type, _repr, site) => floatType(type, site),
  bool: () => rust.boolType,
  void: unit,
  // A type without values; `!` itself may only be a function's result.
  noreturn: (_type, _repr, site) => rust.typePath(...site.module.imports.use('core', 'convert', 'Infallible')),
  type: unit,
  anyopaque: (_type, _repr, site) => rust.typePath(...site.module.imports.use('core', 'ffi', 'c_void')),
  anyerror: (_type, _repr, site) => site.crate.errorSets.anyType(site),
  comptime_int: () => rust.typePath('i128'),
  comptime_float: () => rust.typePath('f64'),
  undefined: unit,
  null: unit,
  enum_literal: unit,
  unknown: unit,
  anytype: unit,
  pointer: (type, repr, site) => pointerType(type, repr, site),
  array: (type, repr, site) => rust.arrayType(rustType(type.child, payloadRepr(repr), site), arrayLength(type)),
  vector: (type, repr, site) =>
    rust.genericType(runtimeItem(site, 'vector', 'Vector'), rustType(type.child, payloadRepr(repr), site), {
      kind: 'const',
      value: lengthOf(type.length),
    }),
  optional: (type, repr, site) => rust.genericType(preludeName('Option', site), optionalChild(type, repr, site)),
  errorUnion: (type, repr, site) => errorUnionType(type, repr, site),
  errorSet: (type, _repr, site) => site.crate.errorSets.rustType(type, site),
  inferredErrorSet: (type, _repr, site) => site.crate.errorSets.rustType(type, site),
  fn: (type, _repr, site) => functionType(type, site),
  tuple: (type, repr, site) => tupleType(type, repr, site),
  struct: nominal,
  enum: nominal,
  union: nominal,
  opaque: nominal,
  skolem: (type) => rust.typePath(parameterName(type.name, 'type')),
};

function arrayLength(type: TypeOf<'array'>): Expr {
  return type.lengthParam === undefined
    ? lengthOf(type.length)
    : rust.path(parameterName(type.lengthParam.name, 'const'));
}

function lengthOf(length: number): Expr {
  return rust.int(length);
}

/** `Option`, or its full path where a type of the program has that name. */
export function preludeName(name: 'Option' | 'Result' | 'Box' | 'Vec', site: Site): readonly string[] {
  if (!site.module.types.has(name)) return [name];
  const homes = { Option: ['core', 'option'], Result: ['core', 'result'], Box: ['std', 'boxed'], Vec: ['std', 'vec'] };
  return [...homes[name], name];
}

function tupleType(type: TupleType, repr: TypeRepr, site: Site): RustType {
  const parts = type.elements.flatMap((element, index) => {
    if (element.value !== undefined) return [];
    return [
      rustType(element.type, repr.kind === 'tuple' ? (repr.elements[index] ?? PLAIN) : rawRepr(element.type), site),
    ];
  });
  return rust.tupleType(...parts);
}

function errorUnionType(type: ErrorUnionType, repr: TypeRepr, site: Site): RustType {
  const payload = rustType(type.payload, payloadRepr(repr), site);
  if (site.crate.errorSets.isEmpty(type.errorSet)) return payload;
  return rust.genericType(preludeName('Result', site), payload, site.crate.errorSets.rustType(type.errorSet, site));
}

/** Whether an optional of this pointer uses the null address: `Option<NonNull<T>>`, as small as the pointer, as in Zig. */
export function isNonNullPayload(child: Type, repr: TypeRepr): boolean {
  if (child.kind !== 'pointer' || child.child.kind === 'fn' || child.isAllowzero) return false;
  const mode = repr.kind === 'pointer' ? repr.mode : 'raw';
  return mode === 'raw' && (child.size === 'one' || child.size === 'many');
}

function optionalChild(type: OptionalType, repr: TypeRepr, site: Site): RustType {
  const child = payloadRepr(repr);
  if (type.child.kind === 'pointer' && isNonNullPayload(type.child, child)) {
    return rust.genericType(site.module.imports.use('core', 'ptr', 'NonNull'), pointeeType(type.child, child, site));
  }
  return rustType(type.child, child, site);
}

/** What a pointer points to; for a pointer to bits the integer around them. */
export function pointeeType(type: PointerType, repr: TypeRepr, site: Site): RustType {
  return type.hostSize > 0 ? rustType(hostInt(type), PLAIN, site) : rustType(type.child, pointeeRepr(repr), site);
}

/** What a raw pointer points to. */
export function rawPointee(type: PointerType, site: Site): RustType {
  return pointeeType(type, rawRepr(type), site);
}

function pointerType(type: PointerType, repr: TypeRepr, site: Site): RustType {
  if (type.child.kind === 'fn') return functionType(type.child, site);
  const mode = repr.kind === 'pointer' ? repr.mode : 'raw';
  const lifetime = repr.kind === 'pointer' ? repr.lifetime : undefined;
  const element = pointeeType(type, repr, site);
  const target = type.size === 'slice' ? rust.sliceType(element) : element;
  switch (mode) {
    case 'static':
      return rust.refType(target, 'static');
    case 'ref':
      return rust.refType(target, lifetime);
    case 'refMut':
      return rust.refMutType(target, lifetime);
    case 'owned':
      return type.size === 'slice'
        ? rust.genericType(preludeName('Vec', site), element)
        : rust.genericType(preludeName('Box', site), element);
    case 'raw':
      return type.isConst ? rust.constPointerType(target) : rust.mutPointerType(target);
  }
}

/** What a function yields: nothing for `()`, `!` where it never comes back. */
export function resultType(type: Type, repr: TypeRepr, site: Site): RustType | undefined {
  return type.kind === 'noreturn' ? rust.neverType : resultOf(rustType(type, repr, site));
}

/** The result type as it is written: nothing for `()`. */
export function resultOf(type: RustType): RustType | undefined {
  return type.kind === 'tuple' && type.elements.length === 0 ? undefined : type;
}
