/**
 * Whether something of the crate is used by nobody, as rustc's `dead_code` has it: neither public to other crates, nor mentioned by what is.
 *
 * Mentions are by name, those of functions and constants of a type by the type's, too. Methods and fields of one name keep each other alive, and
 * rustc warns where that hides a dead one; of two items of one name, one is taken to be dead. Builds without tests and
 * builds with them are judged apart: what only tests mention is dead in the first, what tests declare exists in the second.
 */
import type {
  Attribute,
  Expr,
  Fields,
  FunctionItem,
  ImplItem,
  Item,
  Path,
  Pattern,
  Type,
  UseTree,
  Variant,
  Visibility,
} from '../rust-ast.js';
import { deepMapper, mapExprParts, mapItemParts, mapPathParts, mapPatternParts } from '../traverse.js';
import type { PortedModule } from './lint.js';
import { itemsOf } from './naming.js';

/** Something that may be dead: its name among those of its kind, and what of the crate is alive if it is. */
interface Entity {
  readonly name: string;
  /** Of a method: what a call on a value mentions. */
  readonly calledAs?: string | undefined;
  readonly isRoot: boolean;
  /** Of a type: a method, field or tag. */
  readonly isMember: boolean;
  readonly mentions: ReadonlySet<string>;
}

export function hasDeadCode(modules: readonly PortedModule[]): boolean {
  return [false, true].some((withTests) => {
    const build: Build = { withTests, foreign: foreignNames(modules), aliases: aliasesOf(modules) };
    return hasUnreached(modules.flatMap(({ content, isPublic }) => entitiesOf(content.items, isPublic, build)));
  });
}

interface Build {
  readonly withTests: boolean;
  /** Modules that were not ported, as paths begin with them. */
  readonly foreign: ReadonlySet<string>;
  /** The types that type aliases stand for. */
  readonly aliases: ReadonlyMap<string, string>;
}

function aliasesOf(modules: readonly PortedModule[]): ReadonlyMap<string, string> {
  const items = modules.flatMap(({ content }) => itemsOf(content));
  return new Map(
    items.flatMap((item) =>
      item.kind === 'typeAlias' && item.type !== undefined ? [[item.name, typeName(item.type)] as const] : [],
    ),
  );
}

const FOREIGN_ROOTS: readonly string[] = ['std', 'core', 'alloc', 'rt'];

/** What `use` brings in from std and from the runtime, as far as no ported module has its name. */
function foreignNames(modules: readonly PortedModule[]): ReadonlySet<string> {
  const names = new Set(FOREIGN_ROOTS);
  const addLeaves = (tree: UseTree, isForeign: boolean): void => {
    const path = tree.prefix.filter((part) => part !== 'crate');
    const isInside = isForeign || FOREIGN_ROOTS.includes(path[0] ?? '');
    if (tree.leaf.kind === 'group') for (const inner of tree.leaf.trees) addLeaves(inner, isInside);
    else if (tree.leaf.kind === 'name' && isInside) names.add(tree.leaf.alias ?? tree.leaf.name);
  };
  for (const { content } of modules) {
    for (const item of itemsOf(content)) if (item.kind === 'use') addLeaves(item.tree, false);
  }
  for (const { name } of modules) if (name !== undefined) names.delete(name);
  return names;
}

function hasUnreached(entities: readonly Entity[]): boolean {
  const items = entities.filter(({ isRoot, isMember }) => !isRoot && !isMember).map(({ name }) => name);
  if (new Set(items).size < items.length) return true;
  const alive = new Set<string>();
  let waiting = entities;
  for (;;) {
    const reached = waiting.filter(
      ({ isRoot, name, calledAs }) => isRoot || alive.has(name) || (calledAs !== undefined && alive.has(calledAs)),
    );
    if (reached.length === 0) return waiting.length > 0;
    for (const { mentions } of reached) for (const name of mentions) alive.add(name);
    waiting = waiting.filter((entity) => !reached.includes(entity));
  }
}

function isPub(visibility: Visibility | undefined): boolean {
  return visibility === 'pub';
}

function isTestOnly(attributes: readonly Attribute[] | undefined): boolean {
  return (attributes ?? []).some(
    (attribute) =>
      attribute.kind === 'list' &&
      attribute.path.segments[0]?.name === 'cfg' &&
      attribute.elements.some((one) => one.kind === 'word' && one.path.segments[0]?.name === 'test'),
  );
}

function hasAttribute(attributes: readonly Attribute[] | undefined, name: string): boolean {
  const names = (attribute: Attribute): boolean => {
    if (attribute.kind === 'literal') return false;
    if (attribute.path.segments.at(-1)?.name === name) return true;
    return attribute.kind === 'list' && attribute.elements.some(names);
  };
  return (attributes ?? []).some(names);
}

function entitiesOf(items: readonly Item[], isPublic: boolean, build: Build): readonly Entity[] {
  return items.flatMap((item): readonly Entity[] => {
    if (!build.withTests && isTestOnly(item.attributes)) return [];
    const isRoot = isPublic && isPub(item.visibility);
    switch (item.kind) {
      case 'mod':
        return item.content === undefined ? [] : entitiesOf(item.content.items, isRoot, build);
      case 'impl':
        return implEntities(item, isPublic, build);
      case 'fn':
        return [entity(item, item.name, isRoot || isCalledFromOutside(item), build)];
      case 'const':
      case 'static':
        return [entity(item, item.name, isRoot || item.name === '_' || isExported(item), build)];
      case 'struct':
        return [entity(item, item.name, isRoot, build), ...fieldEntities(item.fields, item, isRoot)];
      case 'union':
        return [entity(item, item.name, isRoot, build)];
      case 'enum':
        return [
          entity(item, item.name, isRoot, build),
          ...item.variants.flatMap((variant): readonly Entity[] => [
            { name: `${variant.name}!`, isRoot, isMember: true, mentions: new Set() },
            ...fieldEntities(variant.fields, item, isRoot),
            ...payloadEntities(variant, item, isRoot),
          ]),
        ];
      case 'typeAlias':
      case 'trait':
        return [entity(item, item.name, isRoot, build)];
      case 'externBlock':
        return item.items.flatMap((one) => ('name' in one ? [entity(one, one.name, isRoot, build)] : []));
      case 'macro':
        return [entity(item, '', true, build)];
      default:
        return [];
    }
  });
}

function isCalledFromOutside(item: FunctionItem): boolean {
  return item.name === 'main' || isExported(item) || hasAttribute(item.attributes, 'test');
}

function isExported({ attributes }: Item): boolean {
  return hasAttribute(attributes, 'no_mangle') || hasAttribute(attributes, 'export_name');
}

/** The name under which a type is mentioned; what implements a trait for no named type is always alive. */
function typeName(type: Type): string {
  return type.kind === 'path' ? (type.path.segments.at(-1)?.name ?? '') : '';
}

/** The functions of a trait are alive with its type; others are named. */
function implEntities(item: ImplItem, isPublic: boolean, build: Build): readonly Entity[] {
  return item.items.flatMap((one) => {
    if (!('name' in one)) return [];
    const isTrait = item.trait !== undefined;
    const owner = typeName(item.type);
    const isRoot = !isTrait && isPublic && isPub(one.visibility);
    const isMethod = one.kind === 'fn' && one.parameters[0]?.kind === 'self';
    const calledAs = isMethod && !isTrait ? `${one.name}()` : undefined;
    const name = isTrait ? owner : `${owner}::${one.name}`;
    return [{ ...entity(one, name, isRoot, build, owner), calledAs, isMember: true }];
  });
}

/** Derived traits that read every field. */
const READING_TRAITS: readonly string[] = ['PartialEq', 'Hash', 'PartialOrd'];

function fieldEntities(fields: Fields, item: Item, isRoot: boolean): readonly Entity[] {
  if (fields.kind !== 'named' || hasAttribute(item.attributes, 'C')) return [];
  if (READING_TRAITS.some((name) => hasAttribute(item.attributes, name))) return [];
  return fields.fields.map(({ name, visibility }) => ({
    name: `.${name}`,
    isRoot: isRoot && (item.kind === 'enum' || isPub(visibility)),
    isMember: true,
    mentions: new Set(),
  }));
}

/** What a tag carries is read by a pattern that looks into it. */
function payloadEntities({ name, fields }: Variant, item: Item, isRoot: boolean): readonly Entity[] {
  if (fields.kind !== 'tuple' || READING_TRAITS.some((trait) => hasAttribute(item.attributes, trait))) return [];
  return [{ name: `${name}.0`, isRoot, isMember: true, mentions: new Set() }];
}

function looksIn({ kind }: Pattern): boolean {
  return kind !== 'wildcard' && kind !== 'rest';
}

function entity(item: Item, name: string, isRoot: boolean, build: Build, owner?: string): Entity {
  return { name, isRoot: isRoot || name === '', isMember: false, mentions: mentionsOf(item, build, owner) };
}

/** Names in paths and calls; `.name` for fields that are read, `Name!` for tags that are made, `Type::name` for what an `impl` has. */
function mentionsOf(item: Item, { foreign, aliases }: Build, ownType: string | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  const own = 'name' in item ? item.name : undefined;
  const mapper = deepMapper((self) => ({
    path: (path) => {
      const segments = portedSegments(path, foreign);
      for (const { name } of segments) if (name !== own) found.add(name);
      const [owner, member] = segments.slice(-2).map((segment) => segment.name);
      const type = owner === 'Self' ? ownType : (aliases.get(owner ?? '') ?? owner);
      if (member !== undefined) found.add(`${type}::${member}`);
      return mapPathParts(path, self);
    },
    pattern: (pattern) => {
      if (pattern.kind === 'struct') for (const field of pattern.fields) found.add(`.${field.name}`);
      if (pattern.kind === 'tupleStruct' && pattern.elements.some(looksIn))
        found.add(`${pattern.path.segments.at(-1)?.name}.0`);
      return mapPatternParts(pattern, self);
    },
    expr: (expr) => mentionsOfExpr(expr, found, (inner) => mapExprParts(inner, self)),
    item: (inner) => mapItemParts(inner, self),
  }));
  mapItemParts(item, mapper);
  return found;
}

function portedSegments({ segments }: Path, foreign: ReadonlySet<string>): Path['segments'] {
  const [first] = segments.filter(({ name }) => name !== 'crate');
  return segments.length > 1 && first !== undefined && foreign.has(first.name) ? [] : segments;
}

function mentionsOfExpr(expr: Expr, found: Set<string>, goDeeper: (expr: Expr) => Expr): Expr {
  switch (expr.kind) {
    case 'path':
    case 'struct': {
      const name = expr.path.segments.at(-1)?.name;
      if (name !== undefined) found.add(`${name}!`);
      break;
    }
    case 'field':
      found.add(`.${expr.name}`);
      break;
    case 'methodCall':
      found.add(`${expr.method}()`);
      break;
    case 'assign':
      // A field that is only written is not read.
      if (expr.operator === '=' && expr.target.kind === 'field') {
        goDeeper(expr.target);
        goDeeper({ ...expr, target: { kind: 'underscore' } });
        return expr;
      }
      break;
    default:
  }
  return goDeeper(expr);
}
