/** Enums, with the members that the program asks for: `tag_name`, `from_raw`. */
import * as rust from '../../emit/build.js';
import type { Attribute, Expr, Item, Variant } from '../../emit/rust-ast.js';
import type { EnumType, IntType } from '../../parse/ir/types.js';
import { runtimePath } from '../context.js';
import { tagTypeOf } from '../enum.js';
import { nativeInt } from '../integer.js';
import { nameText } from '../name-text.js';
import { integerLiteral } from '../number-literal.js';
import { preludeName, rawType } from '../type.js';
import { memberNodes } from './members.js';
import type { ContainerPlan } from './plan.js';
import { itemTrivia } from './trivia.js';

export function enumItems(type: EnumType, plan: ContainerPlan): readonly Item[] {
  return type.isNonExhaustive ? newtypeItems(type, plan) : plainItems(type, plan);
}

const DERIVES: Attribute = rust.attribute('derive', 'Debug', 'Clone', 'Copy', 'PartialEq', 'Eq');

function plainItems(type: EnumType, plan: ContainerPlan): readonly Item[] {
  const { crate, name, visibility, trivia } = plan;
  const tag = tagTypeOf(type);
  const native = tag === undefined ? undefined : nativeInt(tag);
  const fields = type.fields ?? [];
  const isCounted = fields.every((field) => field.value === BigInt(field.index));
  const nodes = memberNodes(type.container);
  const variants = fields.map((field): Variant => {
    const node = nodes.get(field.name);
    const { blankLineBefore: _blank, ...kept } =
      node === undefined ? {} : itemTrivia(type.container.file, node, plan.claimed);
    const discriminant =
      isCounted || tag === undefined ? undefined : integerLiteral(field.value, tag, plan.site, node?.value);
    return {
      ...kept,
      name: crate.names.variant(type, field.index),
      fields: { kind: 'unit' },
      ...(discriminant === undefined ? {} : { discriminant }),
    };
  });
  // An enum without fields cannot have a representation.
  const repr = native !== undefined && fields.length > 0 ? [rust.attribute('repr', native.name)] : [];
  const options = { visibility, attributes: [DERIVES, ...repr], ...trivia };
  const item = crate.requests.inhabited.has(type.id)
    ? rust.structItem(name, { kind: 'unit' }, options)
    : rust.enumItem(name, variants, options);
  const members = [...fromRaw(type, tag, plan), ...tagName(type, plan), ...fromName(type, plan)];
  return members.length === 0 ? [item] : [item, rust.implItem(rust.typePath(name), members)];
}

/** An open set of values: any integer, some of which have names. */
function newtypeItems(type: EnumType, plan: ContainerPlan): readonly Item[] {
  const { crate, name, visibility, trivia, site } = plan;
  const tag = tagTypeOf(type);
  if (tag === undefined) return [];
  const inner = rawType(tag, site);
  const item = rust.structItem(
    name,
    { kind: 'tuple', fields: [{ type: inner, visibility: 'pub' }] },
    { visibility, attributes: [DERIVES, rust.attribute('repr', 'transparent')], ...trivia },
  );
  const nodes = memberNodes(type.container);
  const constants = (type.fields ?? []).map((field): Item => {
    const node = nodes.get(field.name);
    const { blankLineBefore: _blank, ...kept } =
      node === undefined ? {} : itemTrivia(type.container.file, node, plan.claimed);
    const value = rust.call(rust.path('Self'), [integerLiteral(field.value, tag, plan.site, node?.value)]);
    return rust.constItem(crate.names.variant(type, field.index), rust.selfType, value, { visibility: 'pub', ...kept });
  });
  return [item, rust.implItem(rust.typePath(name), [...constants, ...tagName(type, plan), ...fromName(type, plan)])];
}

/** `@tagName`. */
function tagName(type: EnumType, plan: ContainerPlan): readonly Item[] {
  const { crate } = plan;
  if (!crate.requests.tagName.has(type.id)) return [];
  const arms = (type.fields ?? []).map((field) => {
    const variant = crate.names.variant(type, field.index);
    return rust.arm(rust.pathPattern('Self', variant), nameText(field.name, plan.site));
  });
  const rest = type.isNonExhaustive ? [rust.arm(rust.wildcard, trap(plan, 'invalid_enum_value'))] : [];
  const body = crate.requests.inhabited.has(type.id)
    ? trap(plan, 'invalid_enum_value')
    : rust.match(rust.path('self'), [...arms, ...rest]);
  const docs = [' The name of the tag, as Zig spells it.'];
  return [
    rust.fn('tag_name', [rust.selfValue], rust.refType(rust.typePath('str'), 'static'), rust.block([], body), {
      visibility: 'pub',
      docs,
    }),
  ];
}

/** `std.meta.stringToEnum`. */
function fromName(type: EnumType, plan: ContainerPlan): readonly Item[] {
  const { crate } = plan;
  if (!crate.requests.fromName.has(type.id)) return [];
  const arms = (type.fields ?? []).flatMap((field) => {
    const pattern = rust.literalPattern(rust.byteStr(new TextEncoder().encode(field.name)));
    const found = rust.call(rust.path('Some'), [rust.path('Self', crate.names.variant(type, field.index))]);
    return pattern === undefined ? [] : [rust.arm(pattern, found)];
  });
  const body = rust.match(rust.path('name'), [...arms, rust.arm(rust.wildcard, rust.path('None'))]);
  const params = [rust.param('name', rust.refType(rust.sliceType(rust.u8Type)))];
  const returns = rust.genericType(preludeName('Option', plan.site), rust.selfType);
  const docs = [' The tag with this name, as Zig spells it.'];
  return [rust.fn('from_name', params, returns, rust.block([], body), { visibility: 'pub', docs })];
}

function trap(plan: ContainerPlan, name: string): Expr {
  return rust.call(rust.path(...runtimePath(plan.site, 'trap', name)), []);
}

/** `@enumFromInt`, which traps on a value without a name. */
function fromRaw(type: EnumType, tag: IntType | undefined, plan: ContainerPlan): readonly Item[] {
  const { crate, site } = plan;
  if (!crate.requests.fromRaw.has(type.id) || tag === undefined) return [];
  const arms = (type.fields ?? []).map((field) => {
    const pattern = rust.literalPattern(integerLiteral(field.value, tag, plan.site));
    return rust.arm(pattern ?? rust.wildcard, rust.path('Self', crate.names.variant(type, field.index)));
  });
  const native = nativeInt(tag);
  const isFull = native?.isExact && BigInt(arms.length) === 1n << BigInt(native.bits);
  const rest = isFull ? [] : [rust.arm(rust.wildcard, trap(plan, 'invalid_enum_value'))];
  const body = rust.block([], rust.match(rust.path('raw'), [...arms, ...rest]));
  const docs = [' The tag with this integer; traps where there is none.'];
  return [
    rust.fn('from_raw', [rust.param('raw', rawType(tag, site))], rust.selfType, body, { visibility: 'pub', docs }),
  ];
}
