/**
 * `std.hash.autoHash` of the program's own types: an `impl` of the runtime's `AutoHash`, made for keys of maps and for what lies inside of
 * them. Which types can be keys is decided where the map is (`rules/plain-key.ts`).
 */
import * as rust from '../../emit/build.js';
import type { Expr, Generics, ImplItem, Item, Statement } from '../../emit/rust-ast.js';
import type { EnumType, IntType, NominalType, StructType, Type, UnionType } from '../../parse/ir/types.js';
import { hasPayload } from '../constant-aggregate.js';
import { type Crate, runtimePath, type Site } from '../context.js';
import { tagTypeOf } from '../enum.js';
import { nativeInt } from '../integer.js';
import { isOddInt } from '../rules/plain-key.js';
import { rawType, rustType } from '../type.js';
import { implOf } from './impl.js';
import type { ContainerPlan } from './plan.js';

/** Notes that values of a type are hashed. */
export function requestHash(type: Type, crate: Crate): void {
  switch (type.kind) {
    case 'optional':
    case 'array':
      requestHash(type.child, crate);
      return;
    case 'tuple':
      for (const element of type.elements) requestHash(element.type, crate);
      return;
    case 'enum':
      crate.requests.hashed.add(type.id);
      return;
    case 'struct':
    case 'union':
      if (crate.requests.hashed.has(type.id)) return;
      crate.requests.hashed.add(type.id);
      requestHash(crate.generics.emittedType(type), crate);
      for (const field of type.fields ?? []) requestHash(field.type, crate);
      if (type.kind === 'struct' || type.tag === undefined) return;
      crate.requests.unionTag.add(type.id);
      requestHash(type.tag, crate);
      return;
    default:
      return;
  }
}

/** The `impl AutoHash` of a type that was asked for. */
export function hashItems(type: NominalType, plan: ContainerPlan): readonly Item[] {
  if (!plan.crate.requests.hashed.has(type.id) || type.kind === 'opaque') return [];
  const { site } = plan;
  const { layout, statements } = hashed(type, plan);
  const layoutType = rust.typePath(...name('Layout', site));
  const hasher = rust.refMutType(rust.typePath(...runtimePath(site, 'wyhash', 'Wyhash')));
  const usesHasher = statements.length > 0;
  const method = rust.fn(
    'auto_hash',
    [rust.selfRef, rust.param(usesHasher ? 'hasher' : '_hasher', hasher)],
    undefined,
    rust.block(statements),
  );
  const items = [rust.constItem('LAYOUT', layoutType, layout), method];
  return [{ ...withHashedParameters(implOf(type, items, site), site), trait: rust.pathOf(...name('AutoHash', site)) }];
}

interface Hashed {
  readonly layout: Expr;
  readonly statements: readonly Statement[];
}

const name = (item: string, site: Site) => runtimePath(site, 'auto_hash', item);
const layoutOf = (maker: string, args: readonly Expr[], site: Site): Expr =>
  rust.call(rust.path(...name('Layout', site), maker), args);
const HASHER = rust.path('hasher');

/** The arguments of a generic key are hashed, too. */
function withHashedParameters(item: ImplItem, site: Site): ImplItem {
  if (item.generics === undefined) return item;
  const bound = rust.traitBound(...name('AutoHash', site));
  const parameters = item.generics.parameters.map((one) =>
    one.kind === 'type' ? { ...one, bounds: [...one.bounds, bound] } : one,
  );
  const generics: Generics = { ...item.generics, parameters };
  return { ...item, generics };
}

function hashed(type: StructType | EnumType | UnionType, plan: ContainerPlan): Hashed {
  switch (type.kind) {
    case 'enum':
      return hashedEnum(type, plan);
    case 'struct':
      return hashedStruct(type, plan);
    case 'union':
      return hashedUnion(type, plan);
  }
}

/** An enum is its integer. */
function hashedEnum(type: EnumType, plan: ContainerPlan): Hashed {
  const tag = tagTypeOf(type);
  const self = rust.path('self');
  if (tag === undefined || tag.bits === 0)
    return { layout: layoutOf('of_int', [rust.int(0)], plan.site), statements: [] };
  const value = type.isNonExhaustive ? rust.tupleField(self, 0) : rust.cast(rust.deref(self), rawType(tag, plan.site));
  return hashedInt(value, tag, plan.site);
}

function hashedInt(value: Expr, type: IntType, site: Site): Hashed {
  const bits = rust.int(type.bits);
  const statement = isOddInt(type)
    ? rust.call(rust.path(...name('hash_int', site)), [HASHER, asU128(value, type), bits])
    : rust.method(value, 'auto_hash', [HASHER]);
  return { layout: layoutOf('of_int', [bits], site), statements: [rust.exprStmt(statement)] };
}

/** The bits of an integer that is no `u128`. */
function asU128(value: Expr, type: IntType): Expr {
  const isWidest = nativeInt(type)?.name === 'u128';
  if (isWidest) return value;
  return type.signed ? rust.cast(value, rust.typePath('u128')) : rust.call(rust.path('u128', 'from'), [value]);
}

function hashedStruct(type: StructType, plan: ContainerPlan): Hashed {
  const { site, crate } = plan;
  if (type.layout === 'packed' && type.backingInt !== undefined && isNative(type.backingInt))
    return hashedInt(rust.tupleField(rust.path('self'), 0), type.backingInt, site);
  const fields = (type.fields ?? []).filter((field) => !crate.representation.isErased(field.type));
  const parts = fields.map((field) => {
    const { type: own, index } = field;
    const rustName = crate.names.field(type, index);
    const self = rust.path('self');
    const value = type.layout === 'packed' ? rust.method(self, rustName) : rust.field(self, rustName);
    const maker = [...name('Field', site)];
    if (own.kind === 'int' && isOddInt(own)) {
      const bits = rust.int(own.bits);
      return {
        layout: layoutOf('of_int', [bits], site),
        value: rust.call(rust.path(...maker, 'int'), [asU128(value, own), bits]),
      };
    }
    const held = rustType(own, crate.representation.field(type, index), site);
    return {
      layout: rust.exprOfPath(rust.qualifiedPath(held, rust.pathOf(...name('AutoHash', site)), 'LAYOUT')),
      value: rust.call(rust.path(...maker, 'of'), [rust.refTo(value)]),
    };
  });
  const list = (exprs: readonly Expr[]) => rust.refTo(rust.arrayLit(exprs));
  const layouts = list(parts.map((part) => part.layout));
  const call = rust.call(rust.path(...name('hash_struct', site)), [HASHER, list(parts.map((part) => part.value))]);
  return {
    layout:
      type.layout === 'packed'
        ? rust.path(...name('Layout', site), 'NOT_UNIQUE')
        : layoutOf(type.layout === 'extern' ? 'of_tuple' : 'of_struct', [layouts], site),
    statements: [rust.exprStmt(call)],
  };
}

function isNative(type: IntType): boolean {
  return [8, 16, 32, 64, 128].includes(type.bits);
}

/** A tagged union is its tag, and then its payload. */
function hashedUnion(type: UnionType, plan: ContainerPlan): Hashed {
  const { site, crate } = plan;
  const tag = rust.exprStmt(rust.method(rust.method(rust.path('self'), 'tag'), 'auto_hash', [HASHER]));
  const arms = (type.fields ?? []).map((field) => {
    const variant = ['Self', crate.names.variant(type, field.index)];
    if (!hasPayload(type, field.index)) return rust.arm(rust.pathPattern(...variant), rust.unit);
    const payload = rust.path('payload');
    const { type: own } = field;
    const body =
      own.kind === 'int' && isOddInt(own)
        ? hashedInt(rust.deref(payload), own, site).statements
        : [rust.exprStmt(rust.method(payload, 'auto_hash', [HASHER]))];
    const pattern = rust.tupleStructPattern(rust.pathOf(...variant), rust.bind('payload'));
    return rust.arm(pattern, { kind: 'block', block: rust.block(body) });
  });
  const rest = arms.length === 0 ? [] : [rust.exprStmt(rust.match(rust.path('self'), arms))];
  return { layout: rust.path(...name('Layout', site), 'NOT_UNIQUE'), statements: [tag, ...rest] };
}
