/** `@memcpy`, `@memset`, `@memmove`. */
import * as rust from '../../emit/build.js';
import type { Expr, Statement } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import { borrow } from '../address-of.js';
import { rootLocal } from '../analysis/walk.js';
import { runtimePath, type Scope, unported } from '../context.js';
import { lowerExpr } from '../expr.js';
import { withoutDeref } from '../index-place.js';
import { noteMutation } from '../local.js';
import { type Lowered, mapLowered, pure } from '../lowered.js';
import { sequence } from '../operands.js';
import { lowerPlace, receiver } from '../place.js';
import { asRaw } from '../pointer-cast.js';
import { isCopied } from '../representation/copied.js';
import { ownerOf } from '../representation/storage-local.js';
import { rawType } from '../type.js';
import { isRawPlace, unsafe } from '../unsafe-mark.js';
import { argument } from './arguments.js';
import type { BuiltinTable } from './builtin.js';

export const memoryBuiltins: BuiltinTable = {
  memcpy: (expr, scope) => copy(expr, 'copy_raw', scope),
  memmove: (expr, scope) => copy(expr, 'move_raw', scope),
  memset: (expr, scope) => {
    const [to, value] = [argument(expr, 0), argument(expr, 1)];
    const target = asSlice(to, true, scope);
    const { pre, exprs } = sequence([to, value], [target, lowerExpr(value, scope)], scope);
    return { pre, expr: fill(methodTarget(exprs[0] as Expr), exprs[1] as Expr, [to, value], scope) };
  },
};

/** A value that Rust does not copy is made anew for each element; of what is no constant one element would be all there is. */
function fill(target: Expr, value: Expr, [to, from]: readonly [ir.Expr, ir.Expr], scope: Scope): Expr {
  const { representation } = scope.crate;
  if (isCopied(from.type, representation.expr(from), representation)) return rust.method(target, 'fill', [value]);
  if (from.value === undefined) return unported('memory filled with a value that owns something', to.node);
  return rust.method(target, 'fill_with', [rust.closure([], value)]);
}

/** References cannot overlap; what is held raw is copied by `rawCopy`, without a reference to either side. */
function copy(expr: ir.BuiltinExpr, rawCopy: 'copy_raw' | 'move_raw', scope: Scope): Lowered {
  const [to, from] = [argument(expr, 0), argument(expr, 1)];
  if (isMany(to) || isMany(from)) return copyPointers(to, from, expr, scope);
  if (isSameVariable(to, from) && (expr.name === 'memmove' || elementOf(to).kind === 'void')) return pure(rust.unit);
  const { pre, exprs } = sequence([to, from], [asSlice(to, true, scope), asSlice(from, false, scope)], scope);
  const [target, source] = exprs as readonly [Expr, Expr];
  const isRaw = [target, source].some((side) => side.kind === 'ref' && isRawPlace(side.operand));
  if (!isRaw) return { pre, expr: rust.call(rust.path(...runtimePath(scope, 'range', 'copy')), [target, source]) };
  const call = rust.call(rust.path(...runtimePath(scope, 'range', rawCopy)), [
    withoutReference(target),
    withoutReference(source),
  ]);
  return { pre, expr: unsafe('memory', call, scope, expr.node) };
}

/** Memory that is copied to where it is. */
function isSameVariable(to: ir.Expr, from: ir.Expr): boolean {
  const [a, b] = [to, from].map((side) => (side.kind === 'coerce' ? side.operand : side));
  return (
    a?.kind === 'load' &&
    b?.kind === 'load' &&
    a.place.kind === 'local' &&
    b.place.kind === 'local' &&
    a.place.local === b.place.local
  );
}

/** `&mut *p` as `p`, and the address of another place behind a raw pointer without a reference in between. */
function withoutReference(side: Expr): Expr {
  return side.kind === 'ref' && isRawPlace(side.operand) ? borrow(side.operand, 'raw', side.mutable) : side;
}

function isMany(expr: ir.Expr): boolean {
  return expr.type.kind === 'pointer' && (expr.type.size === 'many' || expr.type.size === 'c');
}

/** One side has no length of its own: the other one's is taken. */
function copyPointers(to: ir.Expr, from: ir.Expr, expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const raw = (side: ir.Expr) => mapLowered(lowerExpr(side, scope), (value) => asRaw(value, side, scope));
  const { pre, exprs } = sequence([to, from], [raw(to), raw(from)], scope);
  const [target, source] = exprs as readonly [Expr, Expr];
  const sized = isMany(to) ? { side: from, value: source } : { side: to, value: target };
  if (isMany(sized.side)) return unported('a copy without a length', expr.node);
  const statements: Statement[] = [];
  const name = scope.body.names.temporary('sized');
  statements.push(rust.let_(name, sized.value));
  const pointer = (value: Expr, side: ir.Expr) =>
    isMany(side) ? value : rust.method(value, 'cast', [], [rawType(elementOf(side), scope)]);
  const of = (side: ir.Expr, value: Expr) => pointer(side === sized.side ? rust.path(name) : value, side);
  const child = sized.side.type.kind === 'pointer' ? sized.side.type.child : sized.side.type;
  const length = child.kind === 'array' ? rust.int(child.length, 'usize') : rust.method(rust.path(name), 'len');
  const call = rust.call(rust.path(...scope.module.imports.use('core', 'ptr'), 'copy'), [
    of(from, source),
    of(to, target),
    length,
  ]);
  return { pre: [...pre, ...statements], expr: unsafe('memory', call, scope, expr.node) };
}

function elementOf(expr: ir.Expr): ir.Expr['type'] {
  const child = expr.type.kind === 'pointer' ? expr.type.child : expr.type;
  return child.kind === 'array' ? child.child : child;
}

/** A slice, or what a pointer to an array points to, as a reference for the call. */
function asSlice(expr: ir.Expr, isMutable: boolean, scope: Scope): Lowered {
  const { type } = expr;
  if (type.kind !== 'pointer') return unported('a copy of this', expr.node);
  if (expr.kind === 'addressOf') {
    if (isMutable) noteMutation(rootLocal(expr.place), scope);
    return mapLowered(lowerPlace(expr.place, isMutable ? 'borrowMut' : 'borrow', scope), (place) =>
      reference(place, isMutable),
    );
  }
  const lowered = lowerExpr(expr, scope);
  const repr = scope.crate.representation.expr(expr);
  const isRaw = repr.kind !== 'pointer' || repr.mode === 'raw';
  const isOwned = repr.kind === 'pointer' && repr.mode === 'owned';
  if (isMutable) noteMutation(ownerOf(expr, scope.crate.representation), scope);
  return mapLowered(lowered, (value) => {
    if (isOwned) return reference(rust.index(receiver(value, isMutable), rust.range(undefined, undefined)), isMutable);
    if (!isRaw || value.kind === 'ref' || (value.kind === 'literal' && value.literal.kind === 'byteStr')) return value;
    return reference(unsafe('rawDeref', rust.deref(value), scope, expr.node), isMutable);
  });
}

function reference(place: Expr, isMutable: boolean): Expr {
  return isMutable ? rust.refMut(place) : rust.refTo(place);
}

function methodTarget(target: Expr): Expr {
  return target.kind === 'ref' && target.operand.kind !== 'unsafe' ? withoutDeref(target.operand) : target;
}
