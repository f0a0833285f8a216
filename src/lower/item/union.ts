/** Unions: an enum with payloads; its tag type and the checked accessors that the program uses. */
import * as rust from '../../emit/build.js';
import type { Expr, Fields, Item, Variant } from '../../emit/rust-ast.js';
import type { UnionType } from '../../parse/ir/types.js';
import { hasPayload } from '../constant-aggregate.js';
import { runtimePath } from '../context.js';
import { nominalPath } from '../names/paths.js';
import { rustType } from '../type.js';
import { undefinedValue } from '../undefined.js';
import { accessorName, parentNames } from '../union.js';
import { unsafe } from '../unsafe-mark.js';
import { wrapUnsafe } from '../unsafety.js';
import { deriveAttributes } from './derive.js';
import { implOf } from './impl.js';
import { memberNodes } from './members.js';
import type { ContainerPlan } from './plan.js';
import { itemTrivia } from './trivia.js';

export function unionItems(type: UnionType, plan: ContainerPlan): readonly Item[] {
  if (type.layout === 'extern') return externUnion(type, plan);
  if (type.layout === 'packed') return [];
  const { crate, name, visibility, trivia } = plan;
  const nodes = memberNodes(type.container);
  const variants = (type.fields ?? []).map((field): Variant => {
    const node = nodes.get(field.name);
    const { blankLineBefore: _blank, ...kept } =
      node === undefined ? {} : itemTrivia(type.container.file, node, plan.claimed);
    return { ...kept, name: crate.names.variant(type, field.index), fields: payloadFields(type, field.index, plan) };
  });
  const { lifetimes } = crate.representation.nominal(type);
  const generics =
    lifetimes.length === 0
      ? {}
      : { generics: rust.generics(lifetimes.map((one) => ({ kind: 'lifetime', name: one, bounds: [] }))) };
  const item = rust.enumItem(name, variants, {
    visibility,
    attributes: deriveAttributes(type, crate),
    ...trivia,
    ...generics,
  });
  const members = [...tagMember(type, plan), ...accessors(type, plan)];
  if (members.length === 0) return [item];
  return [item, implOf(type, members, plan.site)];
}

function payloadFields(type: UnionType, index: number, plan: ContainerPlan): Fields {
  const field = type.fields?.[index];
  if (field === undefined || !hasPayload(type, index)) return { kind: 'unit' };
  return {
    kind: 'tuple',
    fields: [{ type: rustType(field.type, plan.crate.representation.field(type, index), plan.site) }],
  };
}

function externUnion(type: UnionType, plan: ContainerPlan): readonly Item[] {
  const { crate, name, visibility, trivia, site } = plan;
  const fields = (type.fields ?? []).map((field) => ({
    name: crate.names.field(type, field.index),
    visibility,
    type: rustType(field.type, crate.representation.field(type, field.index), site),
  }));
  const attributes = [rust.attribute('derive', 'Clone', 'Copy'), rust.attribute('repr', 'C')];
  return [{ kind: 'union', name, fields, visibility, ...trivia, attributes }];
}

/** The pattern of a variant, its payload bound to `payload` or not at all. */
function variantPattern(type: UnionType, index: number, plan: ContainerPlan, binds: boolean) {
  const path = rust.pathOf('Self', plan.crate.names.variant(type, index));
  if (!hasPayload(type, index)) return { kind: 'path', path } as const;
  return rust.tupleStructPattern(path, binds ? rust.bind('payload') : rust.restPattern);
}

/** The tag of a tagged union. */
function tagMember(type: UnionType, plan: ContainerPlan): readonly Item[] {
  const { crate, site } = plan;
  const { tag } = type;
  if (tag === undefined || !crate.requests.unionTag.has(type.id)) return [];
  const arms = (type.fields ?? []).map((field) => {
    const tagField = tag.fields?.find((one) => one.name === field.name);
    const path = nominalPath(tag, site);
    const segments = path.kind === 'path' ? path.path.segments.map((segment) => segment.name) : [];
    return rust.arm(
      variantPattern(type, field.index, plan, false),
      rust.path(...segments, crate.names.variant(tag, tagField?.index ?? field.index)),
    );
  });
  const body = rust.block([], rust.match(rust.path('self'), arms));
  return [
    rust.fn('tag', [rust.selfRef], nominalPath(tag, site), body, {
      visibility: 'pub',
      docs: [' Which field is active.'],
    }),
  ];
}

function accessors(type: UnionType, plan: ContainerPlan): readonly Item[] {
  const asked = plan.crate.requests.unionAccessors.get(type);
  if (asked === undefined) return [];
  return (type.fields ?? []).flatMap((field) => [
    ...(asked.read.has(field.index) ? [accessor(type, field.index, false, plan)] : []),
    ...(asked.write.has(field.index) ? [accessor(type, field.index, true, plan)] : []),
    ...(asked.parent.has(field.index)
      ? [addressFunction(type, field.index, plan), offsetFunction(type, field.index, plan)]
      : []),
  ]);
}

/** The payload of one field; traps where another one is active. */
function accessor(type: UnionType, index: number, isMutable: boolean, plan: ContainerPlan): Item {
  const field = type.fields?.[index];
  if (field === undefined) throw new RangeError(`no field ${index}`);
  const payload = rustType(field.type, plan.crate.representation.field(type, index), plan.site);
  const found = rust.arm(variantPattern(type, index, plan, true), rust.path('payload'));
  const others = (type.fields ?? []).filter((other) => other.index !== index);
  const rest = others.map((other) =>
    rust.arm(variantPattern(type, other.index, plan, false), inactive(other.name, field.name, plan)),
  );
  const result = isMutable ? rust.refMutType(payload) : rust.refType(payload);
  const body = rust.block([], rust.match(rust.path('self'), [found, ...rest]));
  const docs = [` The payload of \`${field.name}\`; traps where another field is active.`];
  return rust.fn(accessorName(type, index, isMutable), [isMutable ? rust.selfRefMut : rust.selfRef], result, body, {
    visibility: 'pub',
    docs,
  });
}

/** `payload.addr() - whole.addr()`. */
function distance(payload: Expr, whole: Expr): Expr {
  return rust.binary('-', rust.method(payload, 'addr'), rust.method(whole, 'addr'));
}

/** The address of a payload that keeps the reach of the whole, for `@fieldParentPtr`. */
function addressFunction(type: UnionType, index: number, plan: ContainerPlan): Item {
  const { site } = plan;
  const field = type.fields?.[index];
  if (field === undefined) throw new RangeError(`no field ${index}`);
  const payload = rustType(field.type, plan.crate.representation.field(type, index), site);
  const whole = unsafe('rawDeref', rust.refTo(rust.deref(rust.path('this'))));
  const fromRef = rust.path(...site.module.imports.use('core', 'ptr'), 'from_ref');
  const address = rust.call(fromRef, [rust.method(whole, accessorName(type, index, false))]);
  const moved = rust.method(rust.path('this'), 'wrapping_byte_add', [
    distance(rust.path('payload'), rust.path('this')),
  ]);
  const body = rust.block([rust.let_('payload', address)], rust.method(moved, 'cast'));
  const docs = [
    ` The address of the payload of \`${field.name}\`, from which the whole can be reached; traps where another field is active.`,
    '',
    ' # Safety',
    '',
    ' `this` must point to a value that nobody changes meanwhile.',
  ];
  return rust.fn(
    parentNames(type, index).address,
    [rust.param('this', rust.constPointerType(rust.selfType))],
    rust.constPointerType(payload),
    wrapUnsafe(body),
    { visibility: 'pub', qualifiers: { unsafe: true }, docs },
  );
}

function offsetFunction(type: UnionType, index: number, plan: ContainerPlan): Item {
  const { site, crate } = plan;
  const field = type.fields?.[index];
  if (field === undefined) throw new RangeError(`no field ${index}`);
  const repr = crate.representation.field(type, index);
  const value = undefinedValue(crate.representation.type(field.type), repr, site);
  const whole = rust.call(rust.path('Self', crate.names.variant(type, index)), [value]);
  const fromRef = rust.path(...site.module.imports.use('core', 'ptr'), 'from_ref');
  const payload = rust.method(rust.path('whole'), accessorName(type, index, false));
  const offset = distance(rust.call(fromRef, [payload]), rust.call(fromRef, [rust.refTo(rust.path('whole'))]));
  const docs = [` Where the payload of \`${field.name}\` lies.`];
  return rust.fn(parentNames(type, index).offset, [], rust.usizeType, rust.block([rust.let_('whole', whole)], offset), {
    visibility: 'pub',
    docs,
  });
}

function inactive(active: string, accessed: string, plan: ContainerPlan): Expr {
  return rust.call(rust.path(...runtimePath(plan.site, 'trap', 'inactive_union_field')), [
    rust.str(active),
    rust.str(accessed),
  ]);
}
