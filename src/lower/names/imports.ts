/**
 * The `use` items of one module. Lowering asks for a path from here and gets the segments to write; the module's `use` items follow from
 * what was asked. A name that the module has itself, or that another import took, is written as a full path instead.
 */
import * as rust from '../../emit/build.js';
import type { Item, UseItem } from '../../emit/rust-ast.js';
import type { NameTable } from './name-table.js';

export class Imports {
  /** Local name to the path that it stands for. */
  private readonly paths = new Map<string, readonly string[]>();
  /** Traits are used by their methods. */
  private readonly traits = new Set<string>();

  constructor(
    private readonly own: readonly NameTable[],
    private readonly outer: Imports | undefined,
  ) {}

  /** The segments by which `path` is written in this module; its last segment is imported if that is possible. */
  use(...path: readonly string[]): readonly string[] {
    const name = path.at(-1) ?? '';
    if (path.length < 2) return path;
    const known = this.paths.get(name);
    if (known !== undefined) return samePath(known, path) ? [name] : path;
    if (this.own.some((table) => table.has(name)) || this.outer?.own.some((table) => table.has(name)) === true)
      return path;
    this.paths.set(name, path);
    return [name];
  }

  /** Imports a trait for its methods. */
  useTrait(...path: readonly string[]): void {
    this.traits.add(path.at(-1) ?? '');
    this.use(...path);
  }

  /** A path as it is written in the module that lies at `here`, from the root of the crate on; other crates' paths begin with their name. */
  resolved(path: readonly string[], here: readonly string[]): readonly string[] {
    const [head = '', ...rest] = path;
    if (head === 'crate') return rest;
    const imported = this.paths.get(head);
    if (imported === undefined) return [...here, ...path];
    return imported[0] === 'crate' ? [...imported.slice(1), ...rest] : [...imported, ...rest];
  }

  /** The `use` items for what the module always mentions, one per prefix, in the order of rustfmt. */
  items(used: ReadonlySet<string>): readonly Item[] {
    return this.itemsFor((name) => used.has(name) || this.traits.has(name));
  }

  /** The `use` items for what only some of the module's items mention. */
  itemsBesides(always: ReadonlySet<string>, used: ReadonlySet<string>): readonly Item[] {
    return this.itemsFor((name) => used.has(name) && !always.has(name) && !this.traits.has(name));
  }

  private itemsFor(isUsed: (name: string) => boolean): readonly Item[] {
    const byPrefix = new Map<string, { readonly prefix: readonly string[]; readonly leaves: string[] }>();
    for (const [name, path] of this.paths) {
      if (!isUsed(name)) continue;
      const prefix = path.slice(0, -1);
      const key = prefix.join('::');
      const entry = byPrefix.get(key) ?? { prefix, leaves: [] };
      entry.leaves.push(path.at(-1) ?? '');
      byPrefix.set(key, entry);
    }
    return [...byPrefix.values()].sort(byPrefixText).map(({ prefix, leaves }) => useOf(prefix, leaves));
  }
}

/** One `use` of several names, in the order of rustfmt. */
export function useOf(prefix: readonly string[], names: readonly string[]): UseItem {
  const leaves = [...names].sort(byStyle);
  const [only, second] = leaves;
  if (only !== undefined && second === undefined) return rust.useItem(rust.useTree(prefix, only));
  return rust.useItem(
    rust.useTree(
      prefix,
      leaves.map((leaf) => rust.useTree([], leaf)),
    ),
  );
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}

function byPrefixText(a: { readonly prefix: readonly string[] }, b: { readonly prefix: readonly string[] }): number {
  return compareText(a.prefix.join('::'), b.prefix.join('::'));
}

/** The 2024 style sorts `snake_case` before `PascalCase` before `SCREAMING`. */
function byStyle(a: string, b: string): number {
  return rank(a) - rank(b) || compareText(a, b);
}
function rank(name: string): number {
  if (/^[a-z_]/.test(name)) return 0;
  return /[a-z]/.test(name) || name.length === 1 ? 1 : 2;
}
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
