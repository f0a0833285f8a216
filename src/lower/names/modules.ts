/**
 * The modules of the crate: one per Zig file, `a/b.zig` is `crate::a::b`; files of Zig's library that are ported from their source
 * stand under `crate::zig_std`; each file's tests are in a module `tests` inside its own.
 */
import type { Program, ProgramFile } from '../../parse/ir/program.js';
import { snakeCase } from './case.js';
import { Imports } from './imports.js';
import { NameTable, writable } from './name-table.js';

export interface Module {
  /** From the crate's root; empty for the root. */
  readonly path: readonly string[];
  readonly file: ProgramFile;
  /** For a `tests` module: the module that it tests. */
  readonly parent: Module | undefined;
  readonly types: NameTable;
  readonly values: NameTable;
  readonly imports: Imports;
}

/** The module of a file. */
export function fileModule(file: ProgramFile, isRoot: boolean): Module {
  const types = new NameTable();
  const values = new NameTable();
  const path = isRoot ? [] : modulePath(file);
  return { path, file, parent: undefined, types, values, imports: new Imports([types, values], undefined) };
}

/** The module for the tests of a file. */
export function testsModule(parent: Module): Module {
  const types = new NameTable(parent.types);
  const values = new NameTable(parent.values);
  parent.types.encloses(types);
  const path = [...parent.path, 'tests'];
  return { path, file: parent.file, parent, types, values, imports: new Imports([types, values], parent.imports) };
}

/** The path of a file's module, if it is not the root. */
function modulePath(file: ProgramFile): readonly string[] {
  if (file.origin === 'c') return ['bindings', file.qualifiedName];
  const parts = file.qualifiedName.split('.').map((part) => writable(snakeCase(part)));
  if (file.origin === 'std') return ['zig_std', ...parts.slice(1)];
  if (file.origin === 'builtin') return ['zig_builtin'];
  return parts;
}

/** The names of the modules inside of each module, by the path of that module: an import there has another name. */
export function childModules(program: Program): ReadonlyMap<string, ReadonlySet<string>> {
  const children = new Map<string, Set<string>>();
  for (const file of program.files) {
    if (file === program.root) continue;
    const path = modulePath(file);
    path.forEach((name, depth) => {
      const parent = path.slice(0, depth).join('::');
      children.set(parent, (children.get(parent) ?? new Set()).add(name));
    });
  }
  return children;
}
