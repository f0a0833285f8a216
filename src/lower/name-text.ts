/** Names of tags and errors at run time. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import { runtimePath, type Site } from './context.js';

/** The Zig spelling as a `&'static str`; Zig's type is `[:0]const u8`, whose NUL lies behind it where the program can reach it. */
export function nameText(name: string, site: Site): Expr {
  if (!site.crate.representation.sentinels.isTextStored) return rust.str(name);
  return rust.call(rust.path(...runtimePath(site, 'sentinel', 'terminated_str')), [rust.str(`${name}\0`)]);
}
