/** Error sets: the enum, `name()`, and `From` for each narrower set that flows into it. */
import * as rust from '../../emit/build.js';
import type { FunctionItem, Item, Pattern, Type } from '../../emit/rust-ast.js';
import type { Crate, Site } from '../context.js';
import type { ErrorSetItem } from '../error-sets.js';
import { nameText } from '../name-text.js';

export function errorSetItems(set: ErrorSetItem, crate: Crate): readonly Item[] {
  const { name, names, module } = set;
  const site: Site = { crate, module };
  if (set.mapped !== undefined) return conversions(set, crate.errorSets.rustType(set.mapped, site), site);
  const attributes = [rust.attribute('derive', 'Debug', 'Clone', 'Copy', 'PartialEq', 'Eq')];
  const variants = names.map((error) => ({ name: crate.names.error(error), fields: { kind: 'unit' } as const }));
  const docs = set.docs === undefined ? {} : { docs: [set.docs] };
  const item = rust.enumItem(name, variants, { visibility: 'pub', attributes, ...docs, blankLineBefore: true });
  const members = [...nameFn(set, site), ...codeFns(set, crate)];
  const impl = members.length === 0 ? [] : [rust.implItem(rust.typePath(name), members, { blankLineBefore: true })];
  return [item, ...impl, ...conversions(set, rust.typePath(name), site)];
}

/** `From` for each set that flows into the one of this Rust type. */
function conversions({ sources }: ErrorSetItem, target: Type, site: Site): readonly Item[] {
  const { errorSets, names } = site.crate;
  return [...sources].map((source): Item => {
    const from = errorSets.rustType(source, site);
    const segments = errorSets.segments(source, site);
    const cases = source.names.map((error) =>
      rust.arm(rust.pathPattern(...segments, names.error(error)), rust.path('Self', names.error(error))),
    );
    const body = rust.block([], rust.match(rust.path('error'), cases));
    const fn = rust.fn('from', [rust.param('error', from)], rust.selfType, body);
    const trait = rust.pathOf({ name: 'From', generics: [{ kind: 'type', type: from }] });
    return rust.implItem(target, [fn], { trait, blankLineBefore: true });
  });
}

/** `name()`. */
function nameFn({ names, hasName }: ErrorSetItem, site: Site): readonly FunctionItem[] {
  if (!hasName) return [];
  const arms = names.map((error) =>
    rust.arm(rust.pathPattern('Self', site.crate.names.error(error)), nameText(error, site)),
  );
  const body = rust.block([], rust.match(rust.path('self'), arms));
  const options = { visibility: 'pub', docs: [' The name of the error, as Zig spells it.'] } as const;
  return [rust.fn('name', [rust.selfValue], rust.refType(rust.typePath('str'), 'static'), body, options)];
}

/** `code()` and `from_code()`: the number of an error in the program. */
function codeFns({ codes = [], conversions, names }: ErrorSetItem, crate: Crate): readonly FunctionItem[] {
  const u16 = rust.typePath('u16');
  const cases = names.map((error, index) => ({ path: ['Self', crate.names.error(error)], code: codes[index] ?? 0 }));
  const invalid = rust.arm(rust.wildcard, rust.panicMacro('invalid error code'));
  const to = cases.map(({ path, code }) => rust.arm(rust.pathPattern(...path), rust.int(code)));
  const from = cases.map(({ path, code }) => rust.arm(numberPattern(code), rust.path(...path)));
  const toCode = rust.fn('code', [rust.selfValue], u16, rust.block([], rust.match(rust.path('self'), to)), {
    visibility: 'pub',
    docs: [' The number of the error, as `@intFromError` gives it.'],
  });
  const found = rust.match(rust.path('code'), [...from, invalid]);
  const fromCode = rust.fn('from_code', [rust.param('code', u16)], rust.selfType, rust.block([], found), {
    visibility: 'pub',
    docs: [' The error of a number, which must be one of the set.'],
  });
  return [...(conversions.has('toCode') ? [toCode] : []), ...(conversions.has('fromCode') ? [fromCode] : [])];
}

function numberPattern(code: number): Pattern {
  return rust.literalPattern(rust.int(code)) ?? rust.wildcard;
}
