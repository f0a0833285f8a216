/** `threadlocal var`: a `Cell` of each thread in `thread_local!`, which a place reads and writes through its pointer. */
import * as rust from '../emit/build.js';
import type { Expr, Item, Type as RustType, StaticItem } from '../emit/rust-ast.js';
import type { Decl } from '../parse/ir/program.js';
import type { Site } from './context.js';
import { rustType } from './type.js';

/** Whether each thread has its own. */
export function isThreadLocal(decl: Decl): boolean {
  return decl.node.kind === 'varDecl' && decl.node.isThreadlocal;
}

/** `thread_local! { static X: Cell<T> = const { Cell::new(value) }; }`. */
export function threadLocalItem(
  name: string,
  type: RustType,
  value: Expr,
  common: Pick<StaticItem, 'visibility' | 'leading' | 'docs' | 'blankLineBefore'>,
  site: Site,
): Item {
  const cell = site.module.imports.use('core', 'cell', 'Cell');
  const made: Expr = {
    kind: 'block',
    const: true,
    block: rust.block([], rust.call(rust.path(...cell, 'new'), [value], [type])),
  };
  const held = rust.typePath(...cell.slice(0, -1), { name: cell.at(-1) ?? 'Cell', generics: [{ kind: 'type', type }] });
  const { leading, blankLineBefore, visibility, docs } = common;
  const item = rust.staticItem(name, held, made, { visibility, docs });
  return {
    kind: 'macro',
    call: { path: rust.pathOf('thread_local'), delimiter: 'braces', input: { kind: 'items', items: [item] } },
    ...(leading === undefined ? {} : { leading }),
    ...(blankLineBefore === undefined ? {} : { blankLineBefore }),
  };
}

/** `*X.with(Cell::as_ptr)`. */
export function threadLocalPlace(variable: Expr, decl: Decl, site: Site): Expr {
  const pointer = rust.path(...site.module.imports.use('core', 'cell', 'Cell'), 'as_ptr');
  const place = rust.deref(rust.method(variable, 'with', [pointer]));
  const { type } = decl;
  return type === undefined
    ? place
    : { ...place, knownType: rustType(type, site.crate.representation.global(decl), site) };
}
