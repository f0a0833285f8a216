/**
 * The modules of the crate: one per Zig file, `a/b.zig` is `crate::a::b`; files of Zig's library that are ported from their source
 * stand under `crate::zig_std`; each file's tests are in a module `tests` inside its own.
 */
import type { ProgramFile } from '../../parse/ir/program.js';
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

function modulePath(file: ProgramFile): readonly string[] {
  if (file.origin === 'c') return ['bindings', file.qualifiedName];
  const parts = file.qualifiedName.split('.').map((part) => writable(snakeCase(part)));
  if (file.origin === 'std') return ['zig_std', ...parts.slice(1)];
  if (file.origin === 'builtin') return ['zig_builtin'];
  return parts;
}
