/**
 * Whether something of the crate is used by nobody, as rustc's `dead_code` has it: neither public to other crates, nor mentioned by what is.
 *
 * Mentions are by name, so two things of one name keep each other alive; where that hides a dead one, rustc warns. Builds without tests and
 * builds with them are judged apart: what only tests mention is dead in the first, what tests declare exists in the second.
 */
import type { Attribute, Expr, Fields, ImplItem, Item, Visibility } from '../rust-ast.js';
import { deepMapper, mapExprParts, mapItemParts, mapPathParts, mapPatternParts } from '../traverse.js';
import type { PortedModule } from './lint.js';

/** Something that may be dead: its name among those of its kind, and what of the crate is alive if it is. */
interface Entity {
  readonly name: string;
  readonly isRoot: boolean;
  readonly mentions: ReadonlySet<string>;
}

export function hasDeadCode(modules: readonly PortedModule[]): boolean {
  return [false, true].some((withTests) => {
    const build: Build = { withTests };
    return hasUnreached(modules.flatMap(({ content, isPublic }) => entitiesOf(content.items, isPublic, build)));
  });
}

interface Build {
  readonly withTests: boolean;
}

function hasUnreached(entities: readonly Entity[]): boolean {
  const alive = new Set<string>();
  let waiting = entities;
  for (;;) {
    const reached = waiting.filter((entity) => entity.isRoot || alive.has(entity.name));
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
        return implEntities(item, isPublic);
      case 'fn':
        return [
          entity(
            item,
            item.name,
            isRoot || item.name === 'main' || isExported(item) || hasAttribute(item.attributes, 'test'),
          ),
        ];
      case 'const':
      case 'static':
        return [entity(item, item.name, isRoot || item.name === '_' || isExported(item))];
      case 'struct':
        return [entity(item, item.name, isRoot), ...fieldEntities(item.fields, item, isRoot)];
      case 'union':
        return [entity(item, item.name, isRoot)];
      case 'enum':
        return [
          entity(item, item.name, isRoot),
          ...item.variants.flatMap((variant): readonly Entity[] => [
            { name: `${variant.name}!`, isRoot, mentions: new Set() },
            ...fieldEntities(variant.fields, item, isRoot),
          ]),
        ];
      case 'typeAlias':
      case 'trait':
        return [entity(item, item.name, isRoot)];
      case 'externBlock':
        return item.items.flatMap((one) => ('name' in one ? [entity(one, one.name, isRoot)] : []));
      case 'macro':
        return [entity(item, '', true)];
      default:
        return [];
    }
  });
}

function isExported({ attributes }: Item): boolean {
  return hasAttribute(attributes, 'no_mangle') || hasAttribute(attributes, 'export_name');
}

/** The functions of a trait are alive with its type; others are named. */
function implEntities(item: ImplItem, isPublic: boolean): readonly Entity[] {
  return item.items.flatMap((one) => {
    if (!('name' in one)) return [];
    const isRoot = item.trait !== undefined || (isPublic && isPub(one.visibility));
    return [entity(one, one.name, isRoot)];
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
    mentions: new Set(),
  }));
}

function entity(item: Item, name: string, isRoot: boolean): Entity {
  return { name, isRoot, mentions: mentionsOf(item) };
}

/** Names in paths and calls; `.name` for fields that are read, `Name!` for tags that are made. */
function mentionsOf(item: Item): ReadonlySet<string> {
  const found = new Set<string>();
  const own = 'name' in item ? item.name : undefined;
  const mapper = deepMapper((self) => ({
    path: (path) => {
      for (const { name } of path.segments) if (name !== own) found.add(name);
      return mapPathParts(path, self);
    },
    pattern: (pattern) => {
      if (pattern.kind === 'struct') for (const field of pattern.fields) found.add(`.${field.name}`);
      return mapPatternParts(pattern, self);
    },
    expr: (expr) => mentionsOfExpr(expr, found, (inner) => mapExprParts(inner, self)),
    item: (inner) => mapItemParts(inner, self),
  }));
  mapItemParts(item, mapper);
  return found;
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
      found.add(expr.method);
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
