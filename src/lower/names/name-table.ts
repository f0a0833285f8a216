/** Unique names in one namespace. */

/** Names that cannot be written as `r#name`. */
const UNRAWABLE: ReadonlyMap<string, string> = new Map([
  ['self', 'this'],
  ['Self', 'Self_'],
  ['super', 'super_'],
  ['crate', 'crate_'],
  ['_', 'underscore'],
]);

/** A name that Rust accepts (the printer writes `r#` where that helps). */
export function writable(name: string): string {
  return UNRAWABLE.get(name) ?? name;
}

export class NameTable {
  private readonly taken = new Set<string>();

  /** Names of items that no code mentions, so that scopes inside may hide them. */
  private readonly unmentioned = new Set<string>();

  /** Tables of the scopes inside, whose names would hide those that are taken here later. */
  private readonly inner: NameTable[] = [];

  constructor(private readonly outer?: NameTable) {}

  /** Names taken from here on are not those that the scope inside has. */
  encloses(inner: NameTable): void {
    this.inner.push(inner);
  }

  has(name: string): boolean {
    return this.taken.has(name) || this.outer?.has(name) === true;
  }

  reserve(name: string): void {
    this.taken.add(name);
  }

  /** The first candidate that is free, else the last one with a number behind it. */
  take(...candidates: readonly string[]): string {
    const wanted = candidates.map(writable);
    const free = wanted.find((name) => this.isFree(name)) ?? this.numbered(wanted.at(-1) ?? 'item');
    this.taken.add(free);
    return free;
  }

  /** Likewise, for an item that no code mentions. */
  takeUnmentioned(...candidates: readonly string[]): string {
    const name = this.take(...candidates);
    this.taken.delete(name);
    this.unmentioned.add(name);
    return name;
  }

  private isFree(name: string): boolean {
    const isTaken = this.has(name) || this.unmentioned.has(name);
    return !isTaken && !this.inner.some((table) => table.taken.has(name) || table.unmentioned.has(name));
  }

  private numbered(name: string): string {
    const separator = /^[A-Z0-9_]+$/.test(name) || /^[a-z0-9_]+$/.test(name) ? '_' : '';
    let count = 2;
    while (!this.isFree(`${name}${separator}${count}`)) count += 1;
    return `${name}${separator}${count}`;
  }
}
