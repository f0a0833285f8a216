/** Variables that are only read and stored as wholes: an atomic, or a `Cell` of each thread. Threads of Zig agree about such a variable by other means, or not at all: the order is relaxed. */
import * as rust from '../emit/build.js';
import type { Expr, Item, Type as RustType, Statement, StaticItem } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { Decl } from '../parse/ir/program.js';
import type { Type } from '../parse/ir/types.js';
import { atomicOf, type WholeStorage } from './analysis/whole-variables.js';
import { arithmetic } from './arithmetic.js';
import type { Scope, Site } from './context.js';
import { lowerExpr, lowerInto } from './expr.js';
import { nativeInt } from './integer.js';
import { globalPath } from './names/paths.js';
import { rustType } from './type.js';

/** How the variable is kept, if it is one of these. */
export function wholeStorage(decl: Decl, { crate }: Site): WholeStorage | undefined {
  const storage = crate.globalStorage(decl);
  return storage === 'atomic' || storage === 'cell' ? storage : undefined;
}

type Common = Pick<StaticItem, 'visibility' | 'leading' | 'docs' | 'blankLineBefore'>;

/** `static X: AtomicU32 = AtomicU32::new(value);`. */
export function atomicItem(name: string, decl: Decl, value: Expr, common: Common, site: Site): Item {
  const atomic = atomicOf(decl.type!) ?? 'AtomicUsize';
  const path = site.module.imports.use('core', 'sync', 'atomic', atomic);
  const made = rust.call(rust.path(...path, 'new'), [value], [valueType(decl, site)]);
  return rust.staticItem(name, rust.typePath(...path), made, common);
}

/** `X.load(Ordering::Relaxed)`, `X.get()`. */
export function readWhole(decl: Decl, storage: WholeStorage, site: Site): Expr {
  const variable = rust.exprOfPath(globalPath(decl, site));
  const read = storage === 'cell' ? rust.method(variable, 'get') : rust.method(variable, 'load', [relaxed(site)]);
  return { ...read, knownType: valueType(decl, site) };
}

/** Rust's methods that do what an operator of Zig does to an integer. */
const UPDATES: Readonly<Partial<Record<ir.ArithmeticOperator, string>>> = {
  '+%': 'fetch_add',
  '-%': 'fetch_sub',
  '&': 'fetch_and',
  '|': 'fetch_or',
  '^': 'fetch_xor',
};

/** A store into such a variable; undefined for another place. */
export function storeWhole(
  place: ir.Place,
  value: ir.Expr,
  operator: ir.ArithmeticOperator | undefined,
  scope: Scope,
): readonly Statement[] | undefined {
  const storage = place.kind === 'global' ? wholeStorage(place.decl, scope) : undefined;
  if (place.kind !== 'global' || storage === undefined) return undefined;
  const { decl, type } = place;
  const right =
    operator === undefined ? lowerInto(value, scope.crate.representation.place(place), scope) : lowerExpr(value, scope);
  const update = operator === undefined || !isExactInt(type) ? undefined : UPDATES[operator];
  if (storage === 'atomic' && update !== undefined)
    return [...right.pre, rust.exprStmt(change(decl, update, right.expr, scope))];
  const stored =
    operator === undefined
      ? right.expr
      : arithmetic(operator, type, readWhole(decl, storage, scope), right.expr, value, scope);
  return [...right.pre, rust.exprStmt(change(decl, storage === 'cell' ? 'set' : 'store', stored, scope))];
}

function isExactInt(type: Type): boolean {
  return type.kind === 'int' && nativeInt(type)?.isExact === true;
}

/** A method that takes a value, and of an atomic the order. */
function change(decl: Decl, method: string, value: Expr, site: Site): Expr {
  const order = method === 'set' ? [] : [relaxed(site)];
  const variable = rust.exprOfPath(globalPath(decl, site));
  return rust.method(variable, method, [value, ...order], undefined, [valueType(decl, site)]);
}

function relaxed(site: Site): Expr {
  return rust.path(...site.module.imports.use('core', 'sync', 'atomic', 'Ordering'), 'Relaxed');
}

function valueType(decl: Decl, site: Site): RustType {
  return rustType(decl.type!, site.crate.representation.global(decl), site);
}
