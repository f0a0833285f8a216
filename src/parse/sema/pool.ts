/**
 * The pools that make types and frozen values comparable by identity: structural types are hash-consed (`===` is type equality), and
 * every frozen value has a dense numeric id, so that memo tables are nested maps over numbers. Primitive types are module constants.
 */
import type {
  AnyErrorType,
  ArrayType,
  ErrorSetType,
  ErrorUnionType,
  FloatType,
  FnType,
  FnTypeParam,
  IntType,
  NamedErrorSetType,
  OptionalType,
  PointerSize,
  PointerType,
  SimpleType,
  SimpleTypeKind,
  TupleElement,
  TupleType,
  Type,
  VectorType,
} from '../ir/types.js';
import type { PathStep, PointerBase, SkolemValue, Value } from '../ir/values.js';

let nextTypeId = 1;
/** A fresh id for a nominal type. */
export function freshTypeId(): number {
  return nextTypeId++;
}

const intTypes = new Map<number, IntType>();
/** The integer type of `bits` bits, `u0` to `i65535`. */
export function intType(signed: boolean, bits: number): IntType {
  const key = bits * 2 + (signed ? 1 : 0);
  let type = intTypes.get(key);
  if (!type) {
    type = { kind: 'int', id: freshTypeId(), signed, bits, name: `${signed ? 'i' : 'u'}${bits}` };
    intTypes.set(key, type);
  }
  return type;
}
const namedInt = (name: string, signed: boolean, bits: number): IntType => ({
  kind: 'int',
  id: freshTypeId(),
  signed,
  bits,
  name,
});
const floatType = (name: string, bits: FloatType['bits']): FloatType => ({
  kind: 'float',
  id: freshTypeId(),
  bits,
  name,
});
const simple = (kind: SimpleTypeKind): SimpleType => ({ kind, id: freshTypeId() });

/** The primitive types, by their Zig names. */
export const T = {
  u1: intType(false, 1),
  u8: intType(false, 8),
  u16: intType(false, 16),
  u29: intType(false, 29),
  u32: intType(false, 32),
  u64: intType(false, 64),
  u128: intType(false, 128),
  i32: intType(true, 32),
  i64: intType(true, 64),
  u0: intType(false, 0),
  usize: namedInt('usize', false, 64),
  isize: namedInt('isize', true, 64),
  f16: floatType('f16', 16),
  f32: floatType('f32', 32),
  f64: floatType('f64', 64),
  f80: floatType('f80', 80),
  f128: floatType('f128', 128),
  bool: simple('bool'),
  void: simple('void'),
  noreturn: simple('noreturn'),
  type: simple('type'),
  anyopaque: simple('anyopaque'),
  anyerror: { kind: 'anyerror', id: freshTypeId() } as AnyErrorType,
  comptimeInt: simple('comptime_int'),
  comptimeFloat: simple('comptime_float'),
  undefined: simple('undefined'),
  null: simple('null'),
  enumLiteral: simple('enum_literal'),
  unknown: simple('unknown'),
  anytype: simple('anytype'),
} as const;

const primitiveNames = new Map<string, Type>([
  ['usize', T.usize],
  ['isize', T.isize],
  ['f16', T.f16],
  ['f32', T.f32],
  ['f64', T.f64],
  ['f80', T.f80],
  ['f128', T.f128],
  ['bool', T.bool],
  ['void', T.void],
  ['noreturn', T.noreturn],
  ['type', T.type],
  ['anyopaque', T.anyopaque],
  ['anyerror', T.anyerror],
  ['comptime_int', T.comptimeInt],
  ['comptime_float', T.comptimeFloat],
  ['c_char', namedInt('c_char', true, 8)],
  ['c_short', namedInt('c_short', true, 16)],
  ['c_ushort', namedInt('c_ushort', false, 16)],
  ['c_int', namedInt('c_int', true, 32)],
  ['c_uint', namedInt('c_uint', false, 32)],
  ['c_long', namedInt('c_long', true, 64)],
  ['c_ulong', namedInt('c_ulong', false, 64)],
  ['c_longlong', namedInt('c_longlong', true, 64)],
  ['c_ulonglong', namedInt('c_ulonglong', false, 64)],
  ['c_longdouble', floatType('c_longdouble', 80)],
]);

/** The type that a primitive name denotes (`u21`, `usize`, `c_int`, `void`…), or undefined. */
export function primitiveType(name: string): Type | undefined {
  const found = primitiveNames.get(name);
  if (found) return found;
  const first = name.charCodeAt(0);
  if (first !== 117 && first !== 105) return undefined;
  if (!/^[ui](0|[1-9][0-9]{0,4})$/.test(name)) return undefined;
  const bits = Number(name.slice(1));
  return bits <= 65535 ? intType(first === 105, bits) : undefined;
}

/** A map over sequences of numbers and strings: the memo tables of the analyser. */
export class Trie<V> {
  private readonly branches = new Map<number | string | bigint, Trie<V>>();
  value: V | undefined;

  at(keys: readonly (number | string | bigint)[]): Trie<V> {
    let node: Trie<V> = this;
    for (const key of keys) node = node.step(key);
    return node;
  }
  step(key: number | string | bigint): Trie<V> {
    let next = this.branches.get(key);
    if (!next) {
      next = new Trie<V>();
      this.branches.set(key, next);
    }
    return next;
  }
}

export interface PointerOptions {
  readonly size?: PointerSize;
  readonly isConst?: boolean;
  readonly isVolatile?: boolean;
  readonly isAllowzero?: boolean;
  readonly align?: number;
  readonly sentinel?: Value | undefined;
  readonly bitOffset?: number;
  readonly hostSize?: number;
}

/** Hash-consing of structural types and of frozen values, one pool for each compilation. */
export class Pool {
  private readonly types = new Trie<Type>();
  private readonly values = new Trie<number>();
  private readonly objectIds = new WeakMap<object, number>();
  private nextValueId = 1;

  private intern<K extends Type>(keys: readonly (number | string | bigint)[], make: (id: number) => K): K {
    const slot = this.types.at(keys);
    if (!slot.value) slot.value = make(freshTypeId());
    return slot.value as K;
  }

  pointer(child: Type, options: PointerOptions = {}): PointerType {
    const {
      size = 'one',
      isConst = false,
      isVolatile = false,
      align = 0,
      sentinel,
      bitOffset = 0,
      hostSize = 0,
    } = options;
    const isAllowzero = options.isAllowzero === true || size === 'c';
    const flags = (isConst ? 1 : 0) + (isVolatile ? 2 : 0) + (isAllowzero ? 4 : 0);
    const sentinelId = sentinel === undefined ? 0 : this.valueId(sentinel);
    return this.intern(['p', size, flags, align, child.id, sentinelId, bitOffset, hostSize], (id) => ({
      kind: 'pointer',
      id,
      size,
      isConst,
      isVolatile,
      isAllowzero,
      align,
      child,
      sentinel,
      bitOffset,
      hostSize,
    }));
  }
  slice(child: Type, isConst: boolean, sentinel?: Value): PointerType {
    return this.pointer(child, { size: 'slice', isConst, sentinel });
  }
  array(child: Type, length: number, sentinel?: Value, lengthParam?: SkolemValue): ArrayType {
    const keys = [
      'a',
      child.id,
      lengthParam ? -1 - this.valueId(lengthParam) : length,
      sentinel === undefined ? 0 : this.valueId(sentinel),
    ];
    return this.intern(keys, (id) => ({
      kind: 'array',
      id,
      length: lengthParam ? Number.NaN : length,
      lengthParam,
      child,
      sentinel,
    }));
  }
  vector(child: Type, length: number): VectorType {
    return this.intern(['v', child.id, length], (id) => ({ kind: 'vector', id, length, child }));
  }
  optional(child: Type): OptionalType {
    return this.intern(['o', child.id], (id) => ({ kind: 'optional', id, child }));
  }
  errorUnion(errorSet: ErrorSetType, payload: Type): ErrorUnionType {
    return this.intern(['e', errorSet.id, payload.id], (id) => ({ kind: 'errorUnion', id, errorSet, payload }));
  }
  /** The set with these members; order and repetition do not matter. */
  errorSet(names: Iterable<string>): NamedErrorSetType {
    const sorted = [...new Set(names)].sort();
    return this.intern(['s', ...sorted], (id) => ({ kind: 'errorSet', id, names: sorted }));
  }
  fn(params: readonly FnTypeParam[], returnType: Type | undefined, callconv: string, varargs: boolean): FnType {
    const keys: (number | string)[] = ['f', callconv, varargs ? 1 : 0, returnType?.id ?? 0];
    for (const param of params) keys.push(param.type?.id ?? 0, (param.isComptime ? 1 : 0) + (param.isNoalias ? 2 : 0));
    return this.intern(keys, (id) => ({ kind: 'fn', id, params, returnType, callconv, varargs }));
  }
  tuple(elements: readonly TupleElement[]): TupleType {
    const keys: (number | string)[] = ['t'];
    for (const element of elements)
      keys.push(element.type.id, element.value === undefined ? 0 : this.valueId(element.value));
    return this.intern(keys, (id) => ({ kind: 'tuple', id, elements }));
  }

  /** The id of a record with identity (a declaration, an allocation, an AST node). */
  objectId(object: object): number {
    let id = this.objectIds.get(object);
    if (id === undefined) {
      id = this.nextValueId++;
      this.objectIds.set(object, id);
    }
    return id;
  }

  /** Equal frozen values have equal ids (of values of one type; the type is not part of it). */
  valueId(value: Value): number {
    const slot = this.values.at(this.valueKeys(value));
    slot.value ??= this.nextValueId++;
    return slot.value;
  }

  private valueKeys(value: Value): (number | string | bigint)[] {
    switch (value.kind) {
      case 'int':
      case 'enum':
        return ['i', value.int];
      case 'float':
        if (value.nan) return ['n', value.nan.isNegative ? 1 : 0, value.nan.fraction];
        return value.wide
          ? ['r', value.wide.numerator, value.wide.denominator]
          : ['d', Object.is(value.float, -0) ? '-0' : value.float];
      case 'bool':
        return ['b', value.bool ? 1 : 0];
      case 'void':
      case 'undefined':
      case 'null':
        return [value.kind];
      case 'type':
        return ['t', value.type.id];
      case 'enumLiteral':
        return ['.', value.name];
      case 'error':
        return ['e', value.name];
      case 'some':
        return ['?', this.valueId(value.payload)];
      case 'aggregate':
        return ['a', ...value.elements.map((element) => this.valueId(element))];
      case 'bytes':
        return ['a', ...Array.from(value.bytes, (byte) => this.valueId({ kind: 'int', int: byte }))];
      case 'repeat':
        return ['a', ...new Array<number>(value.count).fill(this.valueId(value.element))];
      case 'union':
        return ['u', value.field, this.valueId(value.payload)];
      case 'fn':
        return ['f', this.objectId(value.instance)];
      case 'pointer':
        return ['p', ...this.baseKeys(value.base), ...value.path.flatMap((step) => this.stepKeys(step))];
      case 'slice':
        return ['s', value.length, this.valueId(value.pointer)];
      case 'skolem':
        return ['k', this.objectId(value.owner), value.param];
    }
  }
  private baseKeys(base: PointerBase): (number | string | bigint)[] {
    switch (base.kind) {
      case 'decl':
        return ['d', this.objectId(base.decl)];
      case 'constant':
        return ['c', base.type.id, this.valueId(base.value)];
      case 'allocation':
        return ['m', this.objectId(base.allocation)];
      case 'integer':
        return ['i', base.address];
      case 'fn':
        return ['f', this.objectId(base.instance)];
    }
  }
  private stepKeys(step: PathStep): (number | string)[] {
    switch (step.kind) {
      case 'field':
        return ['.', step.index];
      case 'element':
        return ['[', step.index];
      case 'optionalPayload':
        return ['?'];
      case 'errorPayload':
        return ['!'];
      case 'reinterpret':
        return ['@', step.type.id];
    }
  }
}
