/** Rust paths of the program's items, as written in a module. */
import * as rust from '../../emit/build.js';
import type { Path, Type } from '../../emit/rust-ast.js';
import type { Expr } from '../../parse/ir/ir.js';
import type { Decl, FnInstance } from '../../parse/ir/program.js';
import type { NominalType } from '../../parse/ir/types.js';
import { type Site, unported } from '../context.js';
import { callArguments, typeArguments } from '../generics/parameters.js';
import { globalValue } from '../item/global-value.js';
import type { ItemName } from './crate-names.js';
import type { Module } from './modules.js';

/** Whether items of `module` can be named without a path in `from`. */
function isVisible(module: Module, from: Module): boolean {
  return module === from || module === from.parent;
}

/** A module declared in `from` is named there without an import. */
function isChild(module: Module, from: Module): boolean {
  const parent = (from.parent ?? from).path;
  return module.path.length === parent.length + 1 && parent.every((part, index) => part === module.path[index]);
}

/** A type's name is imported; a value is written with its module, as Rust's style is. */
function segmentsOf(item: ItemName, site: Site, isValue: boolean): readonly string[] {
  if (isVisible(item.module, site.module)) return [item.name];
  const path = ['crate', ...item.module.path];
  if (isChild(item.module, site.module)) return [...path.slice(-1), item.name];
  // What only tests name has no import, which would be there without them.
  if (item.module.parent !== undefined && site.module.parent === undefined) return [...path, item.name];
  if (!isValue || item.module.file.origin === 'c') return site.module.imports.use(...path, item.name);
  return [...(path.length === 1 ? path : site.module.imports.use(...path)), item.name];
}

function noteUse(item: ItemName, subject: object, site: Site): void {
  if (!isVisible(item.module, site.module)) site.crate.requests.usedOutside.add(subject);
}

export function typeSegments(type: NominalType, site: Site): readonly string[] {
  const item = site.crate.names.type(type);
  site.crate.requests.types.add(type);
  noteUse(item, type, site);
  return segmentsOf(item, site, false);
}

/** The path of a nominal type. */
export function nominalPath(type: NominalType, site: Site): Type {
  const args = typeArguments(type, site);
  return args.length === 0
    ? rust.typePath(...typeSegments(type, site))
    : rust.genericType(typeSegments(type, site), ...args);
}

/** `Type::member`. */
export function memberPath(type: NominalType, member: string, site: Site): Path {
  const segments = typeSegments(type, site);
  const args = typeArguments(type, site);
  if (args.length === 0) return rust.pathOf(...segments, member);
  return rust.pathOf(...segments.slice(0, -1), { name: segments.at(-1)!, generics: args }, member);
}

function itemPath(item: ItemName, subject: object, site: Site): Path {
  noteUse(item, subject, site);
  if (item.owner !== undefined) return memberPath(item.owner, item.name, site);
  return rust.pathOf(...segmentsOf(item, site, true));
}

/** The path of a function; `args` are those of a call, which may say what a generic one is given. */
export function fnPath(instance: FnInstance, site: Site, args: readonly Expr[] = []): Path {
  site.crate.requests.functions.add(instance);
  const item = site.crate.names.fn(instance);
  const owner = item.owner === undefined ? undefined : instance.container.type;
  const path = itemPath({ ...item, owner }, site.crate.generics.emittedFn(instance), site);
  const given = callArguments(instance, args, site);
  if (given.length === 0) return path;
  const last = path.segments.length - 1;
  return {
    ...path,
    segments: path.segments.map((segment, index) => (index === last ? { ...segment, generics: given } : segment)),
  };
}

export function globalPath(mentioned: Decl, site: Site): Path {
  const decl = site.crate.names.definitionOf(mentioned);
  site.crate.requests.globals.add(decl);
  const made = globalValue(decl, site.crate);
  if (made.kind === 'failed') return unported(`${decl.name}, whose value is not ported: ${made.reason}`);
  return itemPath(site.crate.names.global(decl), decl, site);
}
