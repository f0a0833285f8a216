/**
 * Places whose operands are evaluated once, now: indices and raw pointers that later code could change are put into variables. References
 * and the elements of mapped lists stay where they are, since nothing can be assigned to what they are read from while they are in use.
 */
import * as rust from '../emit/build.js';
import type { Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { Scope } from './context.js';
import { lowerExpr } from './expr.js';
import { localPath } from './local.js';
import { standIn } from './representation/stand-in.js';
import { outermostPointer } from './representation/type-repr.js';
import { isMappedSlice } from './rules/mapped.js';

export interface StablePlace {
  readonly pre: readonly Statement[];
  readonly stable: ir.Place;
}

/** The place with its operands in variables. */
export function stabilise(place: ir.Place, scope: Scope): StablePlace {
  switch (place.kind) {
    case 'local':
    case 'global':
    case 'temporary':
    case 'todoPlace':
      return { pre: [], stable: place };
    case 'fieldPlace':
    case 'optionalPayload':
    case 'errorPayload': {
      const base = stabilise(place.base, scope);
      return { pre: base.pre, stable: { ...place, base: base.stable } };
    }
    case 'deref': {
      const pointer = stableExpr(place.pointer, 'target', scope);
      return { pre: pointer.pre, stable: { ...place, pointer: pointer.expr } };
    }
    case 'index': {
      const base = stableBase(place.base, scope);
      const index = stableExpr(place.index, 'index', scope);
      return { pre: [...base.pre, ...index.pre], stable: { ...place, base: base.base, index: index.expr } };
    }
  }
}

function stableBase(
  base: ir.IndexPlace['base'],
  scope: Scope,
): { readonly pre: readonly Statement[]; readonly base: ir.IndexPlace['base'] } {
  if (base.kind === 'array') {
    const { pre, stable } = stabilise(base.place, scope);
    return { pre, base: { kind: 'array', place: stable } };
  }
  const { pre, expr } = stableExpr(base.pointer, 'target', scope);
  return { pre, base: { kind: 'pointer', pointer: expr } };
}

/** The expression as a read of a fresh variable, unless nothing can change what it gives. */
function stableExpr(
  expr: ir.Expr,
  hint: string,
  scope: Scope,
): { readonly pre: readonly Statement[]; readonly expr: ir.Expr } {
  if (expr.value !== undefined || isUnchanging(expr) || isMappedSlice(expr, scope)) return { pre: [], expr };
  const pointer = outermostPointer(scope.crate.representation.expr(expr));
  if (pointer !== undefined && pointer.mode !== 'raw') return { pre: [], expr };
  const lowered = lowerExpr(expr, scope);
  const name = scope.body.names.temporary(hint);
  const local = standIn(name, expr.type);
  scope.body.names.fix(local, name);
  localPath(local, scope);
  const place: ir.LocalPlace = { kind: 'local', local, type: expr.type, node: expr.node };
  const read: ir.Load = { kind: 'load', place, type: expr.type, node: expr.node };
  scope.crate.representation.standsFor(read, expr);
  return { pre: [...lowered.pre, rust.let_(name, lowered.expr)], expr: read };
}

function isUnchanging(expr: ir.Expr): boolean {
  return expr.kind === 'load' && expr.place.kind === 'local' && expr.place.local.role !== 'var';
}
