/**
 * A crate as the texts of its files: `Cargo.toml`, the module tree, the runtime modules that are used and no others. Pure: paths and
 * texts only.
 */
import { attribute, modItem } from './build.js';
import { ALLOWED_LINTS } from './lints.js';
import { type PrintedModule, printModule } from './print.js';
import type { Item, ModuleContent } from './rust-ast.js';

/** One file-module of the crate. */
export interface CrateModule {
  /** From the crate's root; empty for the root itself. */
  readonly path: readonly string[];
  readonly content: ModuleContent;
}

export interface CrateDescription {
  readonly name: string;
  readonly edition: '2021' | '2024';
  readonly isBinary: boolean;
  readonly modules: readonly CrateModule[];
  /** Modules of the runtime by name, with their texts. */
  readonly runtime: readonly { readonly name: string; readonly text: string }[];
}

export interface PrintedFile extends PrintedModule {
  readonly path: string;
}

export interface PrintedCrate {
  /** Path within the crate to text. */
  readonly files: ReadonlyMap<string, string>;
  /** The printed modules, with lines that lead back to Zig. */
  readonly printed: readonly PrintedFile[];
}

/** Prints a crate. */
export function printCrate(crate: CrateDescription): PrintedCrate {
  const printed: PrintedFile[] = [];
  for (const module of withParents(crate.modules)) {
    const isRoot = module.path.length === 0;
    const children = childrenOf(crate, module.path);
    const content: ModuleContent = {
      ...module.content,
      ...(isRoot ? { attributes: [attribute('allow', ...ALLOWED_LINTS), ...(module.content.attributes ?? [])] } : {}),
      items: [...children.map(moduleItem), ...module.content.items],
    };
    printed.push({ path: filePath(crate, module.path), ...printModule(content, { edition: crate.edition }) });
  }
  const files = new Map<string, string>([['Cargo.toml', manifest(crate)]]);
  for (const file of printed) files.set(file.path, file.text);
  for (const module of crate.runtime) files.set(`src/rt/${module.name}.rs`, module.text);
  if (crate.runtime.length > 0) files.set('src/rt/mod.rs', runtimeIndex(crate.runtime.map((module) => module.name)));
  return { files, printed };
}

/** Modules that only lead to others exist too. */
function withParents(modules: readonly CrateModule[]): CrateModule[] {
  const byPath = new Map(modules.map((module) => [module.path.join('/'), module]));
  for (const { path } of modules) {
    for (let length = path.length - 1; length >= 0; length--) {
      const parent = path.slice(0, length);
      if (!byPath.has(parent.join('/'))) byPath.set(parent.join('/'), { path: parent, content: { items: [] } });
    }
  }
  return [...byPath.values()];
}

function childrenOf(crate: CrateDescription, path: readonly string[]): string[] {
  const names = new Set<string>();
  for (const module of crate.modules) {
    const name = module.path[path.length];
    if (name !== undefined && path.every((part, index) => part === module.path[index])) names.add(name);
  }
  if (path.length === 0 && crate.runtime.length > 0) names.add('rt');
  return [...names].sort();
}

function moduleItem(name: string): Item {
  return modItem(name, undefined, { visibility: 'pub' });
}

function filePath(crate: CrateDescription, path: readonly string[]): string {
  if (path.length === 0) return crate.isBinary ? 'src/main.rs' : 'src/lib.rs';
  const hasChildren = crate.modules.some((module) => module.path.length > path.length && path.every((part, index) => part === module.path[index]));
  return `src/${path.join('/')}${hasChildren ? '/mod' : ''}.rs`;
}

function runtimeIndex(names: readonly string[]): string {
  return `//! The runtime of zig2rust: the modules that this crate uses.\n\n${names.map((name) => `pub mod ${name};\n`).join('')}`;
}

/** No dependencies; overflow traps in every profile, as in Zig's safe builds; a panic aborts, as in Zig. */
function manifest(crate: CrateDescription): string {
  const profile = (name: string, lines: readonly string[]): string => `\n[profile.${name}]\n${lines.map((line) => `${line}\n`).join('')}`;
  const aborting = ['overflow-checks = true', 'panic = "abort"'];
  return [
    `[package]\nname = "${crate.name}"\nversion = "0.1.0"\nedition = "${crate.edition}"\n\n[dependencies]\n`,
    profile('dev', aborting),
    profile('release', aborting),
    profile('test', ['overflow-checks = true']),
    profile('bench', ['overflow-checks = true']),
    '\n[workspace]\n',
  ].join('');
}
