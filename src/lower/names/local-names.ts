/**
 * Names of the locals of one body. Zig has no shadowing, but sibling scopes may use one name twice, and so may the Rust; two Zig names
 * that become one by re-casing are told apart, and no local hides an item of the module.
 */
import { isKeyword } from '../../emit/names.js';
import type { Local } from '../../parse/ir/ir.js';
import { snakeCase } from './case.js';
import { NameTable, writable } from './name-table.js';

export class LocalNames {
  private readonly table: NameTable;
  private readonly byZigName = new Map<string, string>();
  private readonly fixed = new Map<Local, string>();
  private readonly labels = new NameTable();
  private readonly items: NameTable;

  /** With `apart` no two locals share a name, though Rust would let them. */
  constructor(
    items: NameTable,
    private readonly apart = false,
  ) {
    this.table = new NameTable(items);
    this.items = new NameTable(items);
  }

  /** Calls a local by a name that Rust prescribes: `self`. */
  fix(local: Local, name: string): void {
    this.fixed.set(local, name);
  }

  /** A variable that is written and never read: Rust wants its name to say so. */
  markUnread(local: Local): void {
    const name = this.of(local);
    if (!name.startsWith('_')) this.fixed.set(local, `_${name}`);
  }

  of(local: Local): string {
    const fixed = this.fixed.get(local);
    if (fixed !== undefined) return fixed;
    if (!this.apart) return this.named(local.name);
    const name = this.take(local.name);
    this.fixed.set(local, name);
    return name;
  }

  /** The Rust name of what the Zig calls so in this body. */
  named(zigName: string): string {
    const name = this.byZigName.get(zigName) ?? this.take(zigName);
    this.byZigName.set(zigName, name);
    return name;
  }

  private take(zigName: string): string {
    return this.table.take(snakeCase(zigName === '' ? 'value' : zigName));
  }

  /** A name for a variable that the Zig does not have. */
  temporary(hint: string): string {
    return this.table.take(writable(snakeCase(hint)));
  }

  /** A name for an item inside the body. */
  item(hint: string): string {
    return this.items.take(writable(hint));
  }

  label(hint: string): string {
    const name = writable(snakeCase(hint));
    // A label cannot be written raw.
    return this.labels.take(isKeyword(name, '2024') ? `${name}_` : name);
  }
}
