/** Rust paths of the program's items, as written in a module. */
import * as rust from '../../emit/build.js';
import type { Path, Type } from '../../emit/rust-ast.js';
import type { Decl, FnInstance } from '../../parse/ir/program.js';
import type { NominalType } from '../../parse/ir/types.js';
import type { Site } from '../context.js';
import type { ItemName } from './crate-names.js';
import type { Module } from './modules.js';

/** Whether items of `module` can be named without a path in `from`. */
function isVisible(module: Module, from: Module): boolean {
  return module === from || module === from.parent;
}

/** A type's name is imported; a value is written with its module, as Rust's style is. */
function segmentsOf(item: ItemName, site: Site, isValue: boolean): readonly string[] {
  if (isVisible(item.module, site.module)) return [item.name];
  const path = ['crate', ...item.module.path];
  if (!isValue) return site.module.imports.use(...path, item.name);
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
  return rust.typePath(...typeSegments(type, site));
}

/** `Type::member`. */
export function memberPath(type: NominalType, member: string, site: Site): Path {
  return rust.pathOf(...typeSegments(type, site), member);
}

function itemPath(item: ItemName, subject: object, site: Site): Path {
  noteUse(item, subject, site);
  if (item.owner !== undefined) return memberPath(item.owner, item.name, site);
  return rust.pathOf(...segmentsOf(item, site, true));
}

export function fnPath(instance: FnInstance, site: Site): Path {
  site.crate.requests.functions.add(instance);
  return itemPath(site.crate.names.fn(instance), instance, site);
}

export function globalPath(decl: Decl, site: Site): Path {
  site.crate.requests.globals.add(decl);
  return itemPath(site.crate.names.global(decl), decl, site);
}
