/**
 * `{any}` of the program's own types: an `impl` of the runtime's `ZigFmt`, made for what is printed and for what lies inside of it.
 * A type that holds something without a printed form (a raw pointer, a bare union's bytes) cannot be printed, and whoever asks is told.
 */
import * as rust from '../../emit/build.js';
import type { Expr, Item } from '../../emit/rust-ast.js';
import type { EnumType, NominalType, StructType, Type, UnionType } from '../../parse/ir/types.js';
import { hasPayload } from '../constant-aggregate.js';
import { type Crate, runtimePath } from '../context.js';
import type { TypeRepr } from '../representation/contract.js';
import { outermostPointer } from '../representation/type-repr.js';
import { implOf } from './impl.js';
import type { ContainerPlan } from './plan.js';

/** Asks for the printed form of a type; false where it has none. */
export function requestPrint(type: Type, repr: TypeRepr | undefined, crate: Crate): boolean {
  switch (type.kind) {
    case 'int':
    case 'bool':
    case 'void':
      return true;
    case 'float':
      return type.bits === 32 || type.bits === 64;
    case 'optional':
    case 'array':
      return requestPrint(type.child, childOf(repr), crate);
    case 'pointer':
      return type.size === 'slice' && isReference(repr) && requestPrint(type.child, childOf(repr), crate);
    case 'tuple':
      return type.elements.every(
        (element) => element.value === undefined && requestPrint(element.type, undefined, crate),
      );
    case 'struct':
    case 'enum':
    case 'union':
      return requestNominal(type, crate);
    default:
      return false;
  }
}

function childOf(repr: TypeRepr | undefined): TypeRepr | undefined {
  return repr?.kind === 'wrapper' || repr?.kind === 'pointer' ? repr.child : undefined;
}

/** A slice that an argument brings along is a reference, whatever is known of it. */
function isReference(repr: TypeRepr | undefined): boolean {
  return repr === undefined || (outermostPointer(repr)?.mode ?? 'raw') !== 'raw';
}

function requestNominal(type: StructType | EnumType | UnionType, crate: Crate): boolean {
  const { requests, rules } = crate;
  if (rules?.isInsideMapped(type.container) === true) return false;
  if (requests.printed.has(type.id)) return true;
  requests.printed.add(type.id);
  const isPrinted = type.kind === 'enum' ? requestTag(type, crate) : requestFields(type, crate);
  if (!isPrinted) requests.printed.delete(type.id);
  return isPrinted;
}

function requestTag(type: EnumType, crate: Crate): boolean {
  crate.requests.tagName.add(type.id);
  return !type.isNonExhaustive;
}

function requestFields(type: StructType | UnionType, crate: Crate): boolean {
  if (type.kind === 'union' && type.tag === undefined) return false;
  return (type.fields ?? []).every((field) =>
    requestPrint(field.type, crate.representation.field(type, field.index), crate),
  );
}

/** The `impl ZigFmt` of a type that was asked for. */
export function printItems(type: NominalType, plan: ContainerPlan): readonly Item[] {
  if (!plan.crate.requests.printed.has(type.id) || type.kind === 'opaque') return [];
  const name = (item: string) => runtimePath(plan.site, 'fmt_any', item);
  const formatter = rust.typePath('core', 'fmt', rust.segment('Formatter', [{ kind: 'lifetime', name: '_' }]));
  const parameters = [
    rust.selfRef,
    rust.param('f', rust.refMutType(formatter)),
    rust.param(usesDepth(type) ? 'depth' : '_depth', rust.usizeType),
  ];
  const method = rust.fn(
    'fmt_any',
    parameters,
    rust.typePath('core', 'fmt', 'Result'),
    rust.block([], bodyOf(type, plan, name)),
  );
  return [{ ...implOf(type, [method], plan.site), trait: rust.pathOf(...name('ZigFmt')) }];
}

function usesDepth(type: NominalType): boolean {
  return type.kind !== 'enum';
}

type RuntimeName = (item: string) => readonly string[];

function bodyOf(type: StructType | EnumType | UnionType, plan: ContainerPlan, name: RuntimeName): Expr {
  switch (type.kind) {
    case 'enum':
      return rust.call(rust.path(...name('enum_')), [rust.path('f'), rust.method(rust.path('self'), 'tag_name')]);
    case 'struct':
      return structBody(type, plan, name);
    case 'union':
      return unionBody(type, plan, name);
  }
}

/** `struct_(f, depth).field("x", &self.x).finish()`. */
function structBody(type: StructType, plan: ContainerPlan, name: RuntimeName): Expr {
  const start = rust.call(rust.path(...name('struct_')), [rust.path('f'), rust.path('depth')]);
  const kept = (type.fields ?? []).filter((field) => !field.isComptime);
  const fields = kept.reduce((chain, field) => {
    const rustName = plan.crate.names.field(type, field.index);
    const self = rust.path('self');
    const value = type.layout === 'packed' ? rust.method(self, rustName) : rust.field(self, rustName);
    return rust.method(chain, 'field', [rust.str(field.name), rust.refTo(shownField(value, field.type, plan))]);
  }, start);
  return rust.method(fields, 'finish');
}

/** An array without the sentinel that lies behind it. */
function shownField(value: Expr, type: Type, plan: ContainerPlan): Expr {
  const seen = plan.crate.representation.type(type);
  if (type.kind !== 'array' || seen.kind !== 'array' || seen.length === type.length) return value;
  return rust.refTo(rust.index(value, rust.range(undefined, rust.int(type.length, 'usize'))));
}

/** A `match` over the tags: `.{ .tag = payload }`. */
function unionBody(type: UnionType, plan: ContainerPlan, name: RuntimeName): Expr {
  const arms = (type.fields ?? []).map((field) => {
    const variant = ['Self', plan.crate.names.variant(type, field.index)];
    const holds = hasPayload(type, field.index);
    const payload = holds ? rust.path('payload') : rust.refTo(rust.unit);
    const pattern = holds
      ? rust.tupleStructPattern(rust.pathOf(...variant), rust.bind('payload'))
      : rust.pathPattern(...variant);
    return rust.arm(
      pattern,
      rust.call(rust.path(...name('union_')), [rust.path('f'), rust.path('depth'), rust.str(field.name), payload]),
    );
  });
  return rust.match(rust.path('self'), arms);
}
