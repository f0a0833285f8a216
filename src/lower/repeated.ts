/** Arrays of one value. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type { Type } from '../parse/ir/types.js';
import type { Site } from './context.js';
import type { TypeRepr } from './representation/contract.js';
import { isCopied } from './representation/copied.js';

/** `[value; N]` of elements held as `repr` says; a value that Rust does not copy is made anew for each element. */
export function repeated(value: Expr, element: Type, length: number, repr: TypeRepr, site: Site): Expr {
  const count = rust.int(length, 'usize');
  if (length < 2 || isCopied(element, repr, site.crate.representation)) return rust.arrayRepeat(value, count);
  const inferred = { kind: 'type', type: rust.inferredType } as const;
  const generics = [inferred, { kind: 'const', value: rust.int(length) } as const, inferred];
  const fromFn = rust.path(...site.module.imports.use('core', 'array'), { name: 'from_fn', generics });
  return rust.call(fromFn, [rust.closure([rust.wildcard], value)]);
}
