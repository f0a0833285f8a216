/** A name for a function of Zig that outlives a run: all its instances together. */
import type { Origin } from '../emit/rust-ast.js';
import type { FnInstance } from '../parse/ir/program.js';

/** Where the function begins in its Zig file. */
export function originOf(instance: FnInstance): Origin {
  return { file: instance.container.file.path, offset: instance.node.start };
}

export function originKey({ file, offset }: Origin): string {
  return `${file}:${offset}`;
}

export function functionKey(instance: FnInstance): string {
  return originKey(originOf(instance));
}
