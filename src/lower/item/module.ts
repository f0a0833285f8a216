/**
 * The items of a module, in the order of the Zig file. Every item has an anchor, the offset of the Zig text that it comes from; what a
 * function or container hoists stands where it stood. Methods are collected in the `impl` of their type, behind it. Comments that
 * belong to no item stand alone at their own anchor.
 */
import * as rust from '../../emit/build.js';
import type { Item, ModuleContent, Visibility } from '../../emit/rust-ast.js';
import type { ContainerInstance, Decl, FnInstance, ProgramFile } from '../../parse/ir/program.js';
import type { NominalType } from '../../parse/ir/types.js';
import type * as ast from '../../parse/syntax/ast.js';
import { isExternGlobal } from '../analysis/symbols.js';
import { rustComment } from '../comments.js';
import type { Crate } from '../context.js';
import type { Module } from '../names/modules.js';
import { isTestOnlyContainer, isTestOnlyFunction } from '../names/test-only.js';
import { usedNames } from '../names/used-names.js';
import { hashItems } from './auto-hash.js';
import { comptimeItems } from './comptime.js';
import { enumItems } from './enum.js';
import { errorSetItems } from './error-set.js';
import { exportAliases } from './export.js';
import { externItem } from './extern.js';
import { lowerFunction } from './function.js';
import { globalItem } from './global.js';
import { implOf } from './impl.js';
import { withErrorLocality, withGlobalLocality, withTypeLocality } from './locality.js';
import { mainWrapper } from './main.js';
import { opaqueItems } from './opaque.js';
import type { ContainerPlan } from './plan.js';
import { printItems } from './print.js';
import { structItems } from './struct.js';
import { testOrderItems } from './test-lock.js';
import { isForTests, forTests as markForTests, withTestOnlyMarks } from './test-only-items.js';
import { type Claimed, type ItemTrivia, itemTrivia, looseComments } from './trivia.js';
import { unionItems } from './union.js';

export interface Entry {
  readonly anchor: number;
  /** Orders items with one anchor. */
  readonly rank: number;
  readonly items: readonly Item[];
  /** The function or global that the items are; others have none. */
  readonly subject?: FnInstance | Decl;
}

/** Everything of the program that stands in one module. */
export interface ModuleParts {
  readonly module: Module;
  readonly types: NominalType[];
  readonly functions: FnInstance[];
  readonly globals: Decl[];
}

/** Functions and globals outside of types. */
export function makeValues(parts: ModuleParts, crate: Crate, claimed: Claimed): readonly Entry[] {
  const free = parts.functions.filter((instance) => crate.names.fn(instance).owner === undefined && !instance.isExtern);
  const loose = parts.globals.filter((decl) => crate.names.global(decl).owner === undefined && !isExternGlobal(decl));
  return [
    ...free.map((instance) => functionEntry(instance, crate, claimed)),
    ...loose.flatMap((decl) => globalEntry(decl, crate, claimed)),
    ...externItem(
      parts.functions.filter((instance) => instance.isExtern),
      parts.globals.filter((decl) => isExternGlobal(crate.names.definitionOf(decl))),
      crate,
      claimed,
    ),
  ];
}

/** Functions and constants of types, by their type. */
export function makeMembers(
  parts: ModuleParts,
  crate: Crate,
  claimed: Claimed,
): readonly (readonly [NominalType, Entry])[] {
  return [
    ...parts.functions.flatMap((instance): (readonly [NominalType, Entry])[] => {
      const { owner } = crate.names.fn(instance);
      return owner === undefined || instance.isExtern ? [] : [[owner, functionEntry(instance, crate, claimed)]];
    }),
    ...parts.globals.flatMap((decl): (readonly [NominalType, Entry])[] => {
      const { owner } = crate.names.global(decl);
      return owner === undefined ? [] : globalEntry(decl, crate, claimed).map((entry) => [owner, entry]);
    }),
  ];
}

function functionEntry(instance: FnInstance, crate: Crate, claimed: Claimed): Entry {
  const trivia = itemTrivia(instance.container.file, instance.node, claimed);
  const { name, module } = crate.names.fn(instance);
  const visibility = instance.decl.kind === 'test' ? undefined : visibilityOf(instance.decl.isPub, instance, crate);
  const options = { name, visibility, trivia: separated(trivia) };
  const items =
    instance === crate.program.main
      ? mainWrapper(instance, crate, options)
      : [lowerFunction(instance, crate, options), ...exportAliases(instance, crate)];
  return {
    anchor: instance.node.start,
    rank: 1,
    items: forTests(items, isTestOnlyFunction(instance), module),
    subject: instance,
  };
}

/** The entry when every body has said what it mentions: a private function may be given to another module as a comptime argument. */
export function asMentioned(entry: Entry, crate: Crate): Entry {
  if (entry.subject === undefined || !crate.requests.usedOutside.has(entry.subject)) return entry;
  const items = entry.items.map(
    (item): Item => (item.visibility === undefined ? { ...item, visibility: 'pub(crate)' } : item),
  );
  return { ...entry, items };
}

/** What only tests can name stands in their module, or is compiled with them alone. */
function forTests(items: readonly Item[], isOnly: boolean, module: Module): readonly Item[] {
  if (!isOnly || module.parent !== undefined) return items;
  return items.map(markForTests);
}

/** Items with bodies stand apart, as rustfmt's readers expect. */
function separated(trivia: ItemTrivia): ItemTrivia {
  return { ...trivia, blankLineBefore: true };
}

/** What `pub` becomes: as in Zig; an item that another module mentions is visible in the crate. */
export function visibilityOf(isPub: boolean, subject: object, crate: Crate): Visibility | undefined {
  if (isPub) return 'pub';
  return crate.requests.usedOutside.has(subject) ? 'pub(crate)' : undefined;
}

function globalEntry(decl: Decl, crate: Crate, claimed: Claimed): readonly Entry[] {
  const trivia = itemTrivia(decl.container.file, decl.node, claimed);
  const item = globalItem(decl, crate, { visibility: visibilityOf(decl.isPub, decl, crate), trivia });
  if (item === undefined) return [];
  const marked = forTests([item], isTestOnlyContainer(decl.container), crate.names.global(decl).module);
  const isLoose = crate.names.global(decl).owner === undefined;
  const items = isLoose ? withGlobalLocality(marked, decl, crate) : marked;
  return [{ anchor: decl.node.start, rank: 1, items, subject: decl }];
}

/** The `impl` of a type: its constants and functions in the order of the Zig text. */
export function makeImpl(type: NominalType, members: readonly Entry[], crate: Crate, claimed: Claimed): Entry {
  const { module } = crate.names.type(type);
  const loose = looseInside(type.container, claimed);
  for (const comment of loose) claimed.add(comment);
  const comments = loose.map((comment) => looseEntry(type.container.file, comment));
  const items = [...members, ...comments].sort(byAnchor).flatMap((entry) => entry.items);
  const [first, ...rest] = items;
  const content = first === undefined ? [] : [{ ...first, blankLineBefore: false }, ...rest];
  const impl = implOf(type, content, { crate, module });
  const marked = forTests([impl], isTestOnlyContainer(type.container), module);
  return { anchor: anchorOf(type), rank: 3, items: withTypeLocality(marked, type, crate) };
}

/** A type, when every body has said what it needs of it. */
export function makeType(type: NominalType, crate: Crate, claimed: Claimed, hasImpl: boolean): Entry {
  const { node } = type.container;
  const { name, module } = crate.names.type(type);
  const trivia = node === undefined ? {} : itemTrivia(type.container.file, declarationNode(type) ?? node, claimed);
  const { trailing: _trailing, ...above } = trivia as ItemTrivia;
  const plan: ContainerPlan = {
    crate,
    site: { crate, module },
    name,
    visibility: typeVisibility(type, crate),
    trivia: separated(above),
    claimed,
  };
  const [item, ...more] = [...typeItems(type, plan), ...printItems(type, plan), ...hashItems(type, plan)];
  const items = item === undefined ? [] : [hasImpl ? item : withDangling(item, type, claimed), ...more];
  const marked = forTests(items, isTestOnlyContainer(type.container), module);
  return { anchor: anchorOf(type), rank: 2, items: withTypeLocality(marked, type, crate) };
}

/** The comments behind the fields; where the type has functions or constants, they stand in its `impl`. */
function withDangling(item: Item, { container }: NominalType, claimed: Claimed): Item {
  const dangling = looseInside(container, claimed).map(rustComment);
  if (dangling.length === 0) return item;
  if (item.kind === 'enum' || item.kind === 'union') return { ...item, dangling };
  return item.kind === 'struct' && item.fields.kind === 'named'
    ? { ...item, fields: { ...item.fields, dangling } }
    : item;
}

function typeItems(type: NominalType, plan: ContainerPlan): readonly Item[] {
  switch (type.kind) {
    case 'struct':
      return structItems(type, plan);
    case 'enum':
      return enumItems(type, plan);
    case 'union':
      return unionItems(type, plan);
    case 'opaque':
      return opaqueItems(plan);
  }
}

/** The declaration that names a container, whose comments are the type's. */
function declarationNode(type: NominalType): ast.Node | undefined {
  const { container } = type;
  for (const decl of container.parent?.decls.values() ?? []) {
    if (decl.value?.kind === 'type' && decl.value.type === type && decl.node.kind === 'varDecl') {
      return container.node !== undefined &&
        decl.node.start <= container.node.start &&
        container.node.end <= decl.node.end
        ? decl.node
        : undefined;
    }
  }
  return undefined;
}

/** A type is as visible as its declaration; one without, as what mentions it may need. */
export function typeVisibility(type: NominalType, crate: Crate): Visibility | undefined {
  const exposed = crate.requests.exposed.get(type);
  if (exposed !== undefined) return exposed;
  for (const decl of type.container.parent?.decls.values() ?? []) {
    if (decl.value?.kind === 'type' && decl.value.type === type) return visibilityOf(decl.isPub, type, crate);
  }
  const use = crate.generics.container(type.container);
  if (use?.generic.template.kind === 'container') return visibilityOf(use.generic.template.decl.isPub, type, crate);
  return 'pub';
}

function anchorOf(type: NominalType): number {
  if (type.kind === 'enum' && type.generatedFor !== undefined) return anchorOf(type.generatedFor);
  const declared = declarationNode(type);
  return declared?.start ?? type.container.node?.start ?? 0;
}

function byAnchor(a: Entry, b: Entry): number {
  return a.anchor - b.anchor || a.rank - b.rank;
}

/** Error sets stand at the top of their module, in the order in which they were met. */
export function makeErrorSets(module: Module, crate: Crate): readonly Entry[] {
  return crate.errorSets
    .items()
    .filter((set) => set.module === module)
    .map((set) => ({ anchor: set.anchor, rank: 0, items: withErrorLocality(errorSetItems(set, crate), set) }));
}

/** The `comptime` blocks of a file, with the comments in them. */
export function makeComptimeBlocks(module: Module, crate: Crate, claimed: Claimed): readonly Entry[] {
  const { file } = module;
  return file.container.unnamed
    .filter((decl) => decl.kind === 'comptime')
    .map((decl) => {
      const trivia = itemTrivia(file, decl.node, claimed);
      const inside = file.source.comments.filter(
        ({ start, kind }) => kind === 'line' && decl.node.start <= start && start < decl.node.end,
      );
      for (const comment of inside) claimed.add(comment);
      const comments = [...(trivia.leading ?? []), ...inside.map(({ text }) => ({ text }))];
      const leading = comments.length === 0 ? {} : { leading: comments };
      const items = comptimeItems(decl, crate, { ...trivia, ...leading });
      const kept: readonly Item[] = comments.length === 0 ? [] : [{ kind: 'comment', ...trivia, ...leading }];
      return { anchor: decl.node.start, rank: 1, items: items.length === 0 ? kept : items };
    });
}

/** What keeps tests in their order, above the tests of the module. */
export function makeTestOrders(module: Module, crate: Crate): readonly Entry[] {
  const items = testOrderItems(module, crate);
  return items.length === 0 ? [] : [{ anchor: 0, rank: 0, items }];
}

/** Comments at the top level of the file that no item has taken. */
export function makeComments(module: Module, claimed: Claimed): readonly Entry[] {
  if (module.file.origin === 'c') return [];
  const { source } = module.file;
  const members = source.root.members;
  const loose = source.comments.filter((comment) => {
    if (comment.kind !== 'line' || claimed.has(comment)) return false;
    return !members.some((member) => member.start < comment.start && comment.start < member.end);
  });
  return loose.map((comment) => looseEntry(module.file, comment));
}

function looseEntry(file: ProgramFile, comment: ast.Comment): Entry {
  return { anchor: comment.start, rank: 0, items: [looseComments(file, [comment])] };
}

/** Comments among the members of a container, behind its fields, that no item has taken. */
function looseInside({ file, node }: ContainerInstance, claimed: Claimed): readonly ast.Comment[] {
  if (node === undefined || node === file.source.root) return [];
  const { members } = node;
  const start = members.findLast((member) => member.kind === 'containerField')?.end ?? node.start;
  return file.source.comments.filter(
    (comment) =>
      comment.kind === 'line' &&
      comment.ownLine &&
      start <= comment.start &&
      comment.end <= node.end &&
      !claimed.has(comment) &&
      !members.some((member) => member.start < comment.start && comment.start < member.end),
  );
}

/** The module's content: imports, items in order, the tests at the end. */
export function moduleContent(
  module: Module,
  entries: readonly Entry[],
  more: readonly Item[],
  crate: Crate,
): ModuleContent {
  const made = [...entries].sort(byAnchor).flatMap((entry) => entry.items);
  const isTestPath = (path: readonly string[]): boolean =>
    crate.names.isInTests(module.imports.resolved(path, module.path));
  const items = module.parent === undefined ? withTestOnlyMarks(made, isTestPath) : made;
  const always = usedNames(items.filter((item) => !isForTests(item)));
  const inTests = usedNames(items.filter(isForTests));
  const [firstForTests, ...moreForTests] = module.imports.itemsBesides(always, inTests).map(markForTests);
  const imports = [
    ...module.imports.items(always),
    ...(firstForTests === undefined ? [] : [{ ...firstForTests, blankLineBefore: true }, ...moreForTests]),
  ];
  const docs =
    module.parent === undefined
      ? module.file.source.comments.filter((comment) => comment.kind === 'containerDoc' && comment.beforeToken <= 1)
      : [];
  const [first, ...rest] = items;
  const body = first === undefined || imports.length === 0 ? items : [{ ...first, blankLineBefore: true }, ...rest];
  return {
    ...(docs.length > 0 ? { docs: docs.map((comment) => comment.text) } : {}),
    ...(module.file.origin === 'c'
      ? { attributes: [rust.attribute('allow', 'non_camel_case_types', 'non_snake_case', 'non_upper_case_globals')] }
      : {}),
    items: [...imports, ...body, ...more],
  };
}
