/** `@errorCast`: an error as one of another set, alone or in an error union. Into a set that lacks some of the errors it is checked. */
import * as rust from '../../emit/build.js';
import type { Expr } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import { type ErrorSetType, isErrorSet, type Type } from '../../parse/ir/types.js';
import { runtimePath, type Scope, unported } from '../context.js';
import { lowerExpr } from '../expr.js';
import { type Lowered, mapLowered } from '../lowered.js';
import { convertError } from '../try.js';
import { argument } from './arguments.js';

export function lowerErrorCast(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const operand = argument(expr, 0);
  const { errorSets, representation } = scope.crate;
  const [from, to] = [representation.type(operand.type), representation.type(expr.type)];
  const lowered = lowerExpr(operand, scope);
  const [source, target] = [setOf(from), setOf(to)];
  // What cannot fail in Rust is the payload by itself.
  if (source === undefined)
    return to.kind === 'errorUnion' ? mapLowered(lowered, (value) => rust.call(rust.path('Ok'), [value])) : lowered;
  if (source === undefined || target === undefined || errorSets.isEmpty(target))
    return unported('@errorCast of this', expr.node);
  if (from.kind !== 'errorUnion') {
    const wrap = (error: Expr) => (to.kind === 'errorUnion' ? rust.call(rust.path('Err'), [error]) : error);
    return mapLowered(lowered, (error) => wrap(castError(error, source, target, scope)));
  }
  if (to.kind !== 'errorUnion') return unported('@errorCast of an error union to a set', expr.node);
  if (errorSets.isEmpty(source)) return mapLowered(lowered, (value) => rust.call(rust.path('Ok'), [value]));
  if (errorSets.isSame(source, target)) return lowered;
  const cast = rust.mapping('error', castError(rust.path('error'), source, target, scope));
  return mapLowered(lowered, (value) => rust.method(value, 'map_err', [cast]));
}

function setOf(type: Type): ErrorSetType | undefined {
  if (type.kind === 'errorUnion') return type.errorSet;
  return isErrorSet(type) ? type : undefined;
}

function castError(error: Expr, from: ErrorSetType, to: ErrorSetType, scope: Scope): Expr {
  const { errorSets } = scope.crate;
  const [source, target] = [errorSets.solve(from), errorSets.solve(to)];
  if (target === 'any' || (source !== 'any' && source.names.every((name) => target.names.includes(name)))) {
    return convertError(error, from, to, scope);
  }
  const common = target.names.filter((name) => source === 'any' || source.names.includes(name));
  const arms = common.map((name) =>
    rust.arm(
      rust.pathPattern(...errorSets.variant(from, name, scope)),
      rust.path(...errorSets.variant(to, name, scope)),
    ),
  );
  const trap = rust.call(rust.path(...runtimePath(scope, 'trap', 'invalid_error_code')), []);
  return rust.match(error, [...arms, rust.arm(rust.wildcard, trap)]);
}
